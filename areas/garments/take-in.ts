import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetUploads, readUpload } from '#platform/uploads/make-upload.ts';
import { announceEnd } from './announce.ts';
import { isPhotoProblem, photoProblem } from './errors.ts';
import { beginAttempt, excuseAttempt, lockGarment } from './garment.store.ts';
import type { GarmentRow, ProblemCode } from './garments-tables.ts';
import { keepPhoto } from './keep-photo.ts';
import { normalisePhoto, type MadePicture } from './photo/normalise-photo.ts';
import { changeGarment } from './photo-state.ts';
import { doomPhotos } from './picture-files.ts';

/** A photo that ended its process so often would end it again. */
export const attempts_max = 4;

interface Work {
  garment_id: string;
  upload_id: string;
}

/** Makes of a photo that arrived what is kept of it. A photo that nothing can come of is told, and the queue goes on. */
export const take_in = job<Work>({
  name: 'garments.take_in',
  payload: z.object({ garment_id: z.uuid(), upload_id: z.uuid() }),
  retry_limit: 8,
  retry_delay_s: 5,
  longest_s: 60,
  waits_once: true,
  is_prompt: true,
  // Two, so that one huge photo does not hold up fifty small ones; each takes most of a core.
  at_once: 2,
  run: async (ctx, work) => {
    const garment = await beginAttempt(ctx, work.garment_id, { photo_state: 'processing', upload_id: work.upload_id });
    if (!garment) return;
    try {
      if (garment.attempts > attempts_max) throw photoProblem('garments.gave_up');
      await keepMine(ctx, work, await normalisePhoto(await readPhoto(ctx, work.upload_id)));
    } catch (error) {
      if (isPhotoProblem(error)) return failPhoto(ctx, work, error.code);
      await excuseAttempt(ctx, work.garment_id);
      throw error;
    }
  },
});

async function readPhoto(ctx: Ctx, upload_id: string): Promise<Buffer> {
  const uploaded = await readUpload(ctx, upload_id);
  if (uploaded.state !== 'complete') throw photoProblem('garments.photo_gone');
  return buffer(uploaded.content);
}

const keepMine = (ctx: Ctx, work: Work, pictures: readonly MadePicture[]): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const garment = await lockMine(tx, work);
    if (garment) await keepPhoto(tx, garment, pictures);
  });

/** What was there before stays to be seen; only the new photo is given up. */
const failPhoto = (ctx: Ctx, work: Work, problem: ProblemCode): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const garment = await lockMine(tx, work);
    if (!garment) return;
    const over = { photo_state: 'failed', upload_id: null, problem, attempts: 0, working_since: null } as const;
    const changed = await changeGarment(tx, garment, over);
    await forgetUploads(tx, [work.upload_id]);
    await doomPhotos(tx, garment, [work.upload_id]);
    await announceEnd(tx, changed, 'photo');
  });

/** undefined: deleted, erased or another photo's by now; then nothing of this work may be kept. */
async function lockMine(tx: Ctx, { garment_id, upload_id }: Work): Promise<GarmentRow | undefined> {
  const garment = await lockGarment(tx, garment_id);
  return garment?.photo_state === 'processing' && garment.upload_id === upload_id ? garment : undefined;
}
