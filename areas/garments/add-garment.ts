import { photo_bytes_max } from '#contract/garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findUploadUrl, forgetUploads, makeUpload } from '#platform/uploads/make-upload.ts';
import { findGarment, insertGarment, lockGarment } from './garment.store.ts';
import { doomPhotos } from './picture-files.ts';
import { changeGarment } from './photo-state.ts';

interface Draft {
  id: string;
  owner_id: string;
  /** How large the photo will be, when it was said. */
  image_bytes: number | null;
}

/** Makes a garment that waits for its photo, in the caller's transaction, and returns where the photo goes. The caller has authorised. */
export async function addGarment(tx: Ctx, { id, owner_id, image_bytes }: Draft): Promise<string> {
  const { upload_id, upload_url } = await open(tx, owner_id, image_bytes);
  const nothing = { photo_id: null, problem: null, doubts: [], attempts: 0, working_since: null };
  const look = { wants_clean: false, bg_color: 'transparent', clean_format: 'png' } as const;
  const created_at = tx.clock.now().toISOString();
  await insertGarment(tx, { id, owner_id, photo_state: 'waiting', clean_state: 'none', upload_id, ...nothing, ...look, created_at });
  return upload_url;
}

/**
 * Returns where the next photo of a garment goes: the address that waits already, else a new one. What can be seen stays
 * until the new photo is there; a photo that was on its way is given up. Undefined when there is no such garment.
 */
export async function openPhoto(tx: Ctx, id: string, image_bytes: number | null): Promise<string | undefined> {
  const garment = await lockGarment(tx, id);
  if (!garment) return undefined;
  if (garment.photo_state === 'waiting' && garment.upload_id !== null && image_bytes === null) {
    const known = await findUploadUrl(tx, garment.upload_id);
    if (known) return known;
  }
  const { upload_id, upload_url } = await open(tx, garment.owner_id, image_bytes);
  await forgetUploads(tx, garment.upload_id === null ? [] : [garment.upload_id]);
  await doomPhotos(tx, garment, [garment.upload_id]);
  const is_cutting = garment.clean_state === 'processing';
  await changeGarment(tx, garment, { photo_state: 'waiting', upload_id, problem: null, ...(is_cutting ? {} : { working_since: null }) });
  return upload_url;
}

/** Gives where a garment's photo goes while it waits for one; null when it does not, or its address has ended. */
export async function findPhotoUrl(ctx: Ctx, id: string): Promise<string | null> {
  const garment = await findGarment(ctx, id);
  if (garment?.photo_state !== 'waiting' || garment.upload_id === null) return null;
  return (await findUploadUrl(ctx, garment.upload_id)) ?? null;
}

const open = (tx: Ctx, owner_id: string, length_bytes: number | null) =>
  makeUpload(tx, { owner_id, bytes_max: photo_bytes_max, length_bytes });
