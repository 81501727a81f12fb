import type { Brand } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { all_size_charts } from './all-size-charts.ts';
import { brandKey } from './brand-key.ts';
import { listBrandRows, saveBrands } from './brand.store.ts';
import type { SizeChart } from './size-chart.ts';

/** Lists the brands whose size charts Toile knows, by name. A brand whose chart is new gets its row here, once. */
export async function listBrands(ctx: Ctx): Promise<Brand[]> {
  const names = new Map(all_size_charts.flatMap(({ brand }) => (brand === null ? [] : [[brandKey(brand), brand] as const])));
  const known = await listBrandRows(ctx);
  const missing = [...names].filter(([key]) => !known.some(({ brand_key }) => brand_key === key));
  await saveBrands(
    ctx,
    missing.map(([brand_key, name]) => ({ brand_key, name })),
  );
  const rows = missing.length === 0 ? known : await listBrandRows(ctx);
  return rows
    .filter(({ brand_key }) => names.has(brand_key))
    .map(({ id, name, brand_key }) => ({
      id,
      name,
      charts: all_size_charts.filter(({ brand }) => brand !== null && brandKey(brand) === brand_key).map(showChart),
    }));
}

const showChart = ({ sizing, categories, sizes, is_estimated }: SizeChart): Brand['charts'][number] => ({
  sizing,
  categories: [...categories],
  sizes: sizes.map(({ label }) => label),
  is_estimated,
});
