import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toOklab } from './oklab.ts';

const near = (got: readonly number[], wanted: readonly number[]): void =>
  wanted.forEach((value, i) => assert.ok(Math.abs(got[i]! - value) < 0.002, `${got.join(' ')} is not ${wanted.join(' ')}`));

// Reference: the primaries in OKLab as CSS Color 4 gives them (oklch(62.8% 0.2577 29.23) and so on), turned to a and b.
test('the primaries stand where CSS Color 4 puts them', () => {
  near(toOklab([1, 0, 0]), [0.628, 0.2249, 0.1258]);
  near(toOklab([0, 1, 0]), [0.8664, -0.2339, 0.1795]);
  near(toOklab([0, 0, 1]), [0.452, -0.0325, -0.3115]);
});

test('greys have no colour, white is 1 and black 0', () => {
  near(toOklab([1, 1, 1]), [1, 0, 0]);
  near(toOklab([0, 0, 0]), [0, 0, 0]);
  near(toOklab([0.5, 0.5, 0.5]), [0.598, 0, 0]);
});
