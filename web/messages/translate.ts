import { IntlMessageFormat } from 'intl-messageformat';
import type en from './en.json';

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
export type Values = Record<string, string | number>;

export interface Translate {
  (key: MessageKey, values?: Values): string;
  locale: string;
  /** A number as this locale writes it, with at most one decimal. */
  number: (value: number) => string;
  /** "a, b and c". */
  list: (items: string[]) => string;
}

/** Makes `t`: looks a message up and fills it in. A message is parsed once, when it is first needed. */
export function createTranslate(locale: string, messages: Messages): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const translate = (key: MessageKey, values?: Values): string => {
    const text = messages[key];
    // Most messages have nothing to fill in, and need no parser.
    if (!values && !text.includes('{')) return text;
    const format = parsed.get(key) ?? new IntlMessageFormat(text, locale);
    parsed.set(key, format);
    return String(format.format(values));
  };
  return Object.assign(translate, {
    locale,
    number: (value: number) => numbers.format(value),
    list: (items: string[]) => lists.format(items),
  });
}
