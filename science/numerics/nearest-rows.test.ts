import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestRows } from './nearest-rows.ts';
import { seededRandom } from './seeded-random.ts';

const dimensions = 8;
const random = seededRandom(3);
const unitRow = (): number[] => {
  const row = Array.from({ length: dimensions }, () => random() - 0.5);
  return row.map((value) => value / Math.hypot(...row));
};
const all = Array.from({ length: 200 }, unitRow);
const rows = Float32Array.from(all.flat());

test('the nearest are those that sorting everything gives, the row itself first', () => {
  for (const at of [0, 17, 199]) {
    const query = Float32Array.from(all[at]!);
    const sorted = all
      .map((row, index) => ({ index, likeness: row.reduce((sum, value, d) => sum + value * query[d]!, 0) }))
      .toSorted((one, other) => other.likeness - one.likeness);
    const found = nearestRows({ rows, dimensions }, query, 12);
    assert.deepEqual(
      found.map(({ index }) => index),
      sorted.slice(0, 12).map(({ index }) => index),
    );
    assert.equal(found[0]!.index, at);
    assert.ok(Math.abs(found[0]!.likeness - 1) < 1e-6);
  }
});

test('fewer rows than asked for are all given, none wanted are none', () => {
  assert.equal(nearestRows({ rows: rows.slice(0, 3 * dimensions), dimensions }, rows.slice(0, dimensions), 10).length, 3);
  assert.deepEqual(nearestRows({ rows: new Float32Array(), dimensions }, rows.slice(0, dimensions), 10), []);
  assert.deepEqual(nearestRows({ rows, dimensions }, rows.slice(0, dimensions), 0), []);
});

test('a vector of another length is refused', () => {
  assert.throws(() => nearestRows({ rows, dimensions }, new Float32Array(5), 1), RangeError);
});
