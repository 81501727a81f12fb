import type { PageFacts } from '../page/page-facts.ts';
import { chartsIn } from '../size-tables/read-pasted-chart.ts';
import type { RawPart } from './raw-product.ts';

/**
 * Reads what people see of a product and programs may not be told: the price behind the title, the one that is crossed
 * out, and the sizes to choose from. Least trusted of all, because it goes by what elements are called.
 */
export function extractShown({
  shown_prices,
  chooser,
  headings,
  meta,
  tables,
  pictures,
}: Pick<PageFacts, 'shown_prices' | 'chooser' | 'headings' | 'meta' | 'tables' | 'pictures'>): RawPart {
  const behind_title = shown_prices.filter(({ is_after_title }) => is_after_title);
  const near = behind_title.length > 0 ? behind_title : shown_prices;
  const price = near.find(({ is_struck }) => !is_struck);
  const before = near
    .slice(0, near.indexOf(price!) + 3)
    .find(({ is_struck, amount, currency }) => is_struck && price && currency === price.currency && amount > price.amount);
  return {
    product_name: headings.first[0] ?? meta.get('og:title') ?? '',
    ...(price === undefined
      ? {}
      : {
          price: price.amount,
          currency: price.currency,
          prices: [price.amount],
          price_before: before?.amount ?? null,
          is_price_of_shown: true,
        }),
    product_images: [
      ...['og:image:secure_url', 'og:image', 'twitter:image'].flatMap((one) => meta.get(one) ?? []).slice(0, 1),
      ...pictures.filter(({ alt }) => isOf(alt, headings.first[0] ?? '')).map(({ address }) => address),
    ],
    sizes: chooser,
    charts: chartsIn(tables),
  };
}

/** A picture of the product says its name. */
const isOf = (alt: string, title: string): boolean => title.length > 2 && alt.toLowerCase().includes(title.toLowerCase());
