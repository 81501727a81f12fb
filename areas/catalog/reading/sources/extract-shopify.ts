import type { PageFacts } from '../page/page-facts.ts';
import { field, parseJson } from '../page/parse-json.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';

const variants_max = 2000;
const size_option = /^(?:size|taille|größe|talla|taglia|maat|sizes)\b/i;
const color_option = /^(?:colou?r|couleur|farbe|kleur|colore)\b/i;

/** Reads the product that a Shopify theme embeds as JSON in its page; null where there is none. */
export function extractShopify({ json }: PageFacts): RawPart | null {
  for (const text of json) {
    const found = readShopifyProduct(parseJson(text), { is_minor: true });
    if (found) return found;
  }
  return null;
}

/**
 * Reads `/products/{handle}.json` (prices as text in major units) or the product embedded in a page (`is_minor`: whole
 * numbers are minor units). null for what is no Shopify product.
 */
export function readShopifyProduct(value: unknown, { is_minor }: { is_minor: boolean }): RawPart | null {
  const product = field(value, 'product') ?? value;
  const variants = field(product, 'variants');
  const name = textOf(field(product, 'title'));
  if (!Array.isArray(variants) || variants.length === 0 || name === null) return null;
  const shown = variants.slice(0, variants_max) as unknown[];
  const options = optionsOf(product);
  const [size_at, color_at] = [options.findIndex((one) => size_option.test(one)), options.findIndex((one) => color_option.test(one))];
  const priceOf = (variant: unknown, name_of_price: string): number | null => amount(field(variant, name_of_price), is_minor);
  const prices = shown.flatMap((variant) => priceOf(variant, 'price') ?? []);
  const price = prices.length === 0 ? null : Math.min(...prices);
  return {
    product_code: codeOf(product),
    product_name: name,
    brand: textOf(field(product, 'vendor')),
    product_image: imageOf(product),
    kind_words: [name, textOf(field(product, 'product_type')) ?? textOf(field(product, 'type')) ?? '', ...tagsOf(product)],
    sizing_words: [...tagsOf(product), name, textOf(field(product, 'product_type')) ?? ''],
    cloth_words: [(textOf(field(product, 'body_html')) ?? textOf(field(product, 'description')) ?? '').replaceAll(/<[^>]{0,500}>/g, ' ')],
    price,
    price_before:
      shown.flatMap((variant) => priceOf(variant, 'compare_at_price') ?? []).find((before) => before > (price ?? Infinity)) ?? null,
    prices,
    currency:
      shown.flatMap(
        (variant) => textOf(field(variant, 'price_currency')) ?? textOf(field(field(variant, 'price'), 'currency_code')) ?? [],
      )[0] ?? null,
    colors: color_at < 0 ? [] : shown.flatMap((variant) => optionOf(variant, color_at) ?? []),
    sizes: size_at < 0 ? [] : sizesOf(shown, size_at),
  };
}

function codeOf(product: unknown): string {
  const id = field(product, 'id') ?? field(product, 'product_id');
  return typeof id === 'number' ? String(id) : (textOf(id) ?? textOf(field(product, 'handle')) ?? '');
}

function sizesOf(variants: readonly unknown[], at: number): NonNullable<RawPart['sizes']> {
  const stock = new Map<string, boolean | null>();
  for (const variant of variants) {
    const label = optionOf(variant, at);
    if (label === null) continue;
    const available = field(variant, 'available');
    const is_available = typeof available === 'boolean' ? available : null;
    stock.set(label, stock.get(label) === true ? true : (is_available ?? stock.get(label) ?? null));
  }
  return [...stock].map(([label, is_available]) => ({ label, is_available }));
}

/** `option1` in products, `option_values` in product listings. */
function optionOf(variant: unknown, at: number): string | null {
  const listed = field(variant, 'option_values');
  return textOf(field(variant, `option${at + 1}`)) ?? (Array.isArray(listed) ? textOf(field(listed[at], 'value')) : null);
}

function optionsOf(product: unknown): string[] {
  const options = field(product, 'options');
  return Array.isArray(options) ? options.map((one: unknown) => textOf(one) ?? textOf(field(one, 'name')) ?? '') : [];
}

function amount(value: unknown, is_minor: boolean): number | null {
  if (typeof value === 'number') return is_minor && Number.isInteger(value) ? value / 100 : value;
  return typeof value === 'string' ? (parsePrice(value)?.amount ?? null) : null;
}

function imageOf(product: unknown): string | null {
  const images = field(product, 'images');
  const first: unknown = Array.isArray(images) ? images[0] : (field(product, 'featured_image') ?? field(product, 'image'));
  return textOf(first) ?? textOf(field(first, 'src'));
}

function tagsOf(product: unknown): string[] {
  const tags = field(product, 'tags');
  if (typeof tags === 'string') return tags.slice(0, 2000).split(/,\s*/);
  return Array.isArray(tags) ? tags.slice(0, 50).flatMap((tag) => textOf(tag) ?? []) : [];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
