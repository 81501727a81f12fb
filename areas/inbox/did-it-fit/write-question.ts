import type { Product } from '#contract/catalog.ts';
import { girthFeel } from '#contract/fit.ts';
import type { LinkAnswer } from '#contract/inbox.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { MailMessage } from '#platform/mail/mail.ts';
import { mailWords, type MailWords } from './mail-words.ts';
import { messageId, question_days, questionUrl } from './question-link.ts';
import type { AskedRow } from './question.store.ts';

interface About {
  to: string;
  locale: string;
  product: Product;
  /** Whom it is for; null: for oneself. */
  name: string | null;
}

const answers = [...girthFeel.options, 'not_bought'] as const;

/** Writes the mail that asks how a garment fitted, in its reader's language: each answer is a link, as text and as HTML. */
export function writeQuestion(ctx: Pick<Ctx, 'keys' | 'config'>, question: AskedRow, { to, locale, product, name }: About): MailMessage {
  const { language, words } = mailWords(locale);
  const urlOf = (answer?: LinkAnswer) => questionUrl(ctx, question.id, answer);
  const about = { product: product.product_name, brand: product.brand, size: question.size, name };
  const until = new Date(Date.parse(question.asked_at) + question_days * 86_400_000);
  const parts: Parts = {
    title: words.title(about),
    lead: words.lead(about),
    answers: answers.map((answer) => ({ text: words.answers[answer], url: urlOf(answer) })),
    tap: words.tap,
    why: words.why(until.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })),
    stop: { text: words.stop, url: urlOf('no_mail') },
  };
  return {
    id: messageId(question.id),
    to,
    subject: words.title(about),
    text: asText(parts),
    html: asHtml(parts, language),
    language,
    unsubscribe_url: urlOf('no_mail'),
  };
}

interface Link {
  text: string;
  url: string;
}
interface Parts extends Pick<MailWords, 'tap'> {
  title: string;
  lead: string;
  answers: Link[];
  why: string;
  stop: Link;
}

const asText = ({ title, lead, answers: links, tap, why, stop }: Parts): string =>
  [title, lead, links.map(({ text, url }) => `${text}:\n${url}`).join('\n\n'), tap, `${why}\n${stop.text}:\n${stop.url}`].join('\n\n');

/** Mail programs know styles in attributes and little else; what is a garment's name may hold anything. */
const asHtml = ({ title, lead, answers: links, tap, why, stop }: Parts, language: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body style="margin:0;background:#f4f1ea;color:#17150f;font:16px/1.45 sans-serif">
<div style="max-width:480px;margin:0 auto;padding:32px 20px">
<h1 style="margin:0 0 12px;font:300 30px/1.1 Georgia,serif">${escape(title)}</h1>
<p style="margin:0 0 20px;color:#57524a">${escape(lead)}</p>
${links.map(({ text, url }) => `<p style="margin:0 0 8px"><a href="${escape(url)}" style="display:block;padding:13px 16px;border:1px solid #17150f;color:#17150f;text-decoration:none">${escape(text)}</a></p>`).join('\n')}
<p style="margin:20px 0 28px;color:#57524a">${escape(tap)}</p>
<p style="margin:0;font-size:13px;color:#625c52">${escape(why)} <a href="${escape(stop.url)}" style="color:#625c52">${escape(stop.text)}</a></p>
</div></body></html>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => entities[mark]!);
