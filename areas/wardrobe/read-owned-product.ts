import { readProduct } from '#areas/catalog/index.ts';
import { nameHex } from '#areas/garments/index.ts';
import type { Product } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { productHasNot } from './errors.ts';
import type { Said } from './wardrobe-tables.ts';

/** A product that somebody owns one of. */
export interface OwnedProduct {
  id: string;
  /** As the product calls it; null where it names none. */
  color: string | null;
  /** What its shop says of it. */
  facts: Partial<Said>;
}

interface Asked {
  product_id: string;
  product_color?: string | undefined;
  size?: string | undefined;
}

/** A title of the wardrobe is no longer; a shop's may be. */
const title_max = 120;

/** Reads what a shop says of one of its products in one colour. Throws `request.not_found`, `request.invalid` for a colour it has not. */
export async function readOwnedProduct(ctx: Ctx, { product_id, product_color, size }: Asked): Promise<OwnedProduct> {
  const product = await readProduct(ctx, product_id);
  const names = namesOf(product);
  if (product_color !== undefined && !names.includes(product_color)) throw productHasNot('product_color', names);
  const color = product_color ?? names[0] ?? null;
  return { id: product.id, color, facts: { ...factsOf(product, color), ...priceOf(product, color, size) } };
}

/** The colours it comes in; a retailer's page names them without showing them. */
const namesOf = ({ color_options, colors }: Product): string[] =>
  color_options.length > 0 ? color_options.map(({ name }) => name) : colors.filter((name) => name !== '').map((name) => name.slice(0, 40));

function factsOf({ product_name, brand, category, color_options }: Product, color: string | null): Partial<Said> {
  const hex = color_options.find(({ name }) => name === color)?.hex;
  // In the words by which a wardrobe is searched and sorted; the shop's own name stands beside the product.
  const colors = hex === undefined ? (color === null ? null : [color]) : [nameHex(hex)];
  return { title: product_name.slice(0, title_max), brand: brand || null, category, colors };
}

/** Of the size and colour that is owned, where it has a price of its own. */
function priceOf({ variants, price_minor, currency }: Product, color: string | null, size: string | undefined): Partial<Said> {
  const own = variants.find((variant) => variant.color === color && (size === undefined || variant.size === size));
  const paid = own?.price_minor ?? price_minor;
  return paid === null || currency === null ? {} : { price_minor: paid, currency };
}
