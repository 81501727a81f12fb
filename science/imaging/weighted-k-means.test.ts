import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { weightedKMeans } from './weighted-k-means.ts';

const random = seededRandom(11);
const around = (x: number, y: number): number[] => [x + (random() - 0.5) * 0.1, y + (random() - 0.5) * 0.1];
const corners = [
  [0, 0],
  [1, 0],
  [0, 1],
] as const;
const points = Array.from({ length: 300 }, (_, i) => around(corners[i % 3]![0], corners[i % 3]![1])).flat();
const input = { points: Float32Array.from(points), weights: new Float32Array(300).fill(1), dimensions: 2 };

test('three heaps are found at their middles, whatever the seed', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { centres, totals } = weightedKMeans(input, 3, seed);
    assert.deepEqual([...totals], [100, 100, 100]);
    for (const [x, y] of corners) {
      const nearest = Math.min(...[0, 1, 2].map((k) => Math.hypot(centres[k * 2]! - x, centres[k * 2 + 1]! - y)));
      assert.ok(nearest < 0.02, `nothing near ${x}, ${y}`);
    }
  }
});

test('weights count: a centre lies where the weight is, and points without weight draw none', () => {
  const heavy = { points: Float32Array.of(0, 1, 50), weights: Float32Array.of(1, 3, 0), dimensions: 1 };
  const { centres, totals } = weightedKMeans(heavy, 1, 1);
  assert.deepEqual([[...centres], [...totals]], [[0.75], [4]]);
});

test('one seed gives one answer, and fewer points than clusters leave empty ones', () => {
  assert.deepEqual(weightedKMeans(input, 4, 9), weightedKMeans(input, 4, 9));
  const same = { points: new Float32Array(10).fill(2), weights: new Float32Array(10).fill(1), dimensions: 1 };
  const { totals } = weightedKMeans(same, 3, 1);
  assert.deepEqual(totals.filter((total) => total > 0).length, 1);
});
