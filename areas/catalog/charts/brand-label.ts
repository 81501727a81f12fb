import { all_size_charts } from './all-size-charts.ts';
import { brandKey } from './brand-key.ts';
import type { SizeChart } from './size-chart.ts';

/**
 * Gives the name of a brand that has a size chart of its own, else `other`. For metrics: pages may call their brand
 * anything, and every name would be one more series for ever.
 */
export function brandLabel(brand: string, charts: readonly SizeChart[] = all_size_charts): string {
  const key = brandKey(brand);
  return charts.find((chart) => chart.brand !== null && brandKey(chart.brand) === key)?.brand ?? 'other';
}
