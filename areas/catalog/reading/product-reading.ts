import type { Product, QualityNote } from '#contract/catalog.ts';

/** What one reading of a page says of a product: bounded, in the contract's words, ready to store. */
export type ProductReading = Pick<
  Product,
  | 'product_name'
  | 'brand'
  | 'product_url'
  | 'product_image'
  | 'product_images'
  | 'category'
  | 'sizing'
  | 'fit'
  | 'stretch'
  | 'price_minor'
  | 'price_before_minor'
  | 'currency'
  | 'is_available'
  | 'colors'
  | 'materials'
  | 'size_options'
  | 'size_system'
  | 'size_notation'
  | 'size_type'
  | 'charts'
> & {
  /** The shop (see shop.ts) and its own code: together they name the product. */
  retailer: string;
  product_code: string;
  /** What was missing or doubtful on the page itself. */
  quality: QualityNote[];
};
