import type { Product } from '#contract/catalog.ts';
import { chartRow } from './chart-row.ts';
import { chartFor } from './find-size-chart.ts';
import type { BodyRanges, SizeChart } from './size-chart.ts';

/** A product with what its size chart says: the body each size is for, in wearing order, where a chart says so. */
export interface FittingProduct extends Product {
  sizes: { label: string; body_cm?: BodyRanges }[];
  is_chart_estimated: boolean;
}

/** Joins a product with the size chart it is sized by; without one the sizes have labels only. */
export function withSizeChart(product: Product): FittingProduct {
  const chart = chartOf(product);
  const sizes = product.size_options.map(({ label }) => {
    const body_cm = chart && chartRow(chart, label);
    return body_cm ? { label, body_cm: worn(body_cm, product) } : { label };
  });
  return { ...product, sizes, is_chart_estimated: chart?.is_estimated ?? false };
}

/** Finds the chart that a product's sizes follow. */
export const chartOf = ({ brand, category, sizing, size_options }: Pick<Product, 'brand' | 'category' | 'sizing' | 'size_options'>): SizeChart | null =>
  chartFor({ brand, category, sizing, labels: size_options.map(({ label }) => label) });

/** A chart of tops tells arm lengths; on short sleeves they mean nothing. */
function worn(body_cm: BodyRanges, { product_name, category }: Pick<Product, 'product_name' | 'category'>): BodyRanges {
  const is_long = /long[- ]sleeve/i.test(product_name);
  const is_short = /short[- ]sleeve|sleeveless|\btank\b|\bvest\b/i.test(product_name) || (category === 't-shirt' && !is_long);
  if (!is_short) return body_cm;
  const { sleeves: _unworn, ...rest } = body_cm;
  return rest;
}
