import { Worker } from 'node:worker_threads';
import { endNativeTurn, makeNativeTurn } from './native-turn.ts';
import { reviveOutcome } from './revive-outcome.ts';
import type { Outcome, ThreadTask } from './run-task.ts';
import { WorkerLate, type AloneBounds, type WorkerTask } from './workers.ts';

/**
 * Runs one long task in a thread of its own, with its own bounds, beside those that serve people. Ended at its time, when it
 * has used up its memory, or when the signal comes.
 */
export async function runAlone<T>({ module, name, input }: WorkerTask, bounds: AloneBounds, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const task: ThreadTask = { module: module.href, name, input, turn: makeNativeTurn() };
  const thread = new Worker(new URL('alone-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: bounds.heap_max_mb },
  });
  const gone = new Promise<unknown>((resolve) => thread.once('exit', resolve));
  const ended = AbortSignal.any([AbortSignal.timeout(bounds.longest_ms), ...(signal ? [signal] : [])]);
  try {
    return reviveOutcome(await answerOf(thread, ended)) as T;
  } catch (error) {
    signal?.throwIfAborted();
    if (ended.aborted || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new WorkerLate(`${name} took too much`, { cause: error });
    throw error;
  } finally {
    await endNativeTurn(task.turn, gone);
    await thread.terminate();
  }
}

function answerOf(thread: Worker, ended: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    // A thread that is being ended may fail more than once; unheard, that would end the program.
    thread.on('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread ended with code ${code} before it answered.`)));
    ended.addEventListener('abort', () => reject(ended.reason as Error), { once: true });
  });
}
