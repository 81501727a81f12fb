import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { tellState } from './announce.ts';
import { noPhoto } from './errors.ts';
import { deletePictureOf, lockGarment } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import { makeThumb } from './photo/normalise-photo.ts';
import { changeGarment } from './photo-state.ts';
import { keepPictures } from './picture-files.ts';
import { readKept } from './read-kept.ts';

/** What is shown no more. The files stay, sealed, until the photo goes or the next cut-out lies over them, as a painted mask's does. */
const of_cut_outs = ['clean', 'studio', 'mask'] as const;

/**
 * Shows a garment's photo as it was taken again, background and all; work on its cut-out comes to nothing. What the photo told
 * stays. While a photo is on its way, that one is kept as it is taken. Throws `garments.no_photo`.
 */
export async function keepOriginal(ctx: Ctx, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const garment = await lockGarment(tx, id);
    if (!garment) throw notFound('garment');
    const { photo_id, photo_state } = garment;
    const is_coming = photo_state === 'waiting' || photo_state === 'processing';
    if (photo_id === null && !is_coming) throw noPhoto();
    if (photo_id !== null) await showOriginal(tx, garment, photo_id);
    const rest = photo_state === 'processing' ? {} : { attempts: 0, working_since: null };
    const solved = photo_state === 'ready' ? { problem: null } : {};
    await tellState(tx, await changeGarment(tx, garment, { wants_clean: false, clean_state: 'none', doubts: [], ...rest, ...solved }));
  });
}

async function showOriginal(tx: Ctx, garment: GarmentRow, photo_id: string): Promise<void> {
  const original = await readKept(tx, { garment_id: garment.id, photo_id }, 'original');
  if (!original) throw noPhoto();
  for (const kind of of_cut_outs) await deletePictureOf(tx, garment.id, kind);
  await keepPictures(tx, garment, { photo_id, pictures: [await makeThumb(original.content)] });
}
