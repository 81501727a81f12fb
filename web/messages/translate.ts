import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { ErrorCode } from '#contract/error-codes.ts';
import type en from './en.json';

export type MessageKey = keyof typeof en;
/** A message as it is written, or as the build has parsed it (parse-messages.ts). */
export type Message = string | MessageFormatElement[];
/** English errors are the server's own words, which know more of the case; other languages say them by their code. */
export type Messages = Record<MessageKey, Message> & Partial<Record<`error_code.${ErrorCode}`, string>>;
export type Values = Record<string, string | number>;

export interface Translate {
  (key: MessageKey, values?: Values): string;
  locale: string;
  /** A number as this locale writes it, with at most one decimal. */
  number: (value: number) => string;
  /** A share from 0 to 1 in whole percent: "82%", "82 %". */
  percent: (share: number) => string;
  /** "a, b and c". */
  list: (items: string[]) => string;
  /** A name that stands alone elsewhere, as it is written within a sentence: small, except where nouns are always large. */
  within: (name: string) => string;
  /** What an error of this code means; undefined where this language leaves it to the server. */
  ofCode: (code: ErrorCode) => string | undefined;
}

/** Languages that write every noun with a capital. */
const capital_nouns: readonly string[] = ['de', 'lb'];

/** The letter is drawn, not read: a T-shirt has that shape in every sentence. */
const shape_of_letter = /^\p{Lu}-/u;

/** Makes `t`: looks a message up and fills it in. A message is parsed once, when it is first needed. */
export function createTranslate(locale: string, messages: Messages): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const are_nouns_large = capital_nouns.includes(locale.split('-')[0] ?? '');
  const translate = (key: MessageKey, values?: Values): string => {
    const message = messages[key];
    // Most messages have nothing to fill in, and need no parser.
    if (typeof message === 'string' && !message.includes('{')) return message;
    const format = parsed.get(key) ?? new IntlMessageFormat(message, locale);
    parsed.set(key, format);
    return String(format.format(values));
  };
  return Object.assign(translate, {
    locale,
    number: (value: number) => numbers.format(value),
    percent: (share: number) => shares.format(share),
    list: (items: string[]) => lists.format(items),
    within: (name: string) => (are_nouns_large || shape_of_letter.test(name) ? name : name.toLocaleLowerCase(locale)),
    ofCode: (code: ErrorCode) => messages[`error_code.${code}`],
  });
}
