import type { Category } from '#contract/catalog.ts';
import type { SizeChartShown } from '#contract/size-charts.ts';
import type { Ctx } from '#platform/area/context.ts';
import { brandKey } from './brand-key.ts';
import { creditedCharts, myCharts } from './known-charts.ts';
import type { SizeChart } from './size-chart.ts';

interface Wanted {
  brand: string;
  sizing?: 'women' | 'men' | undefined;
  category?: Category | undefined;
}

/** Lists the charts that may speak for a brand, the one that counts first: the asker's own corrections, accepted ones, ours, pages'; at last the standard. */
export async function listSizeCharts(
  ctx: Ctx,
  { brand, sizing, category }: Wanted,
): Promise<{ size_charts: SizeChartShown[]; next_cursor: null }> {
  const key = brandKey(brand);
  const [mine, shared] = await Promise.all([myCharts(ctx, brand), creditedCharts(ctx, brand)]);
  const ids = new Set(mine.map(({ id }) => id));
  const charts = [...mine, ...shared.filter(({ id }) => id === null || !ids.has(id))].filter(
    (chart) =>
      (chart.brand === null || brandKey(chart.brand) === key) &&
      (sizing === undefined || chart.sizing === sizing) &&
      (category === undefined || chart.categories.includes(category)),
  );
  const [own, standard] = [charts.filter((chart) => chart.brand !== null), charts.filter((chart) => chart.brand === null)];
  return { size_charts: [...own, ...standard].map(show), next_cursor: null };
}

const show = ({ tall_longer_cm: _tall, retailer: _retailer, categories, sizes, ...chart }: SizeChart): SizeChartShown => ({
  ...chart,
  categories: [...categories],
  sizes: [...sizes],
});
