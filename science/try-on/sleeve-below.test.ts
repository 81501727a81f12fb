import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '../imaging/color-planes.ts';
import { sleeveBelow } from './sleeve-below.ts';

const size = { width: 100, height: 200 };
const count = size.width * size.height;

/** A red sleeve from 10 to 30 px, blue trousers from 30 to 90 below row 100; the middle of the arm is at 25 px. */
const isSleeveOf = (sleeve: readonly number[], lower: readonly number[]) => {
  const data = new Uint8ClampedArray(count * 3);
  for (let i = 0; i < count; i++) data.set(i % 100 < 30 ? sleeve : lower, i * 3);
  const arm = Float32Array.from({ length: count }, (_, i) => Math.abs((i % 100) - 25) / 12);
  return sleeveBelow(toColorPlanes({ ...size, data }), {
    sleeves: [arm],
    is_person: new Uint8Array(count).fill(1),
    skin: new Uint8Array(count),
    from_y: 100,
    waist_y: 100,
    hips_x: 60,
    unit: 90,
  });
};

test('beside the hips trousers near an arm are no sleeve, and a sleeve wider than the arm is one', () => {
  const isSleeve = isSleeveOf([150, 20, 40], [20, 30, 120]);
  assert.ok(isSleeve(150 * 100 + 12));
  assert.ok(!isSleeve(150 * 100 + 33));
  assert.ok(!isSleeve(150 * 100 + 80));
});

test('cloth of one colour is told by how near the arm it is', () => {
  const isSleeve = isSleeveOf([20, 30, 120], [20, 30, 120]);
  assert.ok(isSleeve(150 * 100 + 33));
  assert.ok(!isSleeve(150 * 100 + 12));
});
