import { fromKysely } from 'pg-boss';
import type { Job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';

interface EnqueueOptions {
  /** While a job with this key waits or runs, another one is not added. */
  singleton_key?: string;
  /** Not before so many seconds from now. */
  start_after_s?: number;
}

/** Hands in a job in the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueue<T>(ctx: Ctx, job: Job<T>, payload: T, { singleton_key, start_after_s }: EnqueueOptions = {}): Promise<void> {
  await ctx.queue.boss.send(job.name, job.payload.parse(payload) as object, {
    db: fromKysely(ctx.db),
    ...(singleton_key === undefined ? {} : { singletonKey: singleton_key }),
    ...(start_after_s === undefined ? {} : { startAfter: start_after_s }),
  });
}
