import * as z from 'zod';
import { job, type Command } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deletePhotosOver, listDuePhotos } from '../photos/photo.store.ts';
import { deleteCallsBefore } from '../renderers/outside/outside.store.ts';
import { budget_ms } from '../renderers/outside/take-leave.ts';
import { render_job } from '../rendering/render-job.ts';
import { deleteSessionsOver, listDueSessions, listStuck } from '../sessions/session.store.ts';
import { deleteSharesOver } from '../sharing/share.store.ts';
import type { ListDue } from './due.ts';
import { expirePhoto } from './expire-photo.ts';
import { expireIfDue } from './expire-session.ts';

/** The queue tries for a quarter of an hour; a session that waits for longer has lost its job. */
const stuck_after_ms = 20 * 60_000;
/** For so long it can be told that there was a session, and what became of it. */
const told_ms = 30 * 24 * 3_600_000;
/** So many are looked up at a time; all are gone through. */
const page_length = 500;

/** What a sweep did; `left` could not be deleted and will be tried again. */
export interface SweepReport {
  sessions: number;
  photos: number;
  forgotten: number;
  left: number;
}

/** Deletes what has had its day, files first, and hands in lost work again. What one failure holds up does not hold up the rest. */
export async function sweepTryOns(ctx: Ctx, { at_once = page_length } = {}): Promise<SweepReport> {
  const now_ms = ctx.clock.now().getTime();
  await handInStuck(ctx, { before: new Date(now_ms - stuck_after_ms), limit: at_once });
  const sessions = await each(ctx, { list: listDueSessions, expire: expireIfDue, limit: at_once });
  const photos = await each(ctx, { list: listDuePhotos, expire: expirePhoto, limit: at_once });
  const over = new Date(now_ms - told_ms);
  await deleteSharesOver(ctx);
  await deleteCallsBefore(ctx, new Date(now_ms - 2 * budget_ms));
  const forgotten = (await deleteSessionsOver(ctx, over)) + (await deletePhotosOver(ctx, over));
  return { sessions: sessions.done, photos: photos.done, forgotten, left: sessions.left + photos.left };
}

async function handInStuck(ctx: Ctx, { before, limit }: { before: Date; limit: number }): Promise<void> {
  for (let page = await listStuck(ctx, { before, after: undefined, limit }); page.length > 0;) {
    for (const { id } of page) await enqueue(ctx, render_job, { session_id: id }, { singleton_key: id });
    page = await listStuck(ctx, { before, after: page.at(-1)!.id, limit });
  }
}

interface Expiring {
  list: ListDue;
  expire: (tx: Ctx, id: string) => Promise<boolean>;
  limit: number;
}

/** Goes through all that is due, once: what cannot be deleted is passed by. */
async function each(ctx: Ctx, { list, expire, limit }: Expiring): Promise<{ done: number; left: number }> {
  let [done, left] = [0, 0];
  for (let page = await list(ctx, { after: undefined, limit }); page.length > 0;) {
    for (const { id } of page) {
      ctx.signal.throwIfAborted();
      try {
        if (await inTransaction(ctx, (tx) => expire(tx, id))) done += 1;
      } catch (error) {
        left += 1;
        ctx.log.warn({ err: error, id }, 'what has had its day could not be deleted; it will be soon');
      }
    }
    page = await list(ctx, { after: page.at(-1), limit });
  }
  return { done, left };
}

/** By itself every hour; what is left is tried again by the queue. */
export const sweep = job({
  name: 'tryon.sweep',
  payload: z.object({}),
  retry_limit: 3,
  retry_delay_s: 300,
  cron: '47 * * * *',
  run: async (ctx) => {
    const report = await sweepTryOns(ctx);
    ctx.log.info({ ...report }, 'try-ons were swept');
    if (report.left > 0) throw new Error(`${report.left} try-ons or photos could not be deleted`);
  },
});

/** On demand. */
export const sweep_command: Command = {
  name: 'sweep-tryons',
  usage: 'toile sweep-tryons',
  summary: 'Delete photos and try-ons that have had their day now, instead of within the hour, and say how many',
  run: async (ctx) => {
    const { sessions, photos, forgotten, left } = await sweepTryOns(ctx);
    const rest = left === 0 ? 'Nothing is left over.' : `${left} could not be deleted; the hourly sweep tries again.`;
    return `Deleted ${sessions} try-ons and ${photos} photos, forgot ${forgotten} old ones. ${rest}`;
  },
};
