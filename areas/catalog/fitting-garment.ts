import { dimensions, type DimensionName, type Product } from '#contract/catalog.ts';
import { boutiqueRetailer } from './boutiques/boutique-retailer.ts';
import { chartRow, findSize } from './charts/chart-row.ts';
import { findSizeChart } from './charts/find-size-chart.ts';
import { pageChart } from './charts/page-chart.ts';
import type { BodyRanges, SizeChart } from './charts/size-chart.ts';
import { shopOf } from './shop.ts';

/** What fit needs to know of a product: its sizes in wearing order, each with the body it is for and its own measures where these are stated. */
export interface FittingGarment {
  brand: string;
  category: Product['category'];
  sizing: Product['sizing'];
  fit: Product['fit'];
  stretch: Product['stretch'];
  sizes: { label: string; body_cm?: BodyRanges; garment_cm?: Partial<Record<DimensionName, number>> }[];
  is_chart_estimated: boolean;
}

type Garment = Pick<
  Product,
  'product_name' | 'product_url' | 'brand' | 'category' | 'sizing' | 'fit' | 'stretch' | 'size_options' | 'size_system' | 'charts'
> &
  Partial<Pick<Product, 'boutique'>>;

/**
 * Joins a product with the size chart it is sized by, and with what its page says of the garment itself; without either
 * the sizes have labels only. `charts` in order of trust; `sizing` stands in where the page does not say whose sizes these are.
 */
export function fittingGarment(product: Garment, charts: readonly SizeChart[], sizing = product.sizing): FittingGarment {
  const { brand, category, fit, stretch, size_system } = product;
  const chart = chartOf({ ...product, sizing }, charts);
  const measured = product.charts.find(({ kind }) => kind === 'garment');
  const sizes = product.size_options.map(({ label }) => {
    const body_cm = chart && chartRow(chart, label, size_system);
    const own = measured && findSize(measured.sizes, label, size_system);
    return {
      label,
      ...(body_cm ? { body_cm: worn(body_cm, product) } : {}),
      ...(own ? { garment_cm: middles(own.cm) } : {}),
    };
  });
  return { brand, category, sizing, fit, stretch, sizes, is_chart_estimated: chart?.is_estimated ?? false };
}

/**
 * Finds the chart that a product's sizes follow: what a person or an accepted correction says, what the product's own page
 * states, then what else is known of the brand.
 */
export function chartOf(product: Omit<Garment, 'product_name' | 'fit' | 'stretch'>, charts: readonly SizeChart[]): SizeChart | null {
  const { brand, category, sizing, size_options, size_system, product_url, boutique } = product;
  const own = pageChart(product, null);
  const corrections = charts.filter(({ origin }) => origin === 'correction');
  const retailer = boutique ? boutiqueRetailer(boutique.slug) : shopOf(new URL(product_url)).key;
  const wish = { brand, category, sizing, size_system, retailer, labels: size_options.map(({ label }) => label) };
  return findSizeChart(wish, [...corrections, ...(own ? [own] : []), ...charts.filter(({ origin }) => origin !== 'correction')]);
}

/** Lists the dimensions that at least one size states, in the contract's order. */
export const statedDimensions = ({ sizes }: Pick<FittingGarment, 'sizes'>): DimensionName[] =>
  dimensions.filter((name) => sizes.some(({ body_cm, garment_cm }) => body_cm?.[name] !== undefined || garment_cm?.[name] !== undefined));

const middles = (cm: BodyRanges): Partial<Record<DimensionName, number>> =>
  Object.fromEntries(Object.entries(cm).map(([name, [low, high]]) => [name, (low + high) / 2]));

/** A chart of tops tells arm lengths; on short sleeves they mean nothing. */
function worn(body_cm: BodyRanges, { product_name, category }: Pick<Garment, 'product_name' | 'category'>): BodyRanges {
  const is_long = /long[- ]sleeve/i.test(product_name);
  const is_short = /short[- ]sleeve|sleeveless|\btank\b|\bvest\b/i.test(product_name) || (category === 't-shirt' && !is_long);
  if (!is_short) return body_cm;
  const { sleeves: _unworn, ...rest } = body_cm;
  return rest;
}
