import type { Product } from '#contract/catalog.ts';
import type { Picture } from '#contract/for-sale.ts';
import { picture_widths } from '#contract/picture-widths.ts';
import type { PictureRow, VariantRow } from './boutique-tables.ts';
import type { Listing } from './listing.store.ts';

/** What being sold by a boutique changes of a product as it is shown. */
export type ListedFields = Pick<
  Product,
  | 'slug'
  | 'boutique'
  | 'description'
  | 'color_options'
  | 'variants'
  | 'pictures'
  | 'product_url'
  | 'product_image'
  | 'product_images'
  | 'size_options'
  | 'is_available'
  | 'read_at'
>;

interface Kept {
  currency: string | null;
  size_options: readonly { label: string }[];
}

/** Shows what a boutique says of a product, and what lies there now. Of one that is gone, only that it was. */
export function presentListing(
  { listing, boutique, colors, variants, pictures }: Listing,
  { currency, size_options }: Kept,
  public_url: string,
): ListedFields {
  const { slug, description, updated_at } = listing;
  const shown = pictures.map(presentPicture);
  const in_stock = new Set(variants.filter(isAvailable).map(({ size }) => size));
  const order = new Map(size_options.map(({ label }, i) => [label, i]));
  const place = ({ size, color }: VariantRow): number => order.get(size)! * colors.length + colors.findIndex(({ name }) => name === color);
  return {
    slug,
    boutique: boutique
      ? {
          id: boutique.id,
          slug: boutique.slug,
          name: boutique.name,
          city: boutique.city,
          language: boutique.language,
          ships_in_days: boutique.ships_in_days,
          returns_days: boutique.returns_days,
        }
      : null,
    description: boutique ? description : null,
    color_options: colors.map(({ name, hex, family }) => ({ name, hex, family })),
    variants: variants
      .toSorted((a, b) => place(a) - place(b))
      .map((one) => ({
        id: one.id,
        size: one.size,
        color: one.color,
        sku: one.sku,
        price_minor: one.price_minor,
        currency: currency!,
        on_hand: one.on_hand,
        is_available: isAvailable(one),
      })),
    pictures: shown,
    product_url: `${public_url}/shop/${slug}`,
    product_image: shown[0]?.url ?? null,
    product_images: shown.map(({ url }) => url),
    size_options: size_options.map(({ label }) => ({ label, is_available: in_stock.has(label) })),
    is_available: in_stock.size > 0,
    read_at: updated_at,
  };
}

/** At least one is there that nobody was promised. */
export const isAvailable = ({ on_hand, reserved }: Pick<VariantRow, 'on_hand' | 'reserved'>): boolean => on_hand > reserved;

const widest = picture_widths.at(-1)!;

/** Shows a picture at the largest width it is served in, and how large it is there. */
export function presentPicture({ id, width, height, kind, color, alt, has_alpha }: PictureRow): Picture {
  const shown = Math.min(width, widest);
  return {
    url: `/pictures/${id}/${widest}.webp`,
    width: shown,
    height: Math.max(1, Math.round((height * shown) / width)),
    kind,
    color,
    alt,
    has_alpha,
  };
}
