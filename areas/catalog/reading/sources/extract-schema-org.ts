import { createHash } from 'node:crypto';
import { notAProduct } from '../../errors.ts';
import { breadcrumbsOf, isOfType } from '../page/json-ld.ts';
import { field } from '../page/parse-json.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';
import { readSizeLabel, shortLabel } from '../words/size-label.ts';

const variants_max = 2000;

/**
 * Reads the one Product or ProductGroup that schema.org nodes tell of, from JSON-LD or microdata. null where there is
 * none; throws `catalog.not_a_product` for several, or a list.
 */
export function extractSchemaOrg(nodes: readonly object[], link: URL): RawPart | null {
  const product = theProduct(nodes, link);
  if (product === null) return null;
  const group = leavesOf(product);
  const variants = group.length > 0 ? group : [product];
  const offers = [product, ...group].flatMap(offersOf);
  const shown = shownOf(variants, product, link).flatMap(offersOf);
  const prices = offers.flatMap((offer) => priceOf(offer) ?? []);
  const selling = shown.flatMap((offer) => priceOf(offer) ?? []);
  const [name, description] = [textOf(field(product, 'name')), textOf(field(product, 'description'))];
  const breadcrumbs = breadcrumbsOf(nodes);
  const kind = textOf(field(product, 'category')) ?? '';
  const audience = listOf(field(product, 'audience')).flatMap((one) => textOf(field(one, 'suggestedGender')) ?? []);
  const sizes = sizesOf(variants);
  return {
    product_code: codeOf(product) ?? pathCode(link),
    ...(name === null ? {} : { product_name: name }),
    brand: nameOf(field(product, 'brand')),
    product_image: imageOf(field(product, 'image')) ?? imageOf(field(variants[0], 'image')),
    kind_words: [name ?? '', kind, ...breadcrumbs.toReversed()],
    sizing_words: [...audience, ...breadcrumbs, link.pathname.replaceAll(/[-_/]/g, ' '), name ?? '', kind],
    fit_words: [fitIn(name ?? ''), ...sentences(description ?? '').filter((sentence) => /\bfit\b/i.test(sentence))],
    cloth_words: [...listOf(field(product, 'material')).flatMap((one) => textOf(one) ?? []), description ?? ''],
    currency: offers.flatMap((offer) => currencyOf(offer) ?? [])[0] ?? null,
    price: least(selling) ?? least(prices),
    price_before: (shown.length > 0 ? shown : offers).flatMap((offer) => priceBeforeOf(offer) ?? [])[0] ?? null,
    prices,
    colors: variants.flatMap((variant) => listOf(field(variant, 'color')).flatMap((color) => nameOf(color) ?? [])),
    sizes: sizes.length > 0 ? sizes : sizesOfOffers(offers),
  };
}

/** A group first; of several products the one that the page is about by its address, or the one that is told several times. */
function theProduct(nodes: readonly object[], link: URL): object | null {
  const groups = nodes.filter((node) => isOfType(node, 'ProductGroup'));
  const found = groups.length > 0 ? groups : nodes.filter((node) => isOfType(node, 'Product') || isOfType(node, 'IndividualProduct'));
  if (found.length === 0) {
    if (nodes.some((node) => isOfType(node, 'ItemList') || isOfType(node, 'CollectionPage')))
      throw notAProduct('a list in schema.org data');
    return null;
  }
  const own = found.filter((node) => samePage(textOf(field(node, 'url')), link));
  const some = own.length > 0 ? own : found;
  const is_one = new Set(some.map((node) => textOf(field(node, 'name')))).size === 1;
  const is_elsewhere = some.length > 1 && own.length === 0 && some.some((node) => textOf(field(node, 'url')) !== null);
  if (!is_one || is_elsewhere) throw notAProduct(`${found.length} products in schema.org data`);
  return some[0]!;
}

/** Groups may hold groups: a colour with its sizes. */
function leavesOf(product: object): unknown[] {
  let level: unknown[] = [product];
  for (let depth = 0; depth < 3; depth += 1)
    level = level
      .flatMap((node) => {
        const variants = listOf(field(node, 'hasVariant')).filter((one) => typeof one === 'object' && one !== null);
        return variants.length > 0 ? variants : node === product ? [] : [node];
      })
      .slice(0, variants_max);
  return level;
}

const offersOf = (node: unknown): unknown[] => listOf(field(node, 'offers')).flatMap((offer) => [offer, ...listOf(field(offer, 'offers'))]);

/** The variants that the page shows: those whose own address or code the link names, else whose picture it shows first of all, else all. */
function shownOf(variants: readonly unknown[], product: object, link: URL): readonly unknown[] {
  const asked = [...link.searchParams.values()];
  const named = variants.filter((variant) => {
    const codes = ['sku', 'productID', 'gtin', 'gtin13', 'color'].flatMap((name) => textOf(field(variant, name)) ?? []);
    return asked.some((value) => codes.includes(value)) || sameAddress(textOf(field(variant, 'url')), link);
  });
  if (named.length > 0) return named;
  const pictures = new Set(listOf(field(product, 'image')).flatMap((image) => pictureOf(image) ?? []));
  const pictured = variants.filter((variant) => pictures.has(pictureOf(field(variant, 'image')) ?? ''));
  return pictured.length > 0 ? pictured : variants;
}

/** Without the query, which only sizes and crops it. */
const pictureOf = (image: unknown): string | null => imageOf(image)?.split('?', 1)[0] ?? null;

const sameAddress = (url: string | null, link: URL): boolean =>
  url !== null &&
  URL.canParse(url, link.href) &&
  new URL(url, link.href).pathname === link.pathname &&
  new URL(url, link.href).search === link.search;

const least = (amounts: readonly number[]): number | null =>
  amounts.reduce<number | null>((low, one) => (low === null || one < low ? one : low), null);

const samePage = (url: string | null, link: URL): boolean =>
  url !== null && URL.canParse(url, link.href) && new URL(url, link.href).pathname === link.pathname;

/** Sizes by name, each available when any variant of it is; null when the shop does not say. */
function sizesOf(variants: readonly unknown[]): { label: string; is_available: boolean | null }[] {
  const stock = new Map<string, boolean | null>();
  for (const variant of variants) {
    const is_available = availabilityOf(variant);
    for (const label of listOf(field(variant, 'size')).flatMap((size) => textOf(size) ?? textOf(field(size, 'name')) ?? [])) {
      const short = shortLabel(label);
      stock.set(short, stock.get(short) === true || is_available === true ? true : (is_available ?? stock.get(short) ?? null));
    }
  }
  return [...stock].map(([label, is_available]) => ({ label, is_available }));
}

/** Some shops name each size in its offer only (Reiss). Names that are no sizes are something else. */
function sizesOfOffers(offers: readonly unknown[]): RawPart['sizes'] {
  const named = offers.flatMap((offer) => {
    const label = textOf(field(offer, 'name'));
    return label === null ? [] : [{ label: shortLabel(label), is_available: inStock([offer]) }];
  });
  return named.length > 1 && named.every(({ label }) => readSizeLabel(label).is_understood) ? named : [];
}

const availabilityOf = (variant: unknown): boolean | null => inStock(listOf(field(variant, 'offers')));

function inStock(offers: readonly unknown[]): boolean | null {
  const said = offers.flatMap((offer) => textOf(field(offer, 'availability')) ?? []);
  if (said.length === 0) return null;
  return said.some((one) => /(?:InStock|LimitedAvailability|PreOrder|BackOrder|OnlineOnly)$/i.test(one));
}

/** Selling price: of the offer itself, of a range its lower end, else of its price specification. */
function priceOf(offer: unknown): number | null {
  const own = numberOf(field(offer, 'price')) ?? numberOf(field(offer, 'lowPrice'));
  if (own !== null) return own;
  const selling = listOf(field(offer, 'priceSpecification')).filter((one) => !isListPrice(one));
  return selling.map((one) => numberOf(field(one, 'price')) ?? numberOf(field(one, 'minPrice'))).find((one) => one !== null) ?? null;
}

const priceBeforeOf = (offer: unknown): number | null =>
  listOf(field(offer, 'priceSpecification'))
    .filter(isListPrice)
    .map((one) => numberOf(field(one, 'price')))
    .find((one) => one !== null) ?? null;

const isListPrice = (specification: unknown): boolean =>
  /(?:ListPrice|SRP|MSRP|StrikethroughPrice|RegularPrice)$/.test(textOf(field(specification, 'priceType')) ?? '');

const currencyOf = (offer: unknown): string | null =>
  textOf(field(offer, 'priceCurrency')) ??
  listOf(field(offer, 'priceSpecification'))
    .map((one) => textOf(field(one, 'priceCurrency')))
    .find((one) => one !== null) ??
  null;

/** Group and variant ids differ between shops; the group's own comes first because it holds for all sizes. */
const codeOf = (product: unknown): string | null =>
  ['productGroupID', 'productGroupId', 'productID', 'sku', 'mpn'].map((name) => textOf(field(product, name))).find((one) => one !== null) ??
  null;

/** Paths may be longer than a code, and share their beginning. */
const pathCode = (link: URL): string => createHash('sha256').update(link.pathname).digest('hex').slice(0, 32);

const fitIn = (name: string): string => /\b\w+[- ]fit\b/i.exec(name)?.[0] ?? '';

const sentences = (text: string): string[] => text.slice(0, 4000).split(/[.!\n]/);

function imageOf(image: unknown): string | null {
  const [first] = listOf(image);
  return textOf(first) ?? textOf(field(first, 'url')) ?? textOf(field(first, 'contentUrl'));
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const nameOf = (value: unknown): string | null => {
  const [first] = listOf(value);
  return textOf(first) ?? textOf(field(first, 'name'));
};

/** The standard wants `1299.00`; shops also write `1.299,00` and `$1,299`. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return /^\s*\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : (parsePrice(value)?.amount ?? null);
}
