import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { announceEnd } from './announce.ts';
import { cut_out } from './cut-out-job.ts';
import { deletePictures } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import type { MadePicture } from './photo/normalise-photo.ts';
import { changeGarment } from './photo-state.ts';
import { doomPhotos, keepPictures } from './picture-files.ts';
import { tag_photo } from './tag-photo.ts';

/**
 * Keeps the pictures of a photo whose upload they came by, in the place of the photo before, and hands on what is still to be
 * done. The caller holds the garment's lock: whoever deletes it meanwhile waits, and takes the files along.
 */
export async function keepPhoto(tx: Ctx, garment: GarmentRow, pictures: readonly MadePicture[]): Promise<void> {
  const { id, upload_id } = garment;
  if (upload_id === null) throw new Error('a photo comes by an upload');
  await removeOldPhoto(tx, garment);
  await keepPictures(tx, garment, { photo_id: upload_id, pictures });
  const is_cut_out = pictures.some(({ kind }) => kind === 'clean');
  const next = cleanStateAfter(garment, is_cut_out);
  const is_working = next === 'processing';
  const changed = await changeGarment(tx, garment, {
    photo_state: 'ready',
    photo_id: upload_id,
    upload_id: null,
    problem: null,
    doubts: [],
    clean_state: next,
    attempts: 0,
    working_since: is_working ? tx.clock.now().toISOString() : null,
  });
  await forgetUploads(tx, [upload_id]);
  const work = { garment_id: id, photo_id: upload_id };
  if (is_working) await enqueue(tx, cut_out, work, { singleton_key: `${id}:${upload_id}` });
  else await enqueue(tx, tag_photo, work);
  await announceEnd(tx, changed, 'photo');
}

const cleanStateAfter = ({ wants_clean }: GarmentRow, is_cut_out: boolean): 'ready' | 'processing' | 'none' => {
  if (is_cut_out) return 'ready';
  return wants_clean ? 'processing' : 'none';
};

async function removeOldPhoto(tx: Ctx, garment: GarmentRow): Promise<void> {
  const { id, photo_id } = garment;
  if (photo_id === null) return;
  await deletePictures(tx, [id], photo_id);
  await doomPhotos(tx, garment, [photo_id]);
}
