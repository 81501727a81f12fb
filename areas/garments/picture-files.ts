import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { newId } from '#platform/ids/new-id.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import { putPicture } from './garment.store.ts';
import type { GarmentRow, PictureRow } from './garments-tables.ts';
import type { MadePicture } from './photo/normalise-photo.ts';

export const garmentFolder = (garment_id: string): string => `garments/${garment_id}/`;
export const photoFolder = (garment_id: string, photo_id: string): string => `${garmentFolder(garment_id)}${photo_id}/`;

/** Where a picture lies: decided before it is made, so that work that is done again writes over what broke. */
export const pictureKey = ({ garment_id, photo_id, kind }: Pick<PictureRow, 'garment_id' | 'photo_id' | 'kind'>): string =>
  photoFolder(garment_id, photo_id) + kind;

/**
 * Keeps pictures of a garment, encrypted for its owner, in the caller's transaction, which must hold the garment's lock:
 * then a deletion waits for the files that are just being written, and finds them.
 */
export async function keepPictures(
  tx: Ctx,
  garment: GarmentRow,
  { photo_id, pictures }: { photo_id: string; pictures: readonly MadePicture[] },
) {
  const key = await makeDataKey(tx, garment.owner_id);
  for (const { kind, media_type, width, height, content } of pictures) {
    const row = { id: newId(), garment_id: garment.id, photo_id, kind, media_type, width, height };
    await putSealed(tx, { storage_key: pictureKey(row), key }, content);
    await putPicture(tx, { ...row, size_bytes: content.length, created_at: tx.clock.now().toISOString() });
  }
}

/**
 * Has the files of photos deleted, those of one that was only on its way too: work that was cut off may have left some. Only
 * folders that no later photo will use, since what is doomed may be deleted any time later.
 */
export const doomPhotos = (tx: Ctx, { id, owner_id }: GarmentRow, photo_ids: readonly (string | null)[]): Promise<void> =>
  doomFiles(tx, { prefixes: photo_ids.filter((one) => one !== null).map((photo_id) => photoFolder(id, photo_id)), owner_id });
