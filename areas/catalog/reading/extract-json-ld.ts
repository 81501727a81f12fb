import { createHash } from 'node:crypto';
import { notAProduct, unknownShop } from '../errors.ts';
import { breadcrumbsOf, isOfType, jsonLdNodes } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { field } from './parse-json.ts';
import type { RawProduct } from './raw-product.ts';
import { shortLabel } from './size-label.ts';

const variants_max = 2000;

/**
 * Reads any page that tells of one Product or ProductGroup with sizes in JSON-LD. Throws `catalog.not_a_product` for
 * several products, `catalog.unknown_shop` where there is none, or none with sizes: Toile would have to guess.
 */
export function extractJsonLd(facts: PageFacts, link: URL): RawProduct {
  const nodes = jsonLdNodes(facts.json_ld);
  const product = theProduct(nodes, link);
  const variants = isOfType(product, 'ProductGroup') ? listOf(field(product, 'hasVariant')).slice(0, variants_max) : [product];
  const sizes = sizesOf(variants);
  if (sizes.length === 0) throw unknownShop(link.hostname);
  const offers = [product, ...variants].flatMap((node) => listOf(field(node, 'offers')));
  const prices = offers.flatMap((offer) => numberOf(field(offer, 'price') ?? field(offer, 'lowPrice')) ?? []);
  const [name, description] = [textOf(field(product, 'name')), textOf(field(product, 'description'))];
  const breadcrumbs = breadcrumbsOf(nodes);
  return {
    product_code: codeOf(product) ?? pathCode(link),
    product_name: name ?? '',
    brand: textOf(field(product, 'brand')) ?? textOf(field(field(product, 'brand'), 'name')),
    product_url: link.href,
    product_image: imageOf(field(product, 'image')) ?? imageOf(field(variants[0], 'image')) ?? facts.meta.get('og:image') ?? null,
    image_hosts: null,
    kind_words: [name ?? '', textOf(field(product, 'category')) ?? '', ...breadcrumbs.toReversed()],
    sizing_words: [...breadcrumbs, link.pathname.replaceAll(/[-_/]/g, ' '), name ?? '', textOf(field(product, 'category')) ?? ''],
    fit_words: [fitIn(name ?? ''), ...sentences(description ?? '').filter((sentence) => /\bfit\b/i.test(sentence))],
    cloth_words: [...listOf(field(product, 'material')).flatMap((one) => textOf(one) ?? []), description ?? ''],
    currency: offers.map((offer) => textOf(field(offer, 'priceCurrency'))).find((one) => one !== null) ?? null,
    price: prices.length === 0 ? null : Math.min(...prices),
    price_before: null,
    prices,
    colors: variants.flatMap((variant) => textOf(field(variant, 'color')) ?? []),
    sizes,
    other_fits: [],
  };
}

/** A group first; of several products the one that the page is about by its address. */
function theProduct(nodes: readonly object[], link: URL): object {
  const groups = nodes.filter((node) => isOfType(node, 'ProductGroup'));
  const found = groups.length > 0 ? groups : nodes.filter((node) => isOfType(node, 'Product'));
  if (found.length === 0)
    throw nodes.some((node) => isOfType(node, 'ItemList')) ? notAProduct('a list in JSON-LD') : unknownShop(link.hostname);
  const own = found.filter((node) => samePage(textOf(field(node, 'url')), link));
  const one = found.length === 1 ? found : own;
  if (one.length !== 1) throw notAProduct(`${found.length} products in JSON-LD`);
  return one[0]!;
}

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

function availabilityOf(variant: unknown): boolean | null {
  const said = listOf(field(variant, 'offers')).flatMap((offer) => textOf(field(offer, 'availability')) ?? []);
  if (said.length === 0) return null;
  return said.some((one) => /(?:InStock|LimitedAvailability|PreOrder|BackOrder|OnlineOnly)$/i.test(one));
}

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

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}
