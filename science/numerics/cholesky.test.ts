import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choleskyFactor } from './cholesky.ts';

test('a textbook matrix gives its published factor', () => {
  // Example of Wikipedia, "Cholesky decomposition".
  const factor = choleskyFactor(Float64Array.from([4, 12, -16, 12, 37, -43, -16, -43, 98]), 3);
  assert.deepEqual([...factor], [2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('a singular covariance is factored without NaN', () => {
  const factor = choleskyFactor(Float64Array.from([1, 1, 0, 1, 1, 0, 0, 0, 4]), 3);
  assert.deepEqual([...factor], [1, 0, 0, 1, 0, 0, 0, 0, 2]);
});

test('a matrix of the wrong size is refused', () => {
  assert.throws(() => choleskyFactor(new Float64Array(5), 2), RangeError);
});
