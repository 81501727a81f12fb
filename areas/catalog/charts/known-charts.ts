import type { Category } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { all_size_charts } from './all-size-charts.ts';
import { brandKey } from './brand-key.ts';
import type { SizeChart } from './size-chart.ts';
import { listCorrectionsOf, listSharedCharts, type SizeChartRow } from './size-chart.store.ts';

/** Charts change rarely, and whoever changes one makes the cache forget it. */
const kept_s = 600;

/**
 * Lists the charts that may speak for a brand, the most trusted first: accepted corrections, the charts that come with
 * Toile (the brand's own and the standard ones), charts read on the brand's pages. They are never mixed; one is chosen.
 */
export async function sharedCharts(ctx: Ctx, brand: string): Promise<readonly SizeChart[]> {
  const key = brandKey(brand);
  if (key === '') return all_size_charts;
  return inOrder(await ctx.cache.getOrMake(chartsKey(key), kept_s, async () => (await listSharedCharts(ctx, key)).map(withoutPerson)));
}

/** Who is gone is gone at once: no name waits in a cache. */
const withoutPerson = (row: SizeChartRow): SizeChartRow => ({ ...row, person_id: null, credited_to: null, note: null });

/** The same from the database, with who is credited: for showing, not for sizing. */
export const creditedCharts = async (ctx: Ctx, brand: string): Promise<readonly SizeChart[]> =>
  inOrder(await listSharedCharts(ctx, brandKey(brand)));

function inOrder(rows: readonly SizeChartRow[]): SizeChart[] {
  const stored = rows.map(toSizeChart);
  return [
    ...stored.filter(({ origin }) => origin === 'correction'),
    ...all_size_charts,
    ...stored.filter(({ origin }) => origin === 'page'),
  ];
}

/** The same for one person: what they corrected themselves counts first. */
export async function chartsFor(ctx: Ctx, brand: string): Promise<readonly SizeChart[]> {
  const [shared, mine] = await Promise.all([sharedCharts(ctx, brand), myCharts(ctx, brand)]);
  return [...mine, ...shared];
}

/** What the asker corrected of a brand. */
export async function myCharts(ctx: Ctx, brand: string): Promise<SizeChart[]> {
  const { person_id } = ctx.actor;
  return person_id === null || brandKey(brand) === '' ? [] : (await listCorrectionsOf(ctx, person_id, brandKey(brand))).map(toSizeChart);
}

/** Makes the next look see what was changed. */
export const forgetCharts = (ctx: Ctx, brand_key: string): Promise<void> => ctx.cache.forget(chartsKey(brand_key));

const chartsKey = (brand_key: string): string => `catalog:charts:${brand_key}`;

/** A kept chart as the rest of the program reads it. */
export function toSizeChart(row: SizeChartRow): SizeChart {
  const { id, brand, retailer, sizing, category, origin, source, source_url, stated_at, credited_to, sizes } = row;
  return {
    id,
    brand,
    retailer: retailer === '' ? null : retailer,
    sizing,
    categories: categoriesLike(category),
    origin,
    source,
    source_url,
    stated_at,
    credited_to,
    is_estimated: false,
    tall_longer_cm: {},
    sizes,
  };
}

/** Shops chart what is worn over the same part of the body once, whatever the single garment is called. */
const alike: readonly (readonly Category[])[] = [
  ['t-shirt', 'shirt', 'knitwear'],
  ['trousers', 'jeans', 'shorts'],
];
const categoriesLike = (category: Category): readonly Category[] => alike.find((kinds) => kinds.includes(category)) ?? [category];
