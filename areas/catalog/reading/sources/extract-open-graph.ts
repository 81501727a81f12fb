import type { PageFacts } from '../page/page-facts.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { RawPart } from './raw-product.ts';

/** Reads `og:*` and `product:*`; null where they do not speak of a product. */
export function extractOpenGraph({ meta }: PageFacts): RawPart | null {
  const is_product =
    /^(?:og:)?product/i.test(meta.get('og:type') ?? '') || meta.has('product:price:amount') || meta.has('product:price:currency');
  if (!is_product) return null;
  const name = withoutShop(meta.get('og:title') ?? '', meta.get('og:site_name'));
  const price = parsePrice(meta.get('product:sale_price:amount') ?? meta.get('product:price:amount') ?? meta.get('og:price:amount') ?? '');
  const size = meta.get('product:size');
  return {
    ...(name === '' ? {} : { product_name: name }),
    brand: meta.get('product:brand') ?? meta.get('og:brand') ?? null,
    product_image: meta.get('og:image') ?? meta.get('og:image:secure_url') ?? null,
    kind_words: [name, meta.get('product:category') ?? ''],
    sizing_words: [meta.get('product:gender') ?? meta.get('product:target_gender') ?? '', meta.get('product:category') ?? ''],
    currency: meta.get('product:sale_price:currency') ?? meta.get('product:price:currency') ?? meta.get('og:price:currency') ?? null,
    price: price?.amount ?? null,
    price_before: parsePrice(meta.get('product:original_price:amount') ?? '')?.amount ?? null,
    prices: price === null ? [] : [price.amount],
    colors: meta.has('product:color') ? [meta.get('product:color')!] : [],
    cloth_words: [meta.get('product:material') ?? ''],
    sizes: size === undefined ? [] : [{ label: size, is_available: null }],
  };
}

/** `Oxford shirt | Men's Shirts | Shop` → `Oxford shirt`: what follows the first bar is the way there, when the shop's name ends it. */
function withoutShop(title: string, shop: string | undefined): string {
  const parts = title.split(/\s[|–—]\s/);
  const last = parts.at(-1)?.trim().toLowerCase() ?? '';
  const is_shop = shop !== undefined && last === shop.trim().toLowerCase();
  return (parts.length > 1 && (is_shop || parts.length > 2) ? parts[0]! : title).trim();
}
