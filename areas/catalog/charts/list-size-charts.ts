import type { Category } from '#contract/catalog.ts';
import type { KnownChart } from '#contract/size-charts.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readProduct } from '../read-product.ts';
import { brandKey } from './brand-key.ts';
import { findChartInUse } from './chart-in-use.ts';
import { findSizeChart } from './find-size-chart.ts';
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
  const known = await knownCharts(ctx, wanted);
  const first = await inUse(ctx, wanted, known);
  const others = first ? known.filter((chart) => !isSame(chart, first)) : known;
  return { size_charts: [...(first ? [show(first, true)] : []), ...others.map((chart) => show(chart, false))], next_cursor: null };
}

async function inUse(ctx: Ctx, { brand, product_id, sizing, category }: Wanted, known: readonly Mine[]): Promise<Mine | null> {
  if (product_id === undefined) {
    const chart = sizing && category ? findSizeChart({ brand, sizing, category }, known) : null;
    return chart && { ...chart, is_yours: known.some(({ id, is_yours }) => is_yours && id === chart.id) };
  }
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

const show = ({ tall_longer_cm: _tall, retailer: _retailer, categories, sizes, ...chart }: Mine, is_in_use: boolean): KnownChart => ({
  ...chart,
  is_in_use,
  categories: [...categories],
  sizes: [...sizes],
});
