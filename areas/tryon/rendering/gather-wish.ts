import sharp from 'sharp';
import { readFlatPicture } from '#areas/catalog/index.ts';
import { actingAs } from '#areas/people/index.ts';
import { cutOutForNow, readToWear } from '#areas/garments/index.ts';
import type { TriedItem } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { readSealed } from '#platform/storage/sealed-files.ts';
import { sessionProblem } from '../errors.ts';
import { readFromShop } from './read-from-shop.ts';
import { readMannequin } from '../mannequin/read-mannequin.ts';
import { findPhoto } from '../photos/photo.store.ts';
import type { PictureFile, RenderWish } from '../renderers/renderer.ts';
import { wearingOf } from '../sessions/wearing-order.ts';
import { photoKey } from '../tryon-files.ts';
import type { SessionRow } from '../tryon-tables.ts';
import type { Steps } from './steps.ts';

/** As large as anybody is drawn who wears it, px. */
const garment_max_px = 1024;

/** Reads all that a look is made of. Throws `tryon.photo_expired`, `tryon.no_picture`, `garments.no_garment_found`. */
export async function gatherWish(ctx: Ctx, session: SessionRow, steps: Steps): Promise<RenderWish> {
  const { photo_id, person_id, items, wishes } = session;
  const { mannequin } = wishes ?? {};
  if ((photo_id === null && !mannequin) || person_id === null || !items || !wishes) throw new Error(`session ${session.id} was wiped`);
  await steps.enter('photo');
  const { photo, body } = mannequin ? await readMannequin(mannequin) : await readPhoto(ctx, photo_id!);
  await steps.enter('garments');
  const garments: RenderWish['garments'][number][] = [];
  for (const [index, item] of items.entries()) {
    const { layer } = wearingOf(item.category) ?? { layer: 0 };
    const picture = await readGarment(actingAs(ctx, person_id), item, { is_anew: !wishes.prefer_clean_item_images });
    garments.push({ index, shape: item.shape, layer, category: item.category, title: item.title, picture });
    steps.note((index + 1) / items.length);
  }
  return {
    person_id,
    photo,
    body,
    is_mannequin: mannequin !== undefined,
    garments: garments.toSorted((a, b) => a.layer - b.layer),
    may_leave: wishes.may_leave === true,
    view_options: wishes.view_options,
  };
}

async function readPhoto(ctx: Ctx, photo_id: string) {
  const row = await findPhoto(ctx, photo_id);
  if (row?.state !== 'ready' || !row.joints) throw sessionProblem('tryon.photo_expired');
  const content = await readSealed(ctx, photoKey(photo_id));
  if (!content) throw sessionProblem('tryon.photo_expired');
  const photo: PictureFile = { content, media_type: 'image/jpeg', width: row.width ?? 0, height: row.height ?? 0 };
  return { photo, body: { joints: row.joints } };
}

async function readGarment(ctx: Ctx, item: TriedItem, { is_anew }: { is_anew: boolean }): Promise<PictureFile> {
  const content = await (item.kind === 'item' ? readToWear(ctx, item.id, { is_anew }) : readProduct(ctx, item)).catch(asAway);
  if (!content) throw sessionProblem('tryon.no_picture');
  const small = sharp(content).resize({ width: garment_max_px, height: garment_max_px, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await small.ensureAlpha().png({ compressionLevel: 2 }).toBuffer({ resolveWithObject: true });
  return { content: data, media_type: 'image/png', width: info.width, height: info.height };
}

async function readProduct(ctx: Ctx, { id, color }: TriedItem): Promise<Buffer | undefined> {
  const flat = (await readFlatPicture(ctx, id, color)) ?? (await readFromShop(ctx, id));
  return flat && cutOutForNow(ctx, flat);
}

/** A cut-out service that is away is no garment's fault. */
function asAway(error: unknown): never {
  if (error instanceof AppError && error.code === 'garments.cut_out_unavailable')
    throw new AppError('platform.busy', { message: error.message, cause: error });
  throw error;
}
