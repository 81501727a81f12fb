import type { Brand, Category } from '#contract/catalog.ts';

type Sizing = 'women' | 'men';
interface Asked {
  brand: string;
  category: Category;
  sizing: Sizing | null;
}
export interface FoundSizes {
  sizes: string[];
  sizing: Sizing | null;
  has_both: boolean;
}

/** Finds the sizes a brand's chart gives this kind of garment. Empty when we know no such chart: then the label is typed. */
export function findSizes(brands: Brand[], { brand, category, sizing }: Asked): FoundSizes {
  const name = brand.trim().toLowerCase();
  const charts = brands.find((one) => one.name.toLowerCase() === name)?.charts.filter((chart) => chart.categories.includes(category)) ?? [];
  const has_both = new Set(charts.map((chart) => chart.sizing)).size > 1;
  const chosen = sizing === null ? charts[0]?.sizing : sizing;
  const sizes = charts.filter((chart) => chart.sizing === chosen).flatMap((chart) => chart.sizes);
  return { sizes: [...new Set(sizes)], sizing: chosen ?? null, has_both };
}
