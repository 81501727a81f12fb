import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { sizeWithin } from './picture.ts';
import { resizePlane } from './resize-plane.ts';
import { shrinkPicture } from './shrink-picture.ts';

test('shrinking keeps the mean of each channel, at sizes that do not divide', () => {
  const draw = seededRandom(2);
  const picture = { width: 101, height: 67, data: Uint8Array.from({ length: 101 * 67 * 3 }, () => draw() * 256) };
  const mean = (data: ArrayLike<number>, channel: number): number =>
    Array.from({ length: data.length / 3 }, (_, i) => data[i * 3 + channel]!).reduce((sum, value) => sum + value, 0) / (data.length / 3);
  const small = shrinkPicture(picture, { width: 37, height: 29 });
  for (const channel of [0, 1, 2]) assert.ok(Math.abs(mean(small.data, channel) - mean(picture.data, channel)) < 0.5);
});

test('each pixel is the mean of what it covers', () => {
  const picture = { width: 4, height: 2, data: Uint8Array.from([0, 100, 50, 70, 20, 40, 90, 10].flatMap((value) => [value, 0, 255])) };
  assert.deepEqual([...shrinkPicture(picture, { width: 2, height: 1 }).data], [40, 0, 255, 55, 0, 255]);
});

test('a size within a side keeps proportions and is never larger', () => {
  assert.deepEqual(sizeWithin({ width: 4000, height: 3000 }, 448), { width: 448, height: 336 });
  assert.deepEqual(sizeWithin({ width: 30, height: 20 }, 448), { width: 30, height: 20 });
  assert.deepEqual(sizeWithin({ width: 9000, height: 2 }, 448), { width: 448, height: 1 });
});

test('enlarging a slope gives the same slope', () => {
  const slope = Float32Array.from({ length: 80 }, (_, i) => i % 10);
  const large = resizePlane(slope, { width: 10, height: 8 }, { width: 40, height: 16 });
  for (let x = 4; x < 36; x++) assert.ok(Math.abs(large[5 * 40 + x]! - ((x + 0.5) / 4 - 0.5)) < 1e-5);
});

test('data of another length is refused', () => {
  assert.throws(() => shrinkPicture({ width: 3, height: 3, data: new Uint8Array(9) }, { width: 1, height: 1 }), RangeError);
});
