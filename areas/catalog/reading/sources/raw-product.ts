/** What an extractor found on a page: as the shop writes it, typed but not yet judged or bounded. */
export interface RawProduct {
  product_code: string;
  product_name: string;
  brand: string | null;
  product_url: string;
  product_image: string | null;
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
  colors: readonly string[];
  sizes: readonly { label: string; is_available: boolean | null }[];
  /** Names of other cuts that the page sells under codes of their own. */
  other_fits: readonly string[];
  /** What each source on the page gives as selling price, and the span of its variants; they ought to agree. */
  stated_prices?: readonly { source: string; price: number; prices: readonly number[] }[];
}

/** What one source on the page tells; what it does not tell is missing, null or empty. */
export type RawPart = Partial<RawProduct>;
