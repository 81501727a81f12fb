import type { ColorFamily, Picture } from '#contract/for-sale.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { ProductRow } from '../product.store.ts';

export interface BoutiqueRow {
  id: string;
  slug: string;
  name: string;
  city: string;
  country: string;
  story: string;
  language: string;
  ships_in_days: number | null;
  returns_days: number;
  currency: string;
  created_at: string;
  updated_at: string;
}

export interface ListingRow {
  product_id: string;
  /** null once the product is gone. */
  boutique_id: string | null;
  slug: string;
  description: string;
  name_key: string;
  search_text: string;
  listed_at: string;
  gone_at: string | null;
  updated_at: string;
}

export interface ColorRow {
  product_id: string;
  name: string;
  position: number;
  hex: string;
  family: ColorFamily;
}

export interface VariantRow {
  id: string;
  product_id: string;
  size: string;
  color: string;
  sku: string | null;
  price_minor: number;
  on_hand: number;
  reserved: number;
  created_at: string;
  updated_at: string;
}

export interface PictureRow {
  id: string;
  product_id: string;
  position: number;
  kind: Picture['kind'];
  color: string | null;
  alt: string;
  width: number;
  height: number;
  has_alpha: boolean;
  sha256: string;
  created_at: string;
}

export type BoutiqueTables = {
  catalog_boutiques: BoutiqueRow;
  catalog_listings: ListingRow;
  catalog_colors: ColorRow;
  catalog_variants: VariantRow;
  catalog_pictures: PictureRow;
  catalog_products: ProductRow;
};

export const tables = (ctx: Ctx) => ctx.db.withTables<BoutiqueTables>();
