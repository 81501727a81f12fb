import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import type { Workers, WorkerTask } from '#platform/workers/workers.ts';

/**
 * What takes a second of networks and says the same of the same bytes: most tests hand in the one drawn person or shirt, and are
 * about something else. What these say is tested by itself (`look-at-photo.test.ts`, `built-in-cut-out.test.ts`).
 */
const shared_tasks = ['lookAtPhoto', 'cutPhoto'];
const answers = new Map<string, unknown>();

/** Makes the threads of a house, which share what they found out about the same input with those of every other house of the process. */
export function sharingWorkers(): Workers {
  const own = makeWorkers();
  return {
    run: (task, signal) => share(task, signal, () => own.run(task, signal)),
    runAlone: (task, bounds, signal) => share(task, signal, () => own.runAlone(task, bounds, signal)),
    stop: own.stop,
  };
}

async function share<T>(task: WorkerTask, signal: AbortSignal | undefined, run: () => Promise<T>): Promise<T> {
  if (!shared_tasks.includes(task.name)) return run();
  signal?.throwIfAborted();
  const asked = createHash('sha256')
    .update(serialize([task.module.href, task.input]))
    .digest('base64');
  if (!answers.has(asked)) answers.set(asked, await run());
  return structuredClone(answers.get(asked)) as T;
}
