import * as z from 'zod';
import { currency, id, priceMinor } from './values.ts';

/** What stands in addresses: small letters, digits and single dashes. */
export const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ description: 'Small letters, digits and dashes; names the thing in addresses' });

/** Things of boutiques are asked for by either; no slug looks like an id. */
export const withIdOrSlug = z.object({ id: z.union([id, slug]) });

/** Colours as people look for them; each boutique names its own beside. */
export const color_families = [
  'black',
  'grey',
  'white',
  'beige',
  'brown',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
] as const;
export const colorFamily = z.enum(color_families);
export type ColorFamily = z.infer<typeof colorFamily>;

export const hex = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .meta({ description: 'sRGB, such as #1f3a5f' });
/** Enough to read a boutique's words aloud rightly; regions are kept. */
export const wordsLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
  .meta({ description: 'In which language its words are, as BCP 47 names it: en, pt-BR' });
export const shipsInDays = z.int().min(0).max(90).nullable().meta({ description: 'Days until it ships; 0: today; null: it does not say' });

const color = z.object({ name: z.string(), hex, family: colorFamily });

/** Of what kind a picture is: lying flat, worn by somebody, or a part from near. */
export const picture_kinds = ['flat', 'worn', 'detail'] as const;

export const picture = z.object({
  url: z.string().meta({
    description:
      'From the root of this server: /pictures/{id}/1200.webp; 240, 480 and 800 in place of 1200 give smaller ones, never one larger than it was',
  }),
  width: z.int().meta({ description: 'Of the picture at `url`, in px' }),
  height: z.int(),
  kind: z.enum(picture_kinds),
  color: z.string().nullable().meta({ description: 'The colour it shows, by name; null: no one colour' }),
  alt: z.string().meta({ description: 'What is to be seen, for who does not see it' }),
  has_alpha: z.boolean().meta({ description: 'Cut out: lies on whatever is behind it' }),
});
export type Picture = z.infer<typeof picture>;

/** One size and colour of a product. */
export const variant = z.object({
  id,
  size: z.string(),
  color: z.string(),
  sku: z.string().nullable(),
  price_minor: priceMinor,
  currency,
  on_hand: z.int().min(0).meta({ description: 'As many as lie there; some may be promised to others already' }),
  is_available: z.boolean().meta({ description: 'At least one is there that nobody else was promised' }),
});
export type Variant = z.infer<typeof variant>;

/** A boutique as its products name it. */
export const sellingBoutique = z.object({
  id,
  slug,
  name: z.string(),
  city: z.string(),
  language: wordsLanguage,
  ships_in_days: shipsInDays,
  returns_days: z.int(),
});

/** What a product has beside, when a boutique sells it here. Empty for products that were read at a retailer. */
export const forSale = {
  slug: slug.nullable(),
  boutique: sellingBoutique.nullable().meta({ description: 'Who sells it here; null for what a retailer sells elsewhere' }),
  description: z.string().nullable(),
  color_options: z.array(color).meta({ description: 'The colours with what they look like; empty for retailers' }),
  variants: z.array(variant),
  pictures: z.array(picture),
} as const;

/** A product in a grid. */
export const productCard = z.object({
  id,
  slug,
  product_name: z.string(),
  category: z.string(),
  boutique: z.object({ slug, name: z.string(), language: wordsLanguage }),
  price_minor: priceMinor.meta({ description: 'Of the cheapest variant' }),
  price_before_minor: priceMinor.nullable(),
  currency,
  picture: picture.nullable(),
  colors: z.array(color),
  sizes: z.array(z.object({ label: z.string(), is_available: z.boolean().meta({ description: 'In at least one colour' }) })),
});
export type ProductCard = z.infer<typeof productCard>;
