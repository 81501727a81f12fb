import type { Ctx } from '#platform/area/context.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { deleteGarments, deletePictures, lockGarment, updateGarment } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import { deleteTags } from './tags.store.ts';
import { doomPhotos, garmentFolder } from './picture-files.ts';

/** Removes garments with all that was made of them, in the caller's transaction; their files go after it. Returns the rows removed. */
export async function removeGarments(tx: Ctx, ids: readonly string[]): Promise<number> {
  // Whoever is writing a picture of one finishes first, so that it is found.
  for (const id of ids.toSorted()) await lockGarment(tx, id);
  const pictures = await deletePictures(tx, ids);
  const gone = await deleteGarments(tx, ids);
  const uploads = await forgetUploads(tx, uploadsOf(gone));
  for (const { id, owner_id } of gone) await doomFiles(tx, { prefixes: [garmentFolder(id)], owner_id });
  return pictures + gone.length + uploads;
}

/** Removes the photos of garments that stay, with all that was made from them. The caller holds their locks. Returns the rows removed. */
export async function removePhotos(tx: Ctx, garments: readonly GarmentRow[]): Promise<number> {
  const pictures = await deletePictures(
    tx,
    garments.map(({ id }) => id),
  );
  const nothing = { photo_state: 'none', clean_state: 'none', upload_id: null, photo_id: null, problem: null } as const;
  for (const { id } of garments) await updateGarment(tx, id, { ...nothing, doubts: [], attempts: 0, working_since: null });
  // What was guessed of them is made from them too.
  await deleteTags(
    tx,
    garments.map(({ id }) => id),
  );
  const uploads = await forgetUploads(tx, uploadsOf(garments));
  for (const garment of garments) await doomPhotos(tx, garment, [garment.photo_id, garment.upload_id]);
  return pictures + uploads;
}

const uploadsOf = (garments: readonly GarmentRow[]): string[] =>
  garments.flatMap(({ upload_id }) => (upload_id === null ? [] : [upload_id]));
