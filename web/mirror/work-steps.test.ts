import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf } from './work-steps.ts';

test('before its turn nothing is sewn, and in the middle only what is done', () => {
  assert.ok(stepsOf({ stage: 'waiting', progress: 0 }).every(({ state, share }) => state === 'ahead' && share === 0));
  const [photo, garments, rendering, saving] = stepsOf({ stage: 'rendering', progress: 0.6 });
  assert.deepEqual([photo!.state, garments!.state, rendering!.state, saving!.state], ['done', 'done', 'now', 'ahead']);
  assert.ok(Math.abs(rendering!.share - 0.5) < 1e-9);
  const last = stepsOf({ stage: 'saving', progress: 0.95 })[3]!;
  assert.ok(Math.abs(last.share - 0.5) < 1e-9);
});

test('what is done is sewn whole', () => {
  assert.ok(stepsOf({ stage: 'done', progress: 1 }).every(({ state, share }) => state === 'done' && share === 1));
});
