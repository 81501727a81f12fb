import { notAProduct } from '../../errors.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { jsonLdNodes } from '../page/json-ld.ts';
import type { PageFacts } from '../page/page-facts.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { explainNoProduct } from './explain-no-product.ts';
import { extractAmazon } from './extract-amazon.ts';
import { extractJcrew } from './extract-jcrew.ts';
import { extractOpenGraph } from './extract-open-graph.ts';
import { extractPageState } from './extract-page-state.ts';
import { extractReiss } from './extract-reiss.ts';
import { extractSchemaOrg } from './extract-schema-org.ts';
import { extractShopify } from './extract-shopify.ts';
import { extractShown } from './extract-shown.ts';
import { extractWooCommerce } from './extract-woocommerce.ts';
import { mergeParts, statedPrices, type Source, type SourcedPart } from './merge-parts.ts';
import { pathCode } from './path-code.ts';
import { blank_product, type RawPart, type RawProduct } from './raw-product.ts';

/**
 * Reads a page of any shop: each source in the order of trust, merged field by field. Throws `catalog.not_a_product` for
 * a page of several products, `catalog.unknown_shop` where nothing tells of one.
 */
export function extractAnyShop(facts: PageFacts, link: URL): RawProduct {
  // What J.Crew's own data refuses is refused: the rest of such a page tells of another product.
  const jcrew = extractJcrew(facts, link);
  const told = [...(jcrew ? [{ source: 'shop_rules' as const, part: jcrew }] : []), ...readSources(facts, link)];
  const shown: SourcedPart = { source: 'shown', part: extractShown(facts) };
  if (told.length === 0 && !isSoldHere(shown.part, facts))
    throw explainNoProduct(facts, { host: link.hostname, is_list: looksLikeList(facts) });
  const names = [...told, shown].flatMap(({ part }) => part.product_name ?? []);
  const has_sizes = told.some(({ part }) => (part.sizes?.length ?? 0) > 0);
  const state = has_sizes ? null : extractPageState(facts, names);
  const parts = [...told, ...(state ? [{ source: 'page_state' as const, part: state }] : []), shown];
  const { part, sources: found_in } = mergeParts(parts.map((one) => ({ ...one, part: withPriceSeen(one.part, facts) })));
  return {
    ...blank_product,
    product_code: pathCode(link),
    product_url: link.href,
    ...part,
    product_name: withoutShop(part.product_name ?? '', facts),
    are_sizes_as_shown: found_in.sizes === 'shown' || found_in.sizes === 'page_state',
    base_url: facts.base,
    stated_prices: [...statedPrices(told), ...seenPrices(shown.part, facts)],
  };
}

const sources: readonly (readonly [Source, (facts: PageFacts, link: URL) => RawPart | null])[] = [
  ['shop_rules', (facts, link) => extractAmazon(facts, link)],
  ['shop_rules', (facts, link) => extractReiss(facts, link)],
  ['shop_rules', ({ choices }) => sizesOf(choices.get('size') ?? [])],
  ['json_ld', (facts, link) => extractSchemaOrg(jsonLdNodes(facts.json_ld), namesOf(facts, link))],
  ['microdata', (facts, link) => extractSchemaOrg(facts.microdata, namesOf(facts, link))],
  ['rdfa', (facts, link) => extractSchemaOrg(facts.rdfa, namesOf(facts, link))],
  ['shopify', (facts, link) => extractShopify(facts, link)],
  ['woocommerce', (facts) => extractWooCommerce(facts)],
  ['open_graph', (facts) => extractOpenGraph(facts)],
];

/**
 * A source that tells of a list speaks for the page, unless another one tells of one product by name: pages of a product
 * show lists of others too.
 */
function readSources(facts: PageFacts, link: URL): SourcedPart[] {
  let refusal: AppError | null = null;
  const parts = sources.flatMap(([source, extract]): SourcedPart[] => {
    try {
      const part = extract(facts, link);
      return part ? [{ source, part }] : [];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'catalog.not_a_product') throw error;
      refusal ??= error;
      return [];
    }
  });
  if (refusal !== null && !parts.some(({ part }) => part.price != null && isTitle(part.product_name ?? '', facts))) throw refusal;
  const is_named = parts.some(({ part }) => part.product_name != null && part.product_name !== '');
  if (!is_named && looksLikeList(facts)) throw notAProduct('no product, and many links to products');
  return parts;
}

/**
 * "From 5.29" is what a page with a range shows, then the lowest counts. And a price that the page itself crosses out, with a
 * lower one beside it, is the price before, whatever the data says.
 */
function withPriceSeen(part: RawPart, facts: PageFacts): RawPart {
  const { price, currency, prices = [] } = part;
  if (price == null) return part;
  const seen = facts.shown_prices.filter((one) => currency == null || one.currency === currency);
  const lower = seen.find((one) => one.is_after_title && !one.is_struck && one.amount < price);
  const is_struck =
    seen.some((one) => one.is_struck && one.amount === price) && !seen.some((one) => !one.is_struck && one.amount === price);
  if (is_struck && lower) return { ...part, price: lower.amount, price_before: price, prices: [lower.amount], is_price_of_shown: true };
  return new Set(prices).size > 1 && !part.is_price_of_shown && saysFrom(facts.html, price) ? { ...part, is_price_of_shown: true } : part;
}

const saysFrom = (html: string, price: number): boolean => {
  const [whole, rest = '00'] = price.toFixed(2).split('.');
  return new RegExp(
    `\\b(?:from|ab|dès|à partir de|desde|da|starting at|as low as)\\b(?:&#\\d+;|[^0-9<]){0,24}${whole}(?:[.,]${rest}|\\b)`,
    'i',
  ).test(html.slice(0, html_max));
};
const html_max = 3_000_000;

/** What people see: the price, and all others that stand behind the title, since any of them may be the real one. */
const seenPrices = ({ price, currency }: RawPart, { shown_prices }: PageFacts): RawProduct['stated_prices'] =>
  price == null
    ? []
    : [
        {
          source: 'shown',
          price,
          prices: shown_prices.filter((one) => one.currency === currency && !one.is_struck).map(({ amount }) => amount),
        },
      ];

/** Some shops put the page's whole title into their data: `Apron dress — Studio Marrow` is the `Apron dress` of the heading. */
const withoutShop = (name: string, { headings }: PageFacts): string =>
  headings.first.find((title) => title.length > 2 && name.startsWith(title) && /^\s+[|–—-]\s/.test(name.slice(title.length))) ?? name;

/** Whether a product's name is what the page calls itself. */
function isTitle(name: string, { headings, meta }: PageFacts): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return name !== '' && [...headings.first, meta.get('og:title') ?? ''].some((title) => plain(title).startsWith(plain(name)));
}

const namesOf = ({ headings, meta }: PageFacts, link: URL) => ({ link, headings, shared_title: meta.get('og:title') ?? null });

/** The same shops mark other things to choose this way too. */
const sizesOf = (choices: NonNullable<RawPart['sizes']>): RawPart | null =>
  choices.some(({ label }) => isSizeLabel(label)) ? { sizes: choices } : null;

/** Without a word for programs: a page with a title, a price and sizes to choose from sells one garment. */
const isSoldHere = ({ product_name = '', price, sizes = [] }: RawPart, facts: PageFacts): boolean =>
  product_name !== '' && price != null && sizes.length > 0 && !looksLikeList(facts);

/** A page of a category shows many things to buy; none of them is what the page is about. */
const tiles_min = 8;
const looksLikeList = ({ html }: PageFacts): boolean =>
  [...html.slice(0, html_max).matchAll(/class="[^"]{0,200}(?:product-?(?:tile|card|item)|ProductCard|plp)/gi)].length >= tiles_min;
