import type { Product } from '#contract/catalog.ts';
import type { ChartInUse } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { chartOf } from '../fitting-garment.ts';
import { myCharts, sharedCharts } from './known-charts.ts';
import type { SizeChart } from './size-chart.ts';
import { findCredit } from './size-chart.store.ts';

/**
 * Finds the chart that a product's sizes follow for the asker, by the same choice as `garmentOf`, so that what is told and
 * what is reckoned with never differ. `sizing` stands in where the page does not say whose sizes these are.
 */
export async function findChartInUse(
  ctx: Ctx,
  product: Product,
  sizing: Product['sizing'],
): Promise<(SizeChart & { is_yours: boolean }) | null> {
  const [mine, shared] = await Promise.all([myCharts(ctx, product.brand), sharedCharts(ctx, product.brand)]);
  const chart = chartOf({ ...product, sizing: product.sizing ?? sizing }, [...mine, ...shared]);
  if (!chart) return null;
  const is_yours = chart.id !== null && mine.some(({ id }) => id === chart.id);
  // Shared charts are cached without names, so that who is gone is gone at once.
  const credited_to = chart.origin === 'correction' && !is_yours && chart.id !== null ? await findCredit(ctx, chart.id) : chart.credited_to;
  // What only the product's page states is as old as the reading of that page.
  const stated_at = chart.stated_at ?? (chart.origin === 'page' ? product.read_at : null);
  return { ...chart, stated_at, credited_to, is_yours };
}

/** Tells which chart a product's sizes follow for the asker; null where none is known. */
export async function chartInUse(ctx: Ctx, product: Product, sizing: Product['sizing']): Promise<ChartInUse | null> {
  const chart = await findChartInUse(ctx, product, sizing);
  if (!chart) return null;
  const { tall_longer_cm: _tall, retailer: _retailer, sizes: _sizes, categories: _categories, ...told } = chart;
  return told;
}
