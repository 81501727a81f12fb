import { photo_bytes_max } from '#contract/garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { fillUpload } from '#platform/uploads/fill-upload.ts';
import { forgetUploads, makeUpload, readUpload } from '#platform/uploads/make-upload.ts';
import { findGarment, lockGarment } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import { checkType } from './photo/check-photo.ts';
import { changeGarment } from './photo-state.ts';
import { take_in } from './take-in.ts';

/**
 * Gives a garment that has no photo, and none on its way, a picture that Toile has itself, and hands it on as if it had been
 * sent. Any other garment is left as it is, so that this may be done again, and by two at once. The caller has authorised.
 * Throws `garments.not_a_picture`, `upload.too_large`.
 */
export async function takePicture(ctx: Ctx, id: string, content: Uint8Array): Promise<void> {
  checkType(content);
  const garment = await findGarment(ctx, id);
  if (!garment || !(await isEmpty(ctx, garment))) return;
  const wanted = { owner_id: garment.owner_id, bytes_max: photo_bytes_max, length_bytes: content.byteLength };
  // Beside the address that the owner may be sending to; one that is not used in the end is removed with those that nobody filled.
  const { upload_id } = await inTransaction(ctx, (tx) => makeUpload(tx, wanted));
  await fillUpload(ctx, upload_id, content);
  await inTransaction(ctx, (tx) => handOn(tx, id, upload_id));
}

async function handOn(tx: Ctx, id: string, upload_id: string): Promise<void> {
  const garment = await lockGarment(tx, id);
  if (!garment || !(await isEmpty(tx, garment))) {
    await forgetUploads(tx, [upload_id]);
    return;
  }
  await forgetUploads(tx, garment.upload_id === null ? [] : [garment.upload_id]);
  const waiting = await changeGarment(tx, garment, { photo_state: 'waiting', upload_id, problem: null });
  const working_since = tx.clock.now().toISOString();
  await changeGarment(tx, waiting, { photo_state: 'processing', wants_clean: true, attempts: 0, working_since });
  await enqueue(tx, take_in, { garment_id: id, upload_id }, { singleton_key: `${id}:${upload_id}` });
}

/** Nothing was kept of it yet, and its owner has sent nothing. */
async function isEmpty(ctx: Ctx, { photo_state, photo_id, upload_id }: GarmentRow): Promise<boolean> {
  if (photo_id !== null) return false;
  if (photo_state === 'none') return true;
  if (photo_state !== 'waiting') return false;
  const uploaded = upload_id === null ? undefined : await readUpload(ctx, upload_id);
  return uploaded?.state !== 'complete' && (uploaded?.state !== 'unfinished' || uploaded.offset_bytes === 0);
}
