import type { MessageKey } from '#web/messages/translate.ts';
import { page_max_bytes } from './read-hand-over.ts';
import { readLink } from './read-link.ts';

type Judged = { kind: 'page' } | { kind: 'link'; link: string } | { kind: 'trouble'; trouble: MessageKey };

/** A link with a few words around it; what is longer and no page is something else. In characters. */
const link_text_max = 3000;

/** Tells what somebody put in the box for a page's source: a page, only its link, or something to say what to do about. */
export function judgeSource(text: string): Judged {
  const trouble = (key: MessageKey): Judged => ({ kind: 'trouble', trouble: key });
  const start = text.slice(0, 2000).trimStart();
  if (start === '') return trouble('roads.paste_empty');
  if (/^(From|MIME-Version|Snapshot-Content-Location):/i.test(start) || start.startsWith('bplist')) return trouble('roads.paste_archive');
  if (!/<[a-z!]/i.test(text)) {
    const link = text.length <= link_text_max ? readLink(text) : null;
    return link ? { kind: 'link', link } : trouble('roads.paste_words');
  }
  // Counted in characters first, so that a huge page is not encoded only to be refused.
  const is_large = text.length > page_max_bytes || new TextEncoder().encode(text).length > page_max_bytes;
  return is_large ? trouble('roads.paste_too_large') : { kind: 'page' };
}
