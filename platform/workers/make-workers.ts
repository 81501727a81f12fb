import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { ErrorCode } from '#contract/error-codes.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { WorkerLate, WorkersBusy, type Workers, type WorkerTask } from './workers.ts';

/** The event loop keeps a core of its own; more than a few pages at once would only wait for memory. */
const threads_max = Math.min(4, Math.max(1, availableParallelism() - 1));
/** A thread costs 50 ms to start and 30 MB to keep. */
const idle_ms = 30_000;
/** What one task may use; pages of 8 MB need about 100. */
const heap_max_mb = 256;
/** Nothing that runs here takes a second on a healthy machine. */
const task_max_ms = 15_000;
/** Whoever stands further back would wait longer than a shopper does. */
const waiting_max = 64;

/** How a failure travels between threads: an AppError is a class only on its own side. */
export type Outcome =
  | { value: unknown }
  | { refused: { code: ErrorCode; message: string; detail?: string; fields?: Record<string, string> } };

export interface WorkerLimits {
  task_max_ms: number;
  waiting_max: number;
  threads_max: number;
}

/** Makes the threads; none is started before there is work, and none stays long without it. */
export function makeWorkers(limits: Partial<WorkerLimits> = {}): Workers {
  const bounds = { task_max_ms, waiting_max, threads_max, ...limits };
  const pool = new Piscina({
    filename: new URL('run-task.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: bounds.threads_max,
    idleTimeout: idle_ms,
    resourceLimits: { maxOldGenerationSizeMb: heap_max_mb },
  });
  let at_work = 0;
  return {
    run: async <T>(task: WorkerTask, signal?: AbortSignal): Promise<T> => {
      if (at_work >= bounds.threads_max + bounds.waiting_max) throw new WorkersBusy(`${at_work} tasks wait already`);
      at_work += 1;
      const late = AbortSignal.timeout(bounds.task_max_ms);
      const outcome = await startTask(pool, task, { late, signal }).finally(() => {
        at_work -= 1;
      });
      if ('value' in outcome) return outcome.value as T;
      const { code, ...rest } = outcome.refused;
      throw new AppError(code, rest);
    },
    stop: () => pool.destroy(),
  };
}

async function startTask(
  pool: Piscina,
  { module, name, input }: WorkerTask,
  { late, signal }: { late: AbortSignal; signal: AbortSignal | undefined },
): Promise<Outcome> {
  try {
    const task = { module: module.href, name, input };
    return (await pool.run(task, { signal: signal ? AbortSignal.any([late, signal]) : late })) as Outcome;
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new WorkerLate(`${name} took too much`, { cause: error });
    throw error;
  }
}
