import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearRow } from './linear-row.ts';

test('weights of the same index add up and zeros drop out', () => {
  assert.deepEqual(
    linearRow([
      [3, 1],
      [1, 2],
      [3, -0.5],
      [2, 1],
      [2, -1],
    ]),
    { indices: [3, 1], weights: [0.5, 2] },
  );
});
