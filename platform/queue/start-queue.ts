import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import type { AnyJob } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { dead_letter, type Queue } from './queue.ts';
import type { Log } from '#platform/telemetry/log.ts';

const stop_timeout_ms = 10_000;
const kept_days = 14;
/** The least that pg-boss takes; a look costs the database a fifth of a millisecond. */
const prompt_poll_s = 0.5;

export interface RunningQueue extends Queue {
  /** Starts running the jobs of all areas in this process. */
  work: (jobs: readonly AnyJob[], ctx: Ctx) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the queue and makes sure that every job has a place. Throws when two jobs share a name. */
export async function startQueue(to: pg.PoolConfig, jobs: readonly AnyJob[], log: Log): Promise<RunningQueue> {
  const names = jobs.map((job) => job.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two jobs are called ${twice}`);
  const boss = new PgBoss({ ...(to as object), max: 3, application_name: 'toile-queue' });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue had trouble; it goes on'));
  await boss.start();
  await boss.createQueue(dead_letter, { deleteAfterSeconds: kept_days * 86_400 });
  for (const job of jobs) await declare(boss, job);
  return { boss, work: (own, ctx) => work(boss, own, ctx), stop: () => stop(boss) };
}

async function declare(boss: PgBoss, job: AnyJob): Promise<void> {
  const options = {
    retryLimit: job.retry_limit,
    retryDelay: job.retry_delay_s,
    retryBackoff: true,
    deadLetter: dead_letter,
    ...(job.longest_s === undefined ? {} : { expireInSeconds: job.longest_s }),
  };
  if (await boss.getQueue(job.name)) await boss.updateQueue(job.name, options);
  else await boss.createQueue(job.name, { ...options, policy: policyOf(job) });
  if (job.cron) await boss.schedule(job.name, job.cron, {});
}

function policyOf({ is_unique, waits_once }: AnyJob): string {
  if (is_unique) return 'exclusive';
  return waits_once ? 'short' : 'standard';
}

async function work(boss: PgBoss, jobs: readonly AnyJob[], ctx: Ctx): Promise<void> {
  for (const job of jobs) {
    const pace = job.is_prompt ? { pollingIntervalSeconds: prompt_poll_s } : {};
    await boss.work(job.name, { batchSize: 1, localConcurrency: job.at_once ?? 1, ...pace }, async ([taken]) => {
      if (!taken) return;
      const log = ctx.log.child({ job: job.name, job_id: taken.id });
      await job.run({ ...ctx, log, request_id: newId(), signal: taken.signal }, job.payload.parse(taken.data) as never);
    });
  }
}

async function stop(boss: PgBoss): Promise<void> {
  await boss.stop({ graceful: true, timeout: stop_timeout_ms, close: true });
}
