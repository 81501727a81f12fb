import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillGaps } from './fill-gaps.ts';

const size = { width: 32, height: 24 };
const count = size.width * size.height;

test('what is known stays, a gap in one colour is filled with it', () => {
  const values = new Float32Array(count).fill(80);
  const known = new Float32Array(count).fill(1);
  for (let y = 8; y < 16; y++) for (let x = 8; x < 20; x++) [values[y * 32 + x], known[y * 32 + x]] = [0, 0];
  for (const value of fillGaps(values, known, size, 1)) assert.ok(Math.abs(value - 80) < 1e-3);
});

test('a gap between two colours goes from the one to the other, and never beyond', () => {
  const values = Float32Array.from({ length: count }, (_, i) => (i % 32 < 16 ? 20 : 120));
  const known = Float32Array.from({ length: count }, (_, i) => (i % 32 < 10 || i % 32 > 22 ? 1 : 0));
  const row = fillGaps(values, known, size, 1).subarray(12 * 32, 13 * 32);
  assert.ok(row[11]! < row[16]! && row[16]! < row[21]!);
  for (const value of row) assert.ok(value >= 20 - 1e-3 && value <= 120 + 1e-3);
});

test('where nothing is known the values stay', () => {
  const values = Float32Array.from({ length: 6 }, (_, i) => i);
  assert.deepEqual([...fillGaps(values, new Float32Array(6), { width: 3, height: 2 }, 1)], [0, 1, 2, 3, 4, 5]);
});
