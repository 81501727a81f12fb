import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalPoints } from './normal-points.ts';

const count = 512;
const dimensions = 6;
const points = normalPoints(count, dimensions);
const moment = (term: (row: number) => number) =>
  Array.from({ length: count }, (_, row) => term(row)).reduce((sum, value) => sum + value, 0) / count;

test('each axis has mean zero exactly and variance one closely', () => {
  for (let axis = 0; axis < dimensions; axis++) {
    assert.ok(Math.abs(moment((row) => points[row * dimensions + axis]!)) < 1e-12);
    assert.ok(Math.abs(moment((row) => points[row * dimensions + axis]! ** 2) - 1) < 0.05);
  }
});

test('axes are uncorrelated, closer than random draws would be', () => {
  for (let one = 0; one < dimensions; one++) {
    for (let other = 0; other < one; other++) {
      assert.ok(Math.abs(moment((row) => points[row * dimensions + one]! * points[row * dimensions + other]!)) < 0.06);
    }
  }
});

test('the points are the same every time, and impossible requests are refused', () => {
  assert.deepEqual(normalPoints(count, dimensions), points);
  assert.throws(() => normalPoints(3, 2), RangeError);
  assert.throws(() => normalPoints(4, 13), RangeError);
});
