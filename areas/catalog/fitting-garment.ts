import { dimensions, type DimensionName, type Product } from '#contract/catalog.ts';
import { chartRow } from './chart-row.ts';
import { findSizeChart } from './find-size-chart.ts';
import type { BodyRanges, SizeChart } from './size-chart.ts';

/** What fit needs to know of a product: its sizes in wearing order, each with the body it is for where a chart says so. */
export interface FittingGarment {
  brand: string;
  category: Product['category'];
  sizing: Product['sizing'];
  fit: Product['fit'];
  stretch: Product['stretch'];
  sizes: { label: string; body_cm?: BodyRanges }[];
  is_chart_estimated: boolean;
}

type Garment = Pick<Product, 'product_name' | 'brand' | 'category' | 'sizing' | 'fit' | 'stretch' | 'size_options'>;

/**
 * Joins a product with the size chart it is sized by; without one the sizes have labels only. `sizing` stands in where
 * the page does not say whose sizes these are.
 */
export function fittingGarment(product: Garment, sizing = product.sizing): FittingGarment {
  const { brand, category, fit, stretch } = product;
  const chart = chartOf({ ...product, sizing });
  const sizes = product.size_options.map(({ label }) => {
    const body_cm = chart && chartRow(chart, label);
    return body_cm ? { label, body_cm: worn(body_cm, product) } : { label };
  });
  return { brand, category, sizing, fit, stretch, sizes, is_chart_estimated: chart?.is_estimated ?? false };
}

/** Finds the chart that a product's sizes follow. */
export const chartOf = ({
  brand,
  category,
  sizing,
  size_options,
}: Pick<Product, 'brand' | 'category' | 'sizing' | 'size_options'>): SizeChart | null =>
  findSizeChart({ brand, category, sizing, labels: size_options.map(({ label }) => label) });

/** Lists the dimensions that at least one size states, in the contract's order. */
export const statedDimensions = ({ sizes }: Pick<FittingGarment, 'sizes'>): DimensionName[] =>
  dimensions.filter((name) => sizes.some(({ body_cm }) => body_cm?.[name] !== undefined));

/** A chart of tops tells arm lengths; on short sleeves they mean nothing. */
function worn(body_cm: BodyRanges, { product_name, category }: Pick<Garment, 'product_name' | 'category'>): BodyRanges {
  const is_long = /long[- ]sleeve/i.test(product_name);
  const is_short = /short[- ]sleeve|sleeveless|\btank\b|\bvest\b/i.test(product_name) || (category === 't-shirt' && !is_long);
  if (!is_short) return body_cm;
  const { sleeves: _unworn, ...rest } = body_cm;
  return rest;
}
