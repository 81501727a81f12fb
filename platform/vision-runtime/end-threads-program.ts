import { setTimeout as sleep } from 'node:timers/promises';
import { makeWorkers } from '#platform/workers/make-workers.ts';

/**
 * Ends threads in the middle of a network, in every way that a thread is ended: `node end-threads-program.ts FILE SIDE`. A native call
 * that is cut off ends the program that made it, so it is one of its own.
 */
const [file, side] = process.argv.slice(2);
const task = {
  module: new URL('task-chain.ts', import.meta.url),
  name: 'computeOnAndOn',
  input: { file, side: Number(side) },
};
/** Time for a thread to start and to be computing, ms. */
const begun_ms = 700;
const alone = { longest_ms: begun_ms, heap_max_mb: 128 };
const failed = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => (error as Error).constructor.name);

for (let round = 0; round < 3; round += 1) {
  const workers = makeWorkers({ task_max_ms: begun_ms, threads_max: 1 });
  const leaving = new AbortController();
  const late = [failed(workers.run(task)), failed(workers.runAlone(task, alone)), failed(workers.runAlone(task, alone, leaving.signal))];
  await sleep(begun_ms / 2);
  leaving.abort(new RangeError('left'));
  console.log((await Promise.all(late)).join(' '));
  const at_work = [failed(workers.run(task)), failed(workers.runAlone(task, alone))];
  await sleep(begun_ms / 2);
  await workers.stop();
  await Promise.all(at_work);
}
