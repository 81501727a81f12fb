import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from './seeded-random.ts';

test('one seed gives one sequence, another another, all in [0, 1) and evenly spread', () => {
  const draw = (seed: number) => Array.from({ length: 10_000 }, seededRandom(seed));
  const drawn = draw(1);
  assert.deepEqual(drawn, draw(1));
  assert.notDeepEqual(drawn, draw(2));
  assert.ok(drawn.every((value) => value >= 0 && value < 1));
  const counts = Array.from({ length: 10 }, (_, bin) => drawn.filter((value) => Math.floor(value * 10) === bin).length);
  // 1000 expected a bin, standard deviation 30.
  assert.ok(
    counts.every((count) => Math.abs(count - 1000) < 150),
    counts.join(),
  );
});
