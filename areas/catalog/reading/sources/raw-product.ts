import type { StatedChart } from '../size-tables/stated-chart.ts';

/** What an extractor found on a page: as the shop writes it, typed but not yet judged or bounded. */
export interface RawProduct {
  product_code: string;
  product_name: string;
  brand: string | null;
  product_url: string;
  /** What pictures' addresses are relative to, where it is not the page itself. */
  base_url: string | null;
  /** The picture shown first comes first. */
  product_images: readonly string[];
  /** Where images of this shop may stand; null: any host. */
  image_hosts: readonly string[] | null;
  /** Words that tell the kind of garment, best first: name, breadcrumbs, path. */
  kind_words: readonly string[];
  /** Words that tell men or women, best first. */
  sizing_words: readonly string[];
  /** Words that tell the cut, best first. */
  fit_words: readonly string[];
  /** Sentences on cloth. */
  cloth_words: readonly string[];
  currency: string | null;
  price: number | null;
  price_before: number | null;
  /** All prices at which some size or colour sells. */
  prices: readonly number[];
  /** True when `price` is of the variant that the page shows; else it is the lowest of all. */
  is_price_of_shown: boolean;
  /** Whether the product can be bought at all; null when the page does not say. */
  is_available: boolean | null;
  colors: readonly string[];
  sizes: readonly RawSize[];
  /** True when no data for programs names the sizes, only what people can choose from. */
  are_sizes_as_shown: boolean;
  /** As the page names it: `US`, `https://schema.org/WearableSizeSystemEU`. */
  size_system: string | null;
  /** As the page names it: `petite`, `WearableSizeGroupTall`. */
  size_type: string | null;
  /** Names of other cuts that the page sells under codes of their own. */
  other_fits: readonly string[];
  /** Measures that the page states for its sizes: bodies or the garment itself. */
  charts: readonly StatedChart[];
  /** What each source on the page gives as selling price, and the span of its variants; they ought to agree. */
  stated_prices: readonly StatedPrice[];
}

export interface RawSize {
  label: string;
  is_available: boolean | null;
}

export interface StatedPrice {
  source: string;
  price: number;
  prices: readonly number[];
}

/** What one source on the page tells; what it does not tell is missing, null or empty. */
export type RawPart = Partial<RawProduct>;

/** A product of which nothing is told yet. */
export const blank_product: Omit<RawProduct, 'product_code' | 'product_url'> = {
  product_name: '',
  brand: null,
  base_url: null,
  product_images: [],
  image_hosts: null,
  kind_words: [],
  sizing_words: [],
  fit_words: [],
  cloth_words: [],
  currency: null,
  price: null,
  price_before: null,
  prices: [],
  is_price_of_shown: false,
  is_available: null,
  colors: [],
  sizes: [],
  are_sizes_as_shown: false,
  size_system: null,
  size_type: null,
  other_fits: [],
  charts: [],
  stated_prices: [],
};
