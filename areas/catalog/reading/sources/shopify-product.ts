import { field, fieldAt, listOf, textOf } from '../page/parse-json.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';

const variants_max = 2000;
const size_option = /^(?:[\w']+ )?(?:sizes?|taille|größe|talla|taglia|maat|storlek|length|waist)\b/i;
const color_option = /^(?:colou?rs?|couleur|farbe|kleur|colore?|shade)\b/i;

export interface ShopifyReading {
  /** Whole numbers are minor units: so in a page, while `/products/{handle}.json` writes major units as text. */
  is_minor: boolean;
  /** Id of the variant that was asked for. */
  variant?: string | null;
  currency?: string | null;
}

/**
 * Reads a product in any of Shopify's forms: `/products/{handle}.json`, `.js`, a product listing, one embedded in a page.
 * The price is that of the variant asked for, else of the first that sells, as its themes show it. null for what is none.
 */
export function readShopifyProduct(value: unknown, { is_minor, variant = null, currency = null }: ShopifyReading): RawPart | null {
  const product = field(value, 'product') ?? listOf(field(value, 'product_listings'))[0] ?? value;
  const variants = listOf(field(product, 'variants')).slice(0, variants_max);
  const name = textOf(field(product, 'title')) ?? textOf(field(variants[0], 'name'));
  if (
    variants.length === 0 ||
    name === null ||
    !variants.every((one) => field(one, 'id') !== undefined || field(one, 'price') !== undefined)
  )
    return null;
  const [size_at, color_at] = optionPlaces(product, variants);
  const shown =
    variants.find((one) => variant !== null && String(field(one, 'id')) === variant) ??
    variants.find((one) => field(one, 'available') === true) ??
    variants[0];
  const [price, before] = [amount(field(shown, 'price'), is_minor), amount(field(shown, 'compare_at_price'), is_minor)];
  const words = [textOf(field(product, 'product_type')) ?? textOf(field(product, 'type')) ?? '', ...tagsOf(product)];
  return {
    product_code: codeOf(product),
    product_name: name,
    brand: textOf(field(product, 'vendor')),
    product_images: imagesOf(product, shown),
    kind_words: [name, ...words],
    sizing_words: [...tagsOf(product).map(afterColon), name, ...words],
    cloth_words: [(textOf(field(product, 'body_html')) ?? textOf(field(product, 'description')) ?? '').replaceAll(/<[^>]{0,500}>/g, ' ')],
    price,
    price_before: before !== null && price !== null && before > price ? before : null,
    prices: variants.flatMap((one) => amount(field(one, 'price'), is_minor) ?? []),
    is_price_of_shown: true,
    is_available: variants.some((one) => field(one, 'available') === true)
      ? true
      : variants.every((one) => field(one, 'available') === false)
        ? false
        : null,
    currency: textOf(field(shown, 'price_currency')) ?? textOf(fieldAt(shown, 'price', 'currency_code')) ?? currency,
    colors: color_at < 0 ? [] : variants.flatMap((one) => optionOf(one, color_at) ?? []),
    sizes: size_at < 0 ? [] : sizesOf(variants, size_at),
  };
}

/** Where among the options size and colour stand: by their names, else by what they look like. -1 where there is none. */
function optionPlaces(product: unknown, variants: readonly unknown[]): [number, number] {
  const names = listOf(field(product, 'options')).map((one) => textOf(one) ?? textOf(field(one, 'name')) ?? '');
  const named = names.findIndex((one) => size_option.test(one));
  const looks = [0, 1, 2].findIndex((at) => {
    const labels = new Set(variants.map((one) => optionOf(one, at)));
    return !labels.has(null) && labels.size > 0 && [...labels].every((label) => label !== null && isSizeLabel(label));
  });
  return [named >= 0 ? named : looks, names.findIndex((one) => color_option.test(one))];
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

/** `option1` in products, `option_values` in listings, `options` in a page; in statistics only a part of the title. */
function optionOf(variant: unknown, at: number): string | null {
  return (
    textOf(field(variant, `option${at + 1}`)) ??
    textOf(field(listOf(field(variant, 'option_values'))[at], 'value')) ??
    textOf(listOf(field(variant, 'options'))[at]) ??
    (textOf(field(variant, 'public_title')) ?? (field(variant, 'option1') === undefined ? textOf(field(variant, 'title')) : null))?.split(
      ' / ',
    )[at] ??
    null
  );
}

function amount(value: unknown, is_minor: boolean): number | null {
  const plain = typeof value === 'object' ? field(value, 'amount') : value;
  const read =
    typeof plain === 'number'
      ? is_minor && Number.isInteger(plain)
        ? plain / 100
        : plain
      : typeof plain === 'string'
        ? parsePrice(plain)?.amount
        : null;
  return read !== undefined && read !== null && read > 0 ? read : null;
}

const images_max = 20;

function imagesOf(product: unknown, shown: unknown): string[] {
  const all = [
    field(shown, 'featured_image'),
    ...listOf(field(product, 'images')),
    field(product, 'featured_image'),
    field(product, 'image'),
  ];
  return all.slice(0, images_max).flatMap((one) => textOf(one) ?? textOf(field(one, 'src')) ?? []);
}

/** `Gender_Men`, `gender:women`. */
const afterColon = (tag: string): string => tag.replace(/^\w+[:_]/, '');

function tagsOf(product: unknown): string[] {
  const tags = field(product, 'tags');
  if (typeof tags === 'string') return tags.slice(0, 2000).split(/,\s*/);
  return listOf(tags)
    .slice(0, 50)
    .flatMap((tag) => textOf(tag) ?? []);
}
