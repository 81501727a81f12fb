import { parsePrice } from '../words/parse-price.ts';
import type { Tag, Visitor } from './walk-html.ts';

/** A price that people see on the page. */
export interface ShownPrice {
  amount: number;
  currency: string;
  /** Crossed out: the price before. */
  is_struck: boolean;
  /** Stands behind the page's first `<h1>`, where the product's own price stands. */
  is_after_title: boolean;
}

const prices_max = 200;
/** Longer texts speak of prices, they are none. In characters. */
const text_max = 80;

const says_price = /price|prix|preis|precio|prezzo/i;
const says_struck = /(?:^|[^a-z])(?:old|was|before|previous|compare|strike|struck|crossed|original|list-?price|msrp|rrp|uvp)/i;
/** Prices of something else than the product as a whole. */
const says_part =
  /sav(?:e|ing)|discount|shipping|delivery|install|afterpay|klarna|clearpay|per-?unit|unit-?price|sub-?total|price-?(?:range|filter|slider|match|drop)/i;
/** Places that show other products, or what is in the bag. */
const says_elsewhere =
  /related|recommend|recently|carousel|upsell|cross-?sell|suggest|similar|mini-?(?:cart|bag)|(?:product|grid)-?(?:tile|card)|filter|facet|also-?(?:bought|like)/i;
const elsewhere_tags = new Set(['nav', 'footer', 'aside', 'template']);
const struck_tags = new Set(['del', 's', 'strike']);

interface Open {
  depth: number;
  text: string;
  is_struck: boolean;
  is_told: boolean;
}

/** Collects the prices in elements that are called so, in order. The innermost element that names amount and currency counts. */
export function collectPrices(): Visitor & { prices: ShownPrice[] } {
  const prices: ShownPrice[] = [];
  const waiting: Open[] = [];
  let [elsewhere_depth, is_after_title] = [Infinity, false];
  const end = ({ text, is_struck, is_told }: Open): void => {
    const price = is_told || prices.length >= prices_max || text.length > text_max ? null : parsePrice(text);
    if (price?.currency == null || price.amount <= 0) return;
    prices.push({ amount: price.amount, currency: price.currency, is_struck, is_after_title });
    const around = waiting.at(-1);
    if (around && !is_struck) around.is_told = true;
  };
  /** `Price: $98` outside of any element that is called so; the amount may stand in the next text. */
  let is_captioned = false;
  const readCaption = (text: string): void => {
    if (text.length > text_max || text.trim() === '') return;
    const [, rest] = /^\s*(?:(?:sale|our|your)\s)?(?:price|prix|preis|precio|prezzo)\s*:\s*(.*)$/is.exec(text) ?? [];
    if (rest !== undefined || is_captioned) end({ depth: 0, text: rest ?? text, is_struck: false, is_told: false });
    is_captioned = rest?.trim() === '';
  };
  return {
    prices,
    open: ({ name, attributes, depth, is_void }: Tag) => {
      if (name === 'h1') is_after_title = true;
      if (is_void || depth > elsewhere_depth) return;
      const is_tag_struck = struck_tags.has(name);
      const words = wordsOf(attributes);
      if (elsewhere_tags.has(name) || (words !== '' && says_elsewhere.test(words))) {
        // A whole page is seldom about something else, even when its class says so.
        if (depth > 1) elsewhere_depth = depth;
        return;
      }
      if ((words === '' && !is_tag_struck) || says_part.test(words)) return;
      const around = waiting.at(-1);
      const is_struck = is_tag_struck || says_struck.test(words);
      if (says_price.test(words) || (is_struck && around))
        waiting.push({ depth, text: '', is_struck: is_struck || (around?.is_struck ?? false), is_told: false });
    },
    text: (text) => {
      if (waiting.length === 0 && elsewhere_depth === Infinity) readCaption(text);
      for (let i = waiting.length - 1; i >= 0; i -= 1) {
        const one = waiting[i]!;
        if (one.text.length <= text_max) one.text += text;
        // What is crossed out is no part of the price around it.
        if (one.is_struck) break;
      }
    },
    close: (depth) => {
      if (depth <= elsewhere_depth) elsewhere_depth = Infinity;
      while ((waiting.at(-1)?.depth ?? -1) >= depth) end(waiting.pop()!);
    },
  };
}

const word_attributes = ['class', 'id', 'data-testid', 'data-test', 'data-qa', 'itemprop'];

function wordsOf(attributes: ReadonlyMap<string, string>): string {
  if (attributes.size === 0) return '';
  let words = '';
  for (const name of word_attributes) {
    const value = attributes.get(name);
    if (value !== undefined) words += `${value} `;
  }
  return words.slice(0, 400);
}
