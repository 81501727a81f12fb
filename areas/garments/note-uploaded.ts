import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { uploadEnded } from '#platform/uploads/errors.ts';
import { readUpload } from '#platform/uploads/make-upload.ts';
import { photoUnfinished } from './errors.ts';
import { findGarment, lockGarment } from './garment.store.ts';
import { checkType } from './photo/check-photo.ts';
import { changeGarment } from './photo-state.ts';
import { take_in } from './take-in.ts';

/**
 * Notes that a garment's photo has arrived, looks at its first bytes, and hands it on; the rest is done by jobs, so that the
 * answer comes at once: nothing is told live, because such commits wait for each other. Said again it changes nothing. Throws `garments.photo_unfinished`, `garments.not_a_picture`,
 * `garments.heic`, `upload.ended`.
 */
export async function noteUploaded(ctx: Ctx, id: string, wants_clean: boolean): Promise<void> {
  const garment = await findGarment(ctx, id);
  if (!garment) throw notFound('garment');
  const { upload_id } = garment;
  if (garment.photo_state !== 'waiting' || upload_id === null) return;
  const uploaded = await readUpload(ctx, upload_id);
  if (uploaded.state === 'gone') throw uploadEnded();
  if (uploaded.state === 'unfinished') throw photoUnfinished(uploaded.offset_bytes);
  checkType(await firstOf(uploaded.content));
  await inTransaction(ctx, async (tx) => {
    const now = await lockGarment(tx, id);
    if (now?.upload_id !== upload_id || now.photo_state !== 'waiting') return;
    const working_since = tx.clock.now().toISOString();
    await changeGarment(tx, now, { photo_state: 'processing', wants_clean, problem: null, attempts: 0, working_since });
    await enqueue(tx, take_in, { garment_id: id, upload_id }, { singleton_key: `${id}:${upload_id}` });
  });
}

/** The first piece is enough, and the rest is not read. */
async function firstOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const bytes of content) return bytes;
  return new Uint8Array();
}
