import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { makeTaskLine, type LineBounds } from './task-line.ts';
import { endNativeTurn, makeNativeTurn, type NativeTurn } from './native-turn.ts';
import { runAlone } from './run-alone.ts';
import type { Outcome, ThreadTask } from './run-task.ts';
import { reviveOutcome } from './revive-outcome.ts';
import { type AloneBounds, WorkerLate, type Workers, type WorkerTask } from './workers.ts';

/** The event loop keeps a core of its own; more than a few pages at once would only wait for memory. */
const threads_max = Math.min(4, Math.max(1, availableParallelism() - 1));
/** A thread costs 50 ms to start and 30 MB to keep. */
const idle_ms = 30_000;
/** What one task may use; pages of 8 MB need about 100. */
const heap_max_mb = 256;
/** Nothing takes a second on a healthy machine; what may take longer says so itself (looks: 45 s). */
const task_max_ms = 15_000;
/** Whoever stands further back would wait longer than a shopper does. */
const waiting_max = 64;
/** What waits lies in memory: 8 of the largest pages, or all 64 of usual ones. */
const waiting_max_bytes = 64 * 1024 * 1024;
/** As long as most tasks may take: a shopper who waited that long has gone. */
const waiting_max_ms = 15_000;

export interface WorkerLimits extends LineBounds {
  /** Of one that asks for no other, from the moment a thread is free for it. */
  task_max_ms: number;
}

/** Makes the threads; none is started before there is work, and none stays long without it. */
export function makeWorkers(limits: Partial<WorkerLimits> = {}): Workers {
  const bounds = { task_max_ms, waiting_max, waiting_max_bytes, waiting_max_ms, threads_max, ...limits };
  const pool = new Piscina({
    filename: new URL('run-task.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: bounds.threads_max,
    idleTimeout: idle_ms,
    resourceLimits: { maxOldGenerationSizeMb: heap_max_mb },
  });
  const line = makeTaskLine(bounds);
  const started = new Map<NativeTurn, Promise<unknown>>();
  const alone = new Set<Promise<unknown>>();
  const stopped = new AbortController();
  return {
    run: async <T>(task: WorkerTask, signal?: AbortSignal): Promise<T> => {
      await line.enter(task.bytes ?? textBytes(task.input), signal);
      // Only now: whoever waits behind a slow task would pay for it else.
      const late = AbortSignal.timeout(task.longest_ms ?? bounds.task_max_ms);
      const turn = makeNativeTurn();
      const running = startTask(pool, task, { turn, late, signal });
      started.set(turn, running);
      const outcome = await running.finally(() => {
        started.delete(turn);
        line.leave();
      });
      return reviveOutcome(outcome) as T;
    },
    runAlone: <T>(task: WorkerTask, own: AloneBounds, signal?: AbortSignal) => {
      const running = runAlone<T>(task, own, signal ? AbortSignal.any([stopped.signal, signal]) : stopped.signal);
      alone.add(running);
      return running.finally(() => alone.delete(running));
    },
    stop: async () => {
      line.close();
      stopped.abort();
      await Promise.all([...started].map(([turn, running]) => endNativeTurn(turn, running)));
      await Promise.allSettled(alone);
      await pool.destroy();
    },
  };
}

/** The texts of an input, which are nearly all of it: a sign counts as one byte, as most do in memory. */
function textBytes(input: unknown): number {
  if (typeof input === 'string') return input.length;
  if (input === null || typeof input !== 'object') return 0;
  return Object.values(input).reduce((sum: number, value: unknown) => sum + (typeof value === 'string' ? value.length : 0), 0);
}

interface Bounds {
  turn: NativeTurn;
  late: AbortSignal;
  signal: AbortSignal | undefined;
}

async function startTask(pool: Piscina, { module, name, input, onNote }: WorkerTask, { turn, late, signal }: Bounds): Promise<Outcome> {
  const over = signal ? AbortSignal.any([late, signal]) : late;
  const ending = new AbortController();
  const notes = onNote && new MessageChannel();
  if (notes) notes.port1.on('message', onNote);
  const task: ThreadTask = { module: module.href, name, input, turn, ...(notes ? { port: notes.port2 } : {}) };
  const running: Promise<Outcome> = pool.run(task, { signal: ending.signal, ...(notes ? { transferList: [notes.port2] } : {}) });
  const end = (): void => void endNativeTurn(turn, running).then(() => ending.abort(over.reason));
  if (over.aborted) end();
  else over.addEventListener('abort', end, { once: true });
  try {
    return await running;
  } catch (error) {
    signal?.throwIfAborted();
    if (late.aborted || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new WorkerLate(`${name} took too much`, { cause: error });
    throw error;
  } finally {
    over.removeEventListener('abort', end);
    notes?.port1.close();
  }
}
