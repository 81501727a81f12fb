import { notAProduct } from '../../errors.ts';
import { shopOf } from '../../shop.ts';
import { checkQuality } from '../check-quality.ts';
import { normaliseProduct } from '../normalise-product.ts';
import type { ProductReading } from '../product-reading.ts';
import { blank_product, type RawProduct } from '../sources/raw-product.ts';
import { parsePrice } from '../words/parse-price.ts';
import type { FeedItem } from './read-feed-items.ts';

/** Puts the items of one product together: those of one `item_group_id`; each other item is a product of its own. In the feed's order. */
export function groupItems(items: readonly FeedItem[]): Map<string, FeedItem[]> {
  const groups = new Map<string, FeedItem[]>();
  for (const [i, item] of items.entries()) {
    const code = one(item, 'item_group_id') ?? one(item, 'id') ?? `item ${i + 1}`;
    groups.set(code, [...(groups.get(code) ?? []), item]);
  }
  return groups;
}

/**
 * Reads one product of a Google Merchant feed: extract, normalise, check. `items` are its variants. Throws
 * `catalog.not_a_product` without a title or a link.
 */
export function readFeedProduct(code: string, items: readonly FeedItem[]): ProductReading {
  const raw = toRaw(code, items);
  const reading = normaliseProduct(raw, shopOf(new URL(raw.product_url)).key);
  return { ...reading, quality: checkQuality(reading, raw) };
}

function toRaw(code: string, items: readonly FeedItem[]): RawProduct {
  const [first] = items;
  const link = first && one(first, 'link');
  if (!first || !link || !URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol)) throw notAProduct(`${code} has no link`);
  const [price, sale] = [parsePrice(one(first, 'price') ?? ''), parsePrice(one(first, 'sale_price') ?? '')];
  const name = withoutSize(one(first, 'title') ?? '', items);
  const kinds = ['product_type', 'google_product_category'].flatMap((field) => one(first, field)?.split('>').toReversed() ?? []);
  return {
    ...blank_product,
    product_code: code,
    product_name: name,
    brand: one(first, 'brand') ?? null,
    product_url: link,
    product_images: [
      ...(first.get('image_link') ?? []),
      ...(first.get('additional_image_link') ?? []).flatMap((list) => list.split(/,\s*(?=http)/)),
    ],
    kind_words: [name, ...kinds],
    // A child's sizes are neither women's nor men's.
    sizing_words: [
      /^(?:newborn|infant|toddler|kids)$/i.test(one(first, 'age_group') ?? '') ? 'kids' : '',
      one(first, 'gender') ?? '',
      ...kinds,
      name,
    ],
    fit_words: [name],
    cloth_words: [one(first, 'material') ?? '', one(first, 'description') ?? ''],
    price: sale?.amount ?? price?.amount ?? null,
    price_before: sale && price ? price.amount : null,
    currency: sale?.currency ?? price?.currency ?? null,
    prices: items.flatMap((item) => parsePrice(one(item, 'sale_price') ?? one(item, 'price') ?? '')?.amount ?? []),
    is_price_of_shown: true,
    is_available: items.some((item) => isInStock(item) === true) ? true : items.every((item) => isInStock(item) === false) ? false : null,
    colors: items.flatMap((item) => one(item, 'color') ?? []),
    sizes: items.flatMap((item) => {
      const label = one(item, 'size');
      return label === undefined ? [] : [{ label, is_available: isInStock(item) }];
    }),
    size_system: one(first, 'size_system') ?? null,
    size_type: one(first, 'size_type') ?? null,
  };
}

const one = (item: FeedItem, name: string): string | undefined => item.get(name)?.[0];

function isInStock(item: FeedItem): boolean | null {
  const said = one(item, 'availability');
  return said === undefined ? null : /^(?:in[ _]stock|preorder|backorder)$/i.test(said);
}

/** Variants' titles often end with their colour and size; what all have in common names the product. */
function withoutSize(title: string, items: readonly FeedItem[]): string {
  const titles = items.flatMap((item) => one(item, 'title') ?? []);
  if (titles.length < 2) return title;
  const words = title.split(' ');
  const same = words.findIndex((word, i) => !titles.every((other) => other.split(' ')[i] === word));
  const common = (same < 0 ? title : words.slice(0, same).join(' ')).replace(/[\s,:|/(–-]+$/, '');
  return common === '' ? title : common;
}
