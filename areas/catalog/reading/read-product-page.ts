import { isIP } from 'node:net';
import { badLink } from '#platform/outbound/outbound-errors.ts';
import { noLink, noSizes, notAPage } from '../errors.ts';
import { shopOf } from '../shop.ts';
import { checkQuality } from './check-quality.ts';
import { extractAnyShop } from './sources/extract-any-shop.ts';
import { normaliseProduct } from './normalise-product.ts';
import { isOfType, jsonLdNodes } from './page/json-ld.ts';
import { readPageFacts, type PageFacts } from './page/page-facts.ts';
import { field, listOf, textOf } from './page/parse-json.ts';
import type { ProductReading } from './product-reading.ts';

export interface ProductPage {
  html: string;
  /** null: the page was pasted without its address; it then says itself where it belongs. */
  link: URL | null;
  /** What a Shopify shop answers at `/products/{handle}.json`, where it was asked. */
  shopify_json?: string | null;
}

/** What DNS allows; a URL may carry more, and a page may claim any. In characters. */
const host_max = 253;

/** Reads a product page that one can be fitted from. Pure. Throws as `readAnyProductPage`, and `catalog.no_sizes` without sizes. */
export function readProductPage(page: ProductPage): ProductReading {
  const reading = readAnyProductPage(page);
  if (reading.size_options.length === 0) throw noSizes('no size with a label');
  return reading;
}

/** Reads a product page, with or without sizes: extract, normalise, check. Pure. Throws `catalog.*` with what to do next when it is no such page. */
export function readAnyProductPage({ html, link, shopify_json = null }: ProductPage): ProductReading {
  const facts = withJson(readPageFacts(html), shopify_json);
  if (!facts.is_html) throw notAPage();
  const address = link && !isSavedCopy(link) ? link : ownAddress(facts);
  if (address.hostname.length > host_max || address.username !== '' || address.password !== '') throw badLink('no address of a shop');
  const shop = shopOf(address);
  const raw = extractAnyShop(facts, address);
  const reading = normaliseProduct(raw, shop.key);
  return { ...reading, quality: checkQuality(reading, raw) };
}

/** It reads like the product that a theme embeds. */
const withJson = (facts: PageFacts, text: string | null): PageFacts => (text === null ? facts : { ...facts, json: [...facts.json, text] });

/**
 * A page that somebody saved and opens from their own machine still says which shop it is from. Only pages that were handed
 * over have such an address (none is ever fetched from one), and those are shown to nobody else.
 */
function isSavedCopy({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
}

/** Where a page says it belongs: its canonical link, what it is shared as, its product data, the note of the browser that saved it. */
function ownAddress({ canonical, meta, json_ld, html }: PageFacts): URL {
  const shared = ['og:url', 'twitter:url', 'al:web:url'].map((name) => meta.get(name));
  const saved = /<!-- saved from url=\(\d{4}\)(https?:[^\s>]{1,2000}) -->/.exec(html.slice(0, 2000))?.[1];
  const address = [canonical, ...shared, ...productAddresses(json_ld), saved].find(isAddress);
  if (!address) throw noLink('the page has no canonical link, og:url or address of its product');
  return new URL(address);
}

/** Where all of them lead to one page; products of a list lead elsewhere. */
function productAddresses(json_ld: readonly string[]): (string | null)[] {
  const addresses = jsonLdNodes(json_ld).flatMap((node) =>
    isOfType(node, 'Product') || isOfType(node, 'ProductGroup')
      ? [[field(node, 'url'), field(node, '@id'), field(listOf(field(node, 'offers'))[0], 'url')].map(textOf).find(isAddress) ?? null]
      : [],
  );
  return new Set(addresses.map((address) => address && new URL(address).pathname)).size === 1 ? addresses : [];
}

const isAddress = (text: string | null | undefined): text is string =>
  text != null && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
