import sharp from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import { chooseCutOut } from './cut-out/choose-cut-out.ts';
import { drawCutOut } from './cut-out/draw-cut-out.ts';
import { findGarment, listPictures } from './garment.store.ts';
import { uprightPhoto } from './photo/normalise-photo.ts';
import { readKept } from './read-kept.ts';

/** As large as anybody is drawn who wears it, px. */
const side = 1024;
/** A picture of which this part is see-through was cut out already. */
const clear_min = 0.02;

/** Tells whether a garment has a photo that it could be cut out of. The caller has authorised. */
export const hasPhoto = async (ctx: Ctx, garment_id: string): Promise<boolean> =>
  (await listPictures(ctx, [garment_id])).some(({ kind }) => kind === 'original');

/**
 * Gives a garment alone, see-through around it, as somebody else wears it: the cut-out that is kept, or with `is_anew`, and where
 * there is none, one that is made for now and not kept. Undefined without a photo. Throws as `cutOutForNow` does.
 */
export async function readToWear(ctx: Ctx, garment_id: string, { is_anew }: { is_anew: boolean }): Promise<Buffer | undefined> {
  const photo_id = (await findGarment(ctx, garment_id))?.photo_id;
  if (!photo_id) return undefined;
  // What came cut out already has edges of its own, better than any that are looked for.
  const kept = await readKept(ctx, { garment_id, photo_id }, is_anew ? 'given' : 'clean');
  if (kept) return Buffer.from(kept.content);
  const original = await readKept(ctx, { garment_id, photo_id }, 'original');
  return original && cutOutForNow(ctx, original.content);
}

/**
 * Cuts the garment out of any picture, unless that was done already; takes seconds. Throws `garments.no_garment_found`, and
 * `garments.cut_out_unavailable` when it cannot be done now.
 */
export async function cutOutForNow(ctx: Ctx, content: Uint8Array): Promise<Buffer> {
  if (await isCutOut(content)) return Buffer.from(content);
  const photo = await uprightPhoto(content, side);
  const mask = await chooseCutOut(ctx)(ctx, photo, ctx.signal);
  const [clean] = await drawCutOut(photo, mask, { bg_color: 'transparent', clean_format: 'png' });
  return clean!.content;
}

async function isCutOut(content: Uint8Array): Promise<boolean> {
  const { channels, isOpaque: is_opaque } = await sharp(content).stats();
  return !is_opaque && (channels[3]?.mean ?? 255) < 255 * (1 - clear_min);
}
