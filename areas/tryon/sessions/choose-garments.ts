import { hasFlatPicture, readProductIfThere, shopPictureUrl } from '#areas/catalog/index.ts';
import { hasPhoto } from '#areas/garments/index.ts';
import { findItems } from '#areas/wardrobe/index.ts';
import type { Category } from '#contract/garment-kinds.ts';
import type { Product } from '#contract/catalog.ts';
import type { TriedItem, TryOnDraft } from '#contract/tryon.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { notTogether, notWearable, photoProblem, sessionProblem, unknownKind } from '../errors.ts';
import type { PhotoRow } from '../tryon-tables.ts';
import { findClash, wearingOf } from './wearing-order.ts';

/**
 * Finds the garments of a wish in the asker's wardrobe or among products, and refuses what nobody could wear: what is not
 * theirs, no garment, without a picture, or two at once. Fields name which.
 */
export async function chooseGarments(ctx: Ctx, wishes: TryOnDraft['items']): Promise<TriedItem[]> {
  const wanted = wishes.map((wish) => (typeof wish === 'string' ? { id: wish, color: undefined } : wish));
  const owned = await findItems(
    ctx,
    wanted.map(({ id }) => id),
  );
  const items: TriedItem[] = [];
  for (const [index, { id, color }] of wanted.entries()) {
    const field = `items.${index}`;
    const item = owned.get(id);
    items.push(item ? await fromWardrobe(ctx, item, field) : await fromCatalog(ctx, { id, color, field }));
  }
  const clash = findClash(items);
  if (clash) throw notTogether(`items.${clash[1]}`, `items.${clash[0]}`);
  return items;
}

/** Refuses garments for which too little of the person is in the photo. */
export function checkPossible({ garments }: Pick<PhotoRow, 'garments'>, items: readonly TriedItem[]): void {
  for (const [index, { shape }] of items.entries()) {
    const problem = garments?.[shape];
    if (problem) throw photoProblem(problem, `items.${index}`);
  }
}

async function fromWardrobe(ctx: Ctx, item: Item, field: string): Promise<TriedItem> {
  const { id, title, brand, category, colors } = item;
  if (category === null) throw unknownKind(field);
  const shape = shapeOf(category, field);
  if (!(await hasPhoto(ctx, id))) throw sessionProblem('tryon.no_picture', { field });
  const unsold = { price_minor: null, currency: null, product_url: null, boutique: null };
  return { id, kind: 'item', title, brand, category, color: colors[0] ?? null, shape, product_id: item.product?.id ?? null, ...unsold };
}

interface Wanted {
  id: string;
  color: string | undefined;
  field: string;
}

async function fromCatalog(ctx: Ctx, { id, color, field }: Wanted): Promise<TriedItem> {
  const product = await readProductIfThere(ctx, id);
  if (!product) throw notFound('garment');
  const shape = shapeOf(product.category, field);
  const worn = colorOf(product, color, field);
  // One that lies with its shop is fetched when it is drawn: that may take as long as the shop takes.
  if (shopPictureUrl(product) === undefined && !(await hasFlatPicture(ctx, id, worn))) throw sessionProblem('tryon.no_picture', { field });
  const { product_name: title, brand, category, boutique: seller } = product;
  const { price_minor, currency } = product.variants.find((variant) => variant.color === worn) ?? product;
  const boutique = seller && { slug: seller.slug, name: seller.name, product_id: id, price_minor, currency };
  const product_url = seller ? null : product.product_url;
  return { id, kind: 'product', title, brand, category, color: worn, shape, product_id: id, price_minor, currency, product_url, boutique };
}

function colorOf({ color_options }: Product, color: string | undefined, field: string): string | null {
  const names = color_options.map(({ name }) => name);
  if (color === undefined) return names[0] ?? null;
  if (names.includes(color)) return color;
  const message = 'This product does not come in that colour. Choose one that it has.';
  throw new AppError('request.invalid', { message, fields: { [`${field}.color`]: `one of: ${names.join(', ')}` } });
}

function shapeOf(category: Category, field: string): TriedItem['shape'] {
  const wearing = wearingOf(category);
  if (wearing) return wearing.shape;
  throw category === 'other' ? unknownKind(field) : notWearable(field);
}
