/** What a phone hands over when a page is shared with the installed app. */
interface SharedParts {
  title?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
}

export type Shared = { kind: 'link'; link: string } | { kind: 'nothing' } | { kind: 'no_link' };

/** Beyond this it is no message with a link in it, and looking through it all would keep the tab busy. In characters. */
const text_max = 20_000;
/** As long as the API takes one (contract/fit.ts), in characters. */
const link_max = 2000;

/** Finds the garment's link in what was shared: its own field first, then the text, where Android puts it, then the title. */
export function readShared({ title, text, url }: SharedParts): Shared {
  const parts = [url, text, title].map((part) => (part ?? '').slice(0, text_max)).filter((part) => part.trim() !== '');
  if (parts.length === 0) return { kind: 'nothing' };
  const link = parts.flatMap(findLinks).at(0);
  return link === undefined ? { kind: 'no_link' } : { kind: 'link', link };
}

function findLinks(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"“”«»]+/gi) ?? [];
  return found
    .map(withoutPunctuation)
    .filter((link) => link.length <= link_max && URL.canParse(link) && new URL(link).hostname.includes('.'));
}

/** A sentence ends after a link: its full stop and its closing bracket are not the link's, unless the bracket opened inside it. */
function withoutPunctuation(link: string): string {
  let end = link.length;
  while (end > 0) {
    const last = link.charAt(end - 1);
    const is_unopened = last === ')' && !link.slice(0, end).includes('(');
    if (!/[.,;:!?'’…\]}*_]/.test(last) && !is_unopened) break;
    end -= 1;
  }
  return link.slice(0, end);
}
