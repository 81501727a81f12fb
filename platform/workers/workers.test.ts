import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '#platform/errors/app-error.ts';
import { makeWorkers } from './make-workers.ts';
import { WorkerLate, WorkersBusy } from './workers.ts';

const module = new URL('task-samples.ts', import.meta.url);
const workers = makeWorkers({ task_max_ms: 5000 });
after(() => workers.stop());

test('a function runs in a thread and its answer comes back', async () => {
  assert.equal(await workers.run({ module, name: 'double', input: 21 }), 42);
});

test('what a function says of its work is heard in order while it runs, and whoever does not listen gets the answer alone', async () => {
  const notes: unknown[] = [];
  assert.equal(await workers.run({ module, name: 'count', input: 3, onNote: (note) => notes.push(note) }), 3);
  assert.deepEqual(notes, [1, 2, 3].slice(0, notes.length));
  assert.equal(await workers.run({ module, name: 'count', input: 2 }), 2);
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

test('a task may be given less time than others have', async () => {
  await assert.rejects(workers.run({ module, name: 'spin', input: null, longest_ms: 300 }), WorkerLate);
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

test('who waits behind a task that never ends is served after it: each has its own time', async () => {
  const narrow = makeWorkers({ threads_max: 1 });
  const slow = assert.rejects(narrow.run({ module, name: 'spin', input: null, longest_ms: 700 }), WorkerLate);
  const behind = Array.from({ length: 3 }, (_, n) => narrow.run({ module, name: 'double', input: n }));
  assert.deepEqual(await Promise.all(behind), [0, 2, 4]);
  await slow;
  await narrow.stop();
});

test('who waits too long, or when all is stopped, was not late: nothing was begun', async () => {
  const narrow = makeWorkers({ task_max_ms: 2000, threads_max: 1, waiting_max_ms: 100 });
  const slow = assert.rejects(narrow.run({ module, name: 'spin', input: null }));
  await assert.rejects(narrow.run({ module, name: 'double', input: 1 }), WorkersBusy);
  const stopped = assert.rejects(narrow.run({ module, name: 'double', input: 1 }), WorkersBusy);
  await narrow.stop();
  await Promise.all([slow, stopped]);
});

test('what waits is bounded by its size too, as told or by its texts', async () => {
  const narrow = makeWorkers({ threads_max: 1, waiting_max_bytes: 1000 });
  const slow = assert.rejects(narrow.run({ module, name: 'spin', input: null, longest_ms: 700 }), WorkerLate);
  const first = narrow.run({ module, name: 'double', input: 4, bytes: 900 });
  await assert.rejects(narrow.run({ module, name: 'double', input: { html: 'x'.repeat(101) } }), WorkersBusy);
  await assert.rejects(narrow.run({ module, name: 'double', input: 1, bytes: 101 }), WorkersBusy);
  assert.equal(await first, 8);
  assert.equal(await narrow.run({ module, name: 'double', input: 5, bytes: 5000 }), 10, 'who need not wait is not counted');
  await slow;
  await narrow.stop();
});

test('a caller who leaves the line hears their own reason, and the next one moves up', async () => {
  const narrow = makeWorkers({ threads_max: 1, waiting_max: 1 });
  const slow = assert.rejects(narrow.run({ module, name: 'spin', input: null, longest_ms: 700 }), WorkerLate);
  const leaving = new AbortController();
  const left = assert.rejects(narrow.run({ module, name: 'double', input: 1 }, leaving.signal), /left/);
  leaving.abort(new Error('left'));
  await left;
  assert.equal(await narrow.run({ module, name: 'double', input: 3 }), 6);
  await slow;
  await narrow.stop();
});

test('a caller who leaves ends the task', async () => {
  const leaving = AbortSignal.abort(new Error('left'));
  await assert.rejects(workers.run({ module, name: 'spin', input: null }, leaving), /left/);
});

test('what runs alone has its own bounds, beside a line that is full', async () => {
  const narrow = makeWorkers({ threads_max: 1 });
  const slow = assert.rejects(narrow.run({ module, name: 'spin', input: null, longest_ms: 700 }), WorkerLate);
  const bounds = { longest_ms: 20_000, heap_max_mb: 128 };
  assert.equal(await narrow.runAlone({ module, name: 'double', input: 4 }, bounds), 8);
  await assert.rejects(
    narrow.runAlone({ module, name: 'refuse', input: 'no' }, bounds),
    (error) => error instanceof AppError && error.code === 'request.invalid',
  );
  await assert.rejects(narrow.runAlone({ module, name: 'fail', input: null }, bounds), /broke/);
  await assert.rejects(narrow.runAlone({ module, name: 'spin', input: null }, { ...bounds, longest_ms: 500 }), WorkerLate);
  await slow;
  await narrow.stop();
});

test('what runs alone ends with whoever asked for it, and with the program', async () => {
  const own = makeWorkers();
  const asked = new AbortController();
  const bounds = { longest_ms: 60_000, heap_max_mb: 128 };
  const given_up = own.runAlone({ module, name: 'spin', input: null }, bounds, asked.signal);
  const stopped = own.runAlone({ module, name: 'spin', input: null }, bounds);
  asked.abort(new Error('given up'));
  await assert.rejects(given_up, /given up/);
  await Promise.all([assert.rejects(stopped), own.stop()]);
});

test(
  'a native call that may not begin any more does not keep another one of its thread from coming back',
  { timeout: 30_000 },
  async () => {
    const leaving = new AbortController();
    const onNote = (): void => leaving.abort(new Error('left'));
    await assert.rejects(workers.run({ module, name: 'callTwice', input: null, onNote, longest_ms: 60_000 }, leaving.signal), /left/);
    assert.equal(await workers.run({ module, name: 'double', input: 1 }), 2);
  },
);

test('nothing runs any more once all is stopped, alone or not', async () => {
  const own = makeWorkers();
  let is_over = false;
  const end = (): void => void (is_over = true);
  void own.runAlone({ module, name: 'spin', input: null }, { longest_ms: 60_000, heap_max_mb: 128 }).then(end, end);
  await own.stop();
  await setImmediate();
  assert.equal(is_over, true);
});
