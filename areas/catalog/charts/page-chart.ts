import type { Product } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { ProductReading } from '../reading/product-reading.ts';
import type { StatedChart } from '../reading/size-tables/stated-chart.ts';
import { readSizing } from '../reading/words/read-sizing.ts';
import { brandKey } from './brand-key.ts';
import { findSize } from './chart-row.ts';
import type { SizeChart } from './size-chart.ts';
import { savePageChart } from './size-chart.store.ts';

type Charted = Pick<Product, 'charts' | 'brand' | 'category' | 'sizing' | 'product_url' | 'size_options' | 'size_system'> &
  Partial<Pick<Product, 'boutique'>>;

/** What the page of a product itself states about bodies, as a chart for this product alone; null where it states none. */
export function pageChart(product: Charted, stated_at: string | null): SizeChart | null {
  const { brand, category, sizing, product_url, boutique } = product;
  const stated = bestOf(product);
  if (!stated || sizing === null) return null;
  return {
    id: null,
    brand: brand === '' ? null : brand,
    retailer: null,
    sizing,
    categories: [category],
    origin: 'page',
    source: `${stated.title === '' ? 'Size chart' : stated.title}, ${boutique ? boutique.name : new URL(product_url).hostname}`,
    source_url: boutique ? null : product_url,
    stated_at,
    credited_to: null,
    is_estimated: false,
    tall_longer_cm: {},
    sizes: stated.sizes.map(({ label, also, cm }) => ({ label, ...(also ? { also } : {}), body_cm: cm })),
  };
}

/** A page may show charts of women and of men, of tops and of trousers: the one that knows most of the sizes counts. */
function bestOf({ charts, sizing, size_options, size_system }: Charted): StatedChart | undefined {
  const bodies = charts.filter(({ kind, title }) => kind === 'body' && [sizing, null].includes(readSizing([title])));
  const known = (chart: StatedChart): number => size_options.filter(({ label }) => findSize(chart.sizes, label, size_system)).length;
  return bodies.toSorted((a, b) => known(b) - known(a))[0];
}

/** Fewer sizes do not make a chart that others can be sized by. */
const sizes_min = 3;

/**
 * Keeps the chart of a page for garments whose pages state none. Whoever gives Toile a link chooses what it reads, so a chart
 * counts for the brand's garments at that shop only; where an operator vouches for the page, and it is the brand's own shop,
 * for all of the brand. Returns the brand whose charts changed, or null.
 */
export async function keepPageChart(
  tx: Ctx,
  reading: ProductReading,
  { stated_at, is_vouched }: { stated_at: string; is_vouched: boolean },
): Promise<string | null> {
  const chart = pageChart(reading, stated_at);
  const brand_key = brandKey(reading.brand);
  if (!chart || brand_key === '' || chart.brand === null || chart.sizes.length < sizes_min || reading.category === 'other') return null;
  const { brand, sizing, source, source_url, sizes } = chart;
  await savePageChart(tx, {
    brand_key,
    brand,
    sizing,
    category: reading.category,
    retailer: is_vouched && isOwnShop(brand_key, reading.retailer) ? '' : reading.retailer,
    origin: 'page',
    source,
    source_url,
    stated_at,
    sizes,
    person_id: null,
    credited_to: null,
    note: null,
    status: 'accepted',
  });
  return brand_key;
}

/** `www.uniqlo.com` and `jcrew` are the shops of Uniqlo and J.Crew; a department store's chart may be anybody's. */
const isOwnShop = (brand_key: string, retailer: string): boolean => retailer.split('.').some((part) => brandKey(part) === brand_key);
