import type { Ctx } from '#platform/area/context.ts';
import { fillUpload } from '#platform/uploads/fill-upload.ts';
import { findGarment } from './garment.store.ts';
import { noteUploaded } from './note-uploaded.ts';

/**
 * Gives a garment that waits for its photo a picture that Toile has itself, and hands it on as if it had been sent. A garment
 * that does not wait is left as it is, so that this may be done again. The caller has authorised. Throws as `noteUploaded` does.
 */
export async function takePicture(ctx: Ctx, id: string, content: Uint8Array): Promise<void> {
  const garment = await findGarment(ctx, id);
  if (garment?.photo_state !== 'waiting' || garment.upload_id === null) return;
  await fillUpload(ctx, garment.upload_id, content);
  await noteUploaded(ctx, id, true);
}
