import type { PageFacts } from '../page/page-facts.ts';
import { field, fieldAt, parseJson, textOf } from '../page/parse-json.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import type { RawPart } from './raw-product.ts';

const variations_max = 2000;
const size_attribute = /size|taille|groesse|größe|talla|taglia|maat/i;
const color_attribute = /colou?r|couleur|farbe|colore/i;

/**
 * Reads the variations that WooCommerce writes into the form of a product: sizes and colours with their stock, pictures and
 * prices. Sizes are slugs there (`x-large`), as good as labels. null where the page has none.
 */
export function extractWooCommerce({ variations, shown_prices }: Pick<PageFacts, 'variations' | 'shown_prices'>): RawPart | null {
  const listed = parseJson(variations);
  if (!Array.isArray(listed) || listed.length === 0) return null;
  const all = listed.slice(0, variations_max) as unknown[];
  const prices = all.flatMap((one) => numberOf(field(one, 'display_price')) ?? []);
  const sizes = new Map<string, boolean | null>();
  for (const one of all) {
    const label = attributeOf(one, size_attribute);
    if (label === null || !isSizeLabel(label)) continue;
    const is_available = field(one, 'is_in_stock');
    if (typeof is_available === 'boolean') sizes.set(label, sizes.get(label) === true || is_available);
    else sizes.set(label, sizes.get(label) ?? null);
  }
  const price = prices.length === 0 ? null : Math.min(...prices);
  const before = Math.max(
    0,
    ...all.flatMap((one) => (numberOf(field(one, 'display_price')) === price ? (numberOf(field(one, 'display_regular_price')) ?? []) : [])),
  );
  return {
    price,
    prices,
    price_before: price !== null && before > price ? before : null,
    // The variations have no currency; it is the one of the prices that people see.
    currency: shown_prices.find(({ amount }) => prices.includes(amount))?.currency ?? null,
    product_images: all
      .slice(0, 1)
      .flatMap((one) => textOf(fieldAt(one, 'image', 'full_src')) ?? textOf(fieldAt(one, 'image', 'src')) ?? []),
    colors: all.flatMap((one) => attributeOf(one, color_attribute) ?? []),
    sizes: [...sizes].map(([label, is_available]) => ({ label, is_available })),
  };
}

/** `{attribute_pa_size: "x-large"}` → `X LARGE`; an empty one means any. */
function attributeOf(variation: unknown, wanted: RegExp): string | null {
  const attributes = field(variation, 'attributes');
  if (typeof attributes !== 'object' || attributes === null) return null;
  const name = Object.keys(attributes).find((one) => wanted.test(one));
  const value = name === undefined ? null : textOf(field(attributes, name));
  return value === null ? null : /^[a-z0-9-]+$/.test(value) ? value.replaceAll('-', ' ').toUpperCase() : value;
}

const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null;
};
