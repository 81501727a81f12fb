import type { Category } from '#contract/catalog.ts';
import type { KnownChart } from '#contract/size-charts.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readProduct } from '../read-product.ts';
import { brandKey } from './brand-key.ts';
import { findChartInUse } from './chart-in-use.ts';
import { creditedCharts, myCharts } from './known-charts.ts';
import type { SizeChart } from './size-chart.ts';

interface Wanted {
  brand: string;
  sizing?: 'women' | 'men' | undefined;
  category?: Category | undefined;
  product_id?: string | undefined;
}
type Mine = SizeChart & { is_yours: boolean };

/**
 * Lists the charts that may speak for a brand, the one that counts first: the asker's own corrections, accepted ones, ours,
 * pages'; at last the standard. Of a product, the one that its sizes follow comes before all. Throws `request.not_found`.
 */
export async function listSizeCharts(ctx: Ctx, wanted: Wanted): Promise<{ size_charts: KnownChart[]; next_cursor: null }> {
  const [first, known] = await Promise.all([inUse(ctx, wanted), knownCharts(ctx, wanted)]);
  const others = first ? known.filter((chart) => !isSame(chart, first)) : known;
  return { size_charts: [...(first ? [first] : []), ...others].map(show), next_cursor: null };
}

async function inUse(ctx: Ctx, { product_id, sizing }: Wanted): Promise<Mine | null> {
  if (product_id === undefined) return null;
  // Public reads do not look the session up; a product that was handed over is shown only to a session that still lives.
  await ctx.checkActor();
  return findChartInUse(ctx, await readProduct(ctx, product_id), sizing ?? null);
}

async function knownCharts(ctx: Ctx, { brand, sizing, category }: Wanted): Promise<Mine[]> {
  const key = brandKey(brand);
  const [mine, shared] = await Promise.all([myCharts(ctx, brand), creditedCharts(ctx, brand)]);
  const ids = new Set(mine.map(({ id }) => id));
  const all = [
    ...mine.map((chart) => ({ ...chart, is_yours: true })),
    ...shared.filter(({ id }) => id === null || !ids.has(id)).map((chart) => ({ ...chart, is_yours: false })),
  ];
  const charts = all.filter(
    (chart) =>
      (chart.brand === null || brandKey(chart.brand) === key) &&
      (sizing === undefined || chart.sizing === sizing) &&
      (category === undefined || chart.categories.includes(category)),
  );
  return [...charts.filter((chart) => chart.brand !== null), ...charts.filter((chart) => chart.brand === null)];
}

/** A page's own chart is none of the kept ones, even where it was kept as the brand's: then both stand on the same page. */
const isSame = (one: SizeChart, other: SizeChart): boolean =>
  one.origin === other.origin &&
  (one.id === null || other.id === null ? one.source === other.source && one.source_url === other.source_url : one.id === other.id);

const show = ({ tall_longer_cm: _tall, categories, sizes, ...chart }: Mine): KnownChart => ({
  ...chart,
  categories: [...categories],
  sizes: [...sizes],
});
