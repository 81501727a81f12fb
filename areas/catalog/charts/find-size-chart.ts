import type { Category } from '#contract/catalog.ts';
import { all_size_charts } from './all-size-charts.ts';
import { brandKey } from './brand-key.ts';
import { chartRow } from './chart-row.ts';
import type { SizeLabel } from '../reading/words/size-label.ts';
import type { SizeChart } from './size-chart.ts';

export interface ChartWish {
  brand: string;
  sizing: 'women' | 'men' | null;
  category: Category;
  /** Sizes that the chart should know; a chart that knows fewer than half is passed over. */
  labels?: readonly string[];
  /** The shop that sells it; charts of one shop alone are for its own garments. */
  retailer?: string | null;
  /** Of labels that do not name their own. */
  size_system?: SizeLabel['system'];
}

/** Worn over the same body as tops, and mostly sized with them; shops rarely chart them apart. */
const outerwear: readonly Category[] = ['jacket', 'coat'];
const tops: readonly Category[] = ['t-shirt', 'shirt', 'knitwear'];

/**
 * Finds the size chart for a garment among charts in order of trust: the first of the brand's own for this category; for
 * outerwear the first for tops, then called estimated; else the standard one. null when the sizing is not known or no chart knows the labels.
 */
export function findSizeChart(wish: ChartWish, charts: readonly SizeChart[] = all_size_charts): SizeChart | null {
  const key = brandKey(wish.brand);
  const fitting = charts.filter(
    (chart) => chart.sizing === wish.sizing && [null, wish.retailer ?? null].includes(chart.retailer) && isEnough(chart, wish),
  );
  const own = fitting.filter(({ brand }) => brand !== null && brandKey(brand) === key);
  const exact = own.find(({ categories }) => categories.includes(wish.category));
  if (exact) return exact;
  const near = outerwear.includes(wish.category) ? own.find(({ categories }) => categories.some((one) => tops.includes(one))) : undefined;
  if (near) return { ...near, is_estimated: true };
  return fitting.find(({ brand, categories }) => brand === null && categories.includes(wish.category)) ?? null;
}

/** Fewer rows do not tell where the other sizes are. */
const rows_min = 3;

function isEnough(chart: SizeChart, { labels, size_system = null }: ChartWish): boolean {
  if (labels === undefined) return chart.sizes.length >= rows_min;
  const known = labels.filter((label) => chartRow(chart, label, size_system) !== null);
  return known.length > 0 && known.length * 2 >= labels.length;
}
