import type { GarmentGuesses } from '#contract/garments.ts';
import type { Category } from '#contract/garment-kinds.ts';
import type { SavedKind } from '#contract/saved.ts';
import type { ArchiveReason, Item } from '#contract/wardrobe.ts';

/** The tables of this area; days as the wire writes them. */
export type WardrobeTables = {
  wardrobe_items: {
    id: string;
    person_id: string;
    client_id: string | null;
    title: string | null;
    description: string | null;
    brand: string | null;
    /** Which product it is one of, and in which colour; null where the product names none. */
    product_id: string | null;
    product_color: string | null;
    /** The product had no picture yet, or it could not be read; false once it was taken. */
    awaits_product_picture: boolean;
    category: Category | null;
    colors: string[] | null;
    sizes: string[] | null;
    price_minor: number | null;
    currency: string | null;
    pattern: string | null;
    tags: string[] | null;
    formality: number | null;
    season: Item['season'] | null;
    bought_on: string | null;
    wears_per_wash: number | null;
    guesses: GarmentGuesses | null;
    archived_at: string | null;
    archive_reason: ArchiveReason | null;
    created_at: string;
    updated_at: string;
  };
  wardrobe_wears: { id: string; item_id: string; worn_on: string; noted_at: string };
  wardrobe_washes: { id: string; item_id: string; washed_on: string; noted_at: string };
  wardrobe_saved: { person_id: string; kind: SavedKind; id: string; saved_at: string };
};
export type ItemRow = WardrobeTables['wardrobe_items'];
/** A row with what its log says. */
export type LoggedItem = ItemRow & {
  worn_count: number;
  last_worn_on: string | null;
  last_washed_on: string | null;
  worn_since_wash: number;
};
/** What a person may say of a garment, by the names of its columns. */
export const said_fields = [
  'title',
  'description',
  'brand',
  'category',
  'colors',
  'sizes',
  'price_minor',
  'currency',
  'pattern',
  'tags',
  'formality',
  'season',
  'bought_on',
  'wears_per_wash',
] as const;
export type Said = Pick<ItemRow, (typeof said_fields)[number]>;
