import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { cut_out } from './cut-out-job.ts';
import { listDeserted, listStuck, lockGarment } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import { changeGarment } from './photo-state.ts';
import { tag_photo } from './tag-photo.ts';
import { listUnseen } from './tags.store.ts';
import { take_in } from './take-in.ts';

/** The queue itself tries for half an hour; work that is older has lost its job. */
const stuck_after_ms = 3_600_000;
/** A photo that could not be looked at for so long is left without guesses; its owner says what it is. */
const unseen_until_ms = 24 * 3_600_000;
const at_once = 500;

/** Hands in work again whose job was lost, and stops waiting for photos that never came, every hour. */
export const sweep = job({
  name: 'garments.sweep',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '37 * * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - stuck_after_ms);
    for (const garment of await listStuck(ctx, { before, limit: at_once })) await handInAgain(ctx, garment);
    const after = new Date(ctx.clock.now().getTime() - unseen_until_ms);
    for (const work of await listUnseen(ctx, { after, before, limit: at_once }))
      await enqueue(ctx, tag_photo, work, { singleton_key: `${work.garment_id}:${work.photo_id}` });
    for (const id of await listDeserted(ctx, at_once)) await inTransaction(ctx, (tx) => stopWaiting(tx, id));
  },
});

async function handInAgain(ctx: Ctx, { id, photo_state, clean_state, upload_id, photo_id }: GarmentRow): Promise<void> {
  if (photo_state === 'processing' && upload_id !== null)
    await enqueue(ctx, take_in, { garment_id: id, upload_id }, { singleton_key: `${id}:${upload_id}` });
  if (clean_state === 'processing' && photo_id !== null)
    await enqueue(ctx, cut_out, { garment_id: id, photo_id }, { singleton_key: `${id}:${photo_id}` });
}

async function stopWaiting(tx: Ctx, id: string): Promise<void> {
  const garment = await lockGarment(tx, id);
  if (garment?.photo_state !== 'waiting') return;
  await changeGarment(tx, garment, { photo_state: garment.photo_id === null ? 'none' : 'ready', upload_id: null });
}
