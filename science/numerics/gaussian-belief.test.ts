import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossVariance, projectBelief } from './gaussian-belief.ts';
import { linearRow } from './linear-row.ts';

const belief = { size: 2, mean: Float64Array.from([1, 2]), covariance: Float64Array.from([4, 1, 1, 3]) };

test('a row is projected as by hand', () => {
  const { mean, variance, gain } = projectBelief(
    belief,
    linearRow([
      [0, 2],
      [1, -1],
    ]),
  );
  assert.equal(mean, 0);
  assert.deepEqual([...gain], [7, -1]);
  assert.equal(variance, 15);
});

test('the covariance of two rows is the same both ways', () => {
  const [one, other] = [
    linearRow([
      [0, 2],
      [1, -1],
    ]),
    linearRow([[1, 3]]),
  ];
  assert.equal(crossVariance(projectBelief(belief, one).gain, other), -3);
  assert.equal(crossVariance(projectBelief(belief, other).gain, one), -3);
});
