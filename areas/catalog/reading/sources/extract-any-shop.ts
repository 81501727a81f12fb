import { createHash } from 'node:crypto';
import { notAProduct, unknownShop } from '../../errors.ts';
import { extractAmazon } from './extract-amazon.ts';
import { extractOpenGraph } from './extract-open-graph.ts';
import { extractReiss } from './extract-reiss.ts';
import { extractSchemaOrg } from './extract-schema-org.ts';
import { extractShopify } from './extract-shopify.ts';
import { jsonLdNodes } from '../page/json-ld.ts';
import { mergeParts, type Source, type SourcedPart } from './merge-parts.ts';
import type { PageFacts } from '../page/page-facts.ts';
import type { RawPart, RawProduct } from './raw-product.ts';

/**
 * Reads a page of any shop: each source in the order of trust, merged field by field. Throws `catalog.not_a_product` for
 * a page of several products, `catalog.unknown_shop` where nothing tells of one.
 */
export function extractAnyShop(facts: PageFacts, link: URL): RawProduct {
  const parts = sources.flatMap(([source, extract]): SourcedPart[] => {
    const part = extract(facts, link);
    return part ? [{ source, part }] : [];
  });
  if (parts.length === 0) throw looksLikeList(facts) ? notAProduct('no product, and many links to products') : unknownShop(link.hostname);
  const { part } = mergeParts(parts);
  return {
    product_code: pathCode(link),
    product_name: '',
    brand: null,
    product_image: null,
    kind_words: [],
    sizing_words: [],
    fit_words: [],
    cloth_words: [],
    currency: null,
    price: null,
    price_before: null,
    prices: [],
    colors: [],
    sizes: [],
    other_fits: [],
    ...part,
    product_url: link.href,
    image_hosts: null,
    stated_prices: statedPrices(parts),
  };
}

const sources: readonly (readonly [Source, (facts: PageFacts, link: URL) => RawPart | null])[] = [
  ['shop_rules', (facts, link) => (/(?:^|\.)amazon\.[a-z.]{2,6}$/.test(link.hostname) ? extractAmazon(facts, link) : null)],
  ['shop_rules', (facts, link) => (/(?:^|\.)reiss\.com$/.test(link.hostname) ? extractReiss(facts) : null)],
  ['shop_rules', ({ choices }) => (choices.get('size')?.length ? { sizes: choices.get('size')! } : null)],
  ['json_ld', ({ json_ld }, link) => extractSchemaOrg(jsonLdNodes(json_ld), link)],
  ['microdata', ({ microdata }, link) => extractSchemaOrg(microdata, link)],
  ['shopify', (facts) => extractShopify(facts)],
  ['open_graph', (facts) => extractOpenGraph(facts)],
];

const statedPrices = (parts: readonly SourcedPart[]): RawProduct['stated_prices'] =>
  parts.flatMap(({ source, part: { price, prices = [] } }) => (price == null ? [] : [{ source, price, prices: [...prices] }]));

/** A page of a category shows many things to buy; none of them is what the page is about. */
const tiles_min = 8;
const looksLikeList = ({ html }: PageFacts): boolean =>
  [...html.slice(0, 3_000_000).matchAll(/class="[^"]{0,200}(?:product-?(?:tile|card|item)|ProductCard|plp)/gi)].length >= tiles_min;

/** Paths may be longer than a code, and share their beginning. */
const pathCode = (link: URL): string => createHash('sha256').update(link.pathname).digest('hex').slice(0, 32);
