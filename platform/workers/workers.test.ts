import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { makeWorkers } from './make-workers.ts';
import { WorkerLate, WorkersBusy } from './workers.ts';

const module = new URL('task-samples.ts', import.meta.url);
const workers = makeWorkers({ task_max_ms: 5000 });
after(() => workers.stop());

test('a function runs in a thread and its answer comes back', async () => {
  assert.equal(await workers.run({ module, name: 'double', input: 21 }), 42);
});

test('a refusal comes back as the AppError it was, a failure as a failure', async () => {
  await assert.rejects(
    workers.run({ module, name: 'refuse', input: 'too long' }),
    (error) =>
      error instanceof AppError && error.code === 'request.invalid' && error.message === 'too long' && error.fields?.['name'] === 'x',
  );
  await assert.rejects(workers.run({ module, name: 'fail', input: null }), /broke/);
});

test('what never ends is ended, and the next task is served', async () => {
  const hasty = makeWorkers({ task_max_ms: 700 });
  await assert.rejects(hasty.run({ module, name: 'spin', input: null }), WorkerLate);
  await hasty.stop();
  assert.equal(await workers.run({ module, name: 'double', input: 1 }), 2);
});

test('what eats all memory ends its thread, not the program', async () => {
  await assert.rejects(workers.run({ module, name: 'hoard', input: null }), WorkerLate);
  assert.equal(await workers.run({ module, name: 'double', input: 2 }), 4);
});

test('who would wait behind too many others is told at once', async () => {
  const narrow = makeWorkers({ task_max_ms: 700, waiting_max: 1, threads_max: 1 });
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => narrow.run({ module, name: 'spin', input: null })));
  assert.ok(all.some((one) => one.status === 'rejected' && one.reason instanceof WorkersBusy));
  await narrow.stop();
});

test('a caller who leaves ends the task', async () => {
  const leaving = AbortSignal.abort(new Error('left'));
  await assert.rejects(workers.run({ module, name: 'spin', input: null }, leaving), /left/);
});
