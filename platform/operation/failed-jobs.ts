import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { dead_letter } from '#platform/queue/queue.ts';

/** Lists jobs that gave up after their last attempt. */
export async function listFailedJobs(ctx: Ctx) {
  const jobs = await ctx.queue.boss.findJobs<object>(dead_letter);
  return {
    jobs: jobs.map((job) => ({
      id: job.id,
      name: job.sourceName ?? job.name,
      failed_at: job.createdOn.toISOString(),
      attempts: (job.sourceRetryCount ?? job.retryCount) + 1,
      reason: reasonOf(job.sourceOutput),
    })),
    next_cursor: null,
  };
}

/** Hands a job in again that gave up, with all its attempts. Throws `request.not_found`. */
export async function retryFailedJob(ctx: Ctx, id: string): Promise<void> {
  if ((await ctx.queue.boss.redrive(dead_letter, { ids: [id] })) === 0) throw notFound('job');
  await inTransaction(ctx, (tx) => recordAct(tx, { action: 'queue.job_retried', subject: `job:${id}` }));
}

/** Forgets a job that gave up. Throws `request.not_found`. */
export async function dropFailedJob(ctx: Ctx, id: string): Promise<void> {
  const [job] = await ctx.queue.boss.findJobs<object>(dead_letter, { id });
  if (!job) throw notFound('job');
  const act = { action: 'queue.job_dropped', subject: `job:${id}`, detail: { name: job.sourceName ?? job.name } };
  await inTransaction(ctx, (tx) => recordAct(tx, act));
  await ctx.queue.boss.deleteJob(dead_letter, id);
}

/** A failed job keeps its error; its payload may be personal and stays out. */
function reasonOf(output: object | null): string {
  const { message } = (output ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message.slice(0, 500) : 'It gave no reason.';
}
