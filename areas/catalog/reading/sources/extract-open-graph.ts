import type { PageFacts } from '../page/page-facts.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';

/** Reads `og:*`, `product:*` and `twitter:*`; null where they do not speak of one product (`product.group` is a list). */
export function extractOpenGraph({ meta, shown_prices }: Pick<PageFacts, 'meta' | 'shown_prices'>): RawPart | null {
  const type = meta.get('og:type') ?? '';
  if (/product[.:]group/i.test(type) || !isProduct(meta, type)) return null;
  const name = withoutShop(meta.get('og:title') ?? meta.get('twitter:title') ?? '', meta.get('og:site_name'));
  const text =
    meta.get('product:sale_price:amount') ?? meta.get('product:price:amount') ?? meta.get('og:price:amount') ?? labelled(meta, /^price$/i);
  const price = parsePrice(text ?? '');
  const before =
    parsePrice(meta.get('product:original_price:amount') ?? meta.get('og:price:standard_amount') ?? saleBefore(meta))?.amount ?? null;
  const size = meta.get('product:size');
  return {
    ...(name === '' ? {} : { product_name: name }),
    brand: meta.get('product:brand') ?? meta.get('og:brand') ?? null,
    product_images: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src']
      .flatMap((one) => meta.get(one) ?? [])
      .slice(0, 1),
    kind_words: [name, meta.get('product:category') ?? ''],
    sizing_words: [meta.get('product:gender') ?? meta.get('product:target_gender') ?? '', meta.get('product:category') ?? ''],
    currency:
      meta.get('product:sale_price:currency') ??
      meta.get('product:price:currency') ??
      meta.get('og:price:currency') ??
      price?.currency ??
      shown_prices.find(({ amount }) => amount === price?.amount)?.currency ??
      null,
    price: price?.amount ?? null,
    price_before: before !== null && price !== null && before > price.amount ? before : null,
    prices: price === null ? [] : [price.amount],
    is_price_of_shown: true,
    is_available: availability(meta.get('product:availability') ?? meta.get('og:availability') ?? labelled(meta, /^availability$/i)),
    colors: meta.has('product:color') ? [meta.get('product:color')!] : [],
    cloth_words: [meta.get('product:material') ?? ''],
    sizes:
      size === undefined
        ? []
        : size
            .split(/\s*[,|]\s*/)
            .filter(Boolean)
            .map((label) => ({ label, is_available: null })),
  };
}

const isProduct = (meta: ReadonlyMap<string, string>, type: string): boolean =>
  /(?:^|:)(?:og:)?product(?:$|[.:])/i.test(type) ||
  ['product:price:amount', 'product:price:currency', 'og:price:amount', 'product:sale_price:amount'].some((name) => meta.has(name));

/** With a sale price beside it, `product:price:amount` is the price before. */
const saleBefore = (meta: ReadonlyMap<string, string>): string =>
  meta.has('product:sale_price:amount') ? (meta.get('product:price:amount') ?? '') : '';

/** Twitter's product cards: `twitter:label1` names what `twitter:data1` holds. */
const labelled = (meta: ReadonlyMap<string, string>, label: RegExp): string | undefined =>
  ['1', '2'].filter((n) => label.test(meta.get(`twitter:label${n}`) ?? '')).map((n) => meta.get(`twitter:data${n}`))[0];

function availability(text: string | undefined): boolean | null {
  if (text === undefined || text === '') return null;
  return /in ?_?stock|instock|available for order|preorder|backorder|limited/i.test(text)
    ? true
    : /out|oos|sold|discontinued|unavailable|pending/i.test(text)
      ? false
      : null;
}

/** `Oxford shirt | Men's Shirts | Shop` → `Oxford shirt`: what follows the first bar is the way there, when the shop's name ends it. */
function withoutShop(title: string, shop: string | undefined): string {
  const parts = title.split(/\s[|–—]\s/);
  const last = parts.at(-1)?.trim().toLowerCase() ?? '';
  const is_shop = shop !== undefined && last === shop.trim().toLowerCase();
  return (parts.length > 1 && (is_shop || parts.length > 2) ? parts[0]! : title).trim();
}
