import type { RawPart, RawProduct } from './raw-product.ts';

/** Where on the page a fact stood, most trusted first. */
export type Source = 'shop_rules' | 'json_ld' | 'microdata' | 'shopify' | 'open_graph';

export interface SourcedPart {
  source: Source;
  part: RawPart;
}

/** Joined: a list that is empty was not told, and words from all sources are kept, the most trusted first. */
const joined = ['kind_words', 'sizing_words', 'fit_words', 'cloth_words'] as const;
/** A price without its own currency would be sold in another one: they come from one source together. */
const money = ['price', 'price_before', 'prices', 'currency'] as const;

export interface Merged {
  part: RawPart;
  /** Which source each field came from. */
  sources: Partial<Record<keyof RawProduct, Source>>;
}

/** Merges what several sources on a page tell, field by field: the first that tells a field decides it. */
export function mergeParts(parts: readonly SourcedPart[]): Merged {
  const merged: Record<string, unknown> = {};
  const sources: Merged['sources'] = {};
  const priced = parts.find(({ part }) => part.price != null && part.currency != null) ?? parts.find(({ part }) => part.price != null);
  for (const { source, part } of parts) {
    for (const [name, value] of Object.entries(part) as [keyof RawProduct, unknown][]) {
      if (isUntold(value) || name in merged || isOneOf(joined, name) || isOneOf(money, name)) continue;
      merged[name] = value;
      sources[name] = source;
    }
  }
  for (const name of money) {
    if (!priced || isUntold(priced.part[name])) continue;
    merged[name] = priced.part[name];
    sources[name] = priced.source;
  }
  merged['currency'] ??= parts.find(({ part }) => part.currency != null)?.part.currency;
  for (const name of joined) merged[name] = parts.flatMap(({ part }) => part[name] ?? []);
  return { part: merged, sources };
}

const isUntold = (value: unknown): boolean => value == null || value === '' || (Array.isArray(value) && value.length === 0);

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);
