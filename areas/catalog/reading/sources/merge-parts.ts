import type { RawPart, RawProduct, StatedPrice } from './raw-product.ts';

/** Where on the page a fact stood, most trusted first. */
export type Source =
  | 'shop_rules'
  | 'json_ld'
  | 'microdata'
  | 'rdfa'
  | 'shopify'
  | 'woocommerce'
  | 'open_graph'
  | 'page_state'
  | 'chooser'
  | 'shown';

export interface SourcedPart {
  source: Source;
  part: RawPart;
}

/** Joined: a list that is empty was not told, and words from all sources are kept, the most trusted first. */
const joined = ['kind_words', 'sizing_words', 'fit_words', 'cloth_words', 'charts'] as const;
/** A price without its own currency would be sold in another one: they come from one source together. */
const money = ['price', 'price_before', 'prices', 'currency', 'is_price_of_shown'] as const;

export interface Merged {
  part: RawPart;
  /** Which source each field came from. */
  sources: Partial<Record<keyof RawProduct, Source>>;
}

/** Merges what several sources on a page tell, field by field: the first that tells a field decides it. */
export function mergeParts(parts: readonly SourcedPart[]): Merged {
  const merged: Record<string, unknown> = {};
  const sources: Merged['sources'] = {};
  for (const { source, part } of parts) {
    for (const [name, value] of Object.entries(part) as [keyof RawProduct, unknown][]) {
      if (isUntold(value) || name in merged || isOneOf(joined, name) || isOneOf(money, name)) continue;
      merged[name] = value;
      sources[name] = source;
    }
  }
  const told = parts.filter(({ part }) => part.price != null);
  const priced = told.find(({ part }) => part.currency != null) ?? told[0];
  for (const name of money) {
    if (!priced || isUntold(priced.part[name])) continue;
    merged[name] = priced.part[name];
    sources[name] = priced.source;
  }
  merged['currency'] ??= parts.find(({ part }) => part.currency != null)?.part.currency;
  merged['price_before'] ??= parts.find(({ part }) => part.price_before != null && part.price === priced?.part.price)?.part.price_before;
  if (priced) merged['price'] = shownOf(priced.part, told);
  for (const name of joined) merged[name] = parts.flatMap(({ part }) => (part[name] as readonly unknown[] | undefined) ?? []);
  return { part: merged, sources };
}

/** Where a source only knows what its variants cost, another one tells which of these prices the page shows. */
function shownOf({ price, prices = [], is_price_of_shown = false }: RawPart, told: readonly SourcedPart[]): number {
  if (is_price_of_shown || new Set(prices).size < 2) return price!;
  // What people see comes last in trust, but knows this best.
  const shown = told
    .filter(({ part }) => part.is_price_of_shown)
    .map(({ part }) => part.price!)
    .toReversed();
  return shown.find((one) => prices.includes(one)) ?? price!;
}

/** Lists what each source gives as the selling price. */
export const statedPrices = (parts: readonly SourcedPart[]): StatedPrice[] =>
  parts.flatMap(({ source, part: { price, prices = [] } }) => (price == null ? [] : [{ source, price, prices: [...prices] }]));

const isUntold = (value: unknown): boolean => value == null || value === '' || (Array.isArray(value) && value.length === 0);

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);
