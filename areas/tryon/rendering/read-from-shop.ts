import { readProductIfThere, readShopPicture } from '#areas/catalog/index.ts';
import { isPhotoProblem } from '#areas/garments/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { sessionProblem } from '../errors.ts';
import type { PhotoVerdict } from '../photos/look-at-photo.ts';
import { busyOr } from '../tell-busy.ts';

/**
 * Gives the picture of a retailer's product from its shop; undefined where it has none. Throws `tryon.shop_picture_refused`,
 * `tryon.shop_picture_away`, and `tryon.shop_picture_worn` where somebody wears it, since nothing can be cut out of that.
 */
export async function readFromShop(ctx: Ctx, product_id: string): Promise<Uint8Array | undefined> {
  const product = await readProductIfThere(ctx, product_id);
  const content = product && (await readShopPicture(ctx, product).catch(asProblem));
  if (content && (await showsSomebody(ctx, content))) throw sessionProblem('tryon.shop_picture_worn');
  return content;
}

/** What is wrong with the shop's answer is told; what is wrong here is not its fault. */
function asProblem(error: unknown): never {
  if (isPhotoProblem(error)) throw sessionProblem('tryon.shop_picture_refused', { cause: error });
  if (!(error instanceof AppError) || !error.code.startsWith('catalog.')) throw error;
  const is_away = error.code === 'catalog.retailer_unavailable';
  throw sessionProblem(is_away ? 'tryon.shop_picture_away' : 'tryon.shop_picture_refused', { cause: error });
}

async function showsSomebody(ctx: Ctx, content: Uint8Array): Promise<boolean> {
  const task = {
    module: new URL('../photos/look-at-photo.ts', import.meta.url),
    name: 'lookAtPhoto',
    input: { content },
    bytes: content.byteLength,
  };
  const seen = await ctx.workers.run<PhotoVerdict>(task, ctx.signal).catch((error: unknown) => {
    throw busyOr(error);
  });
  // One who is too small to be dressed is somebody still.
  return seen.garments !== null || seen.problem === 'tryon.several_people' || seen.problem === 'tryon.photo_too_small';
}
