import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf, normalPdf } from './normal-cdf.ts';

// Reference: Python 3.12, 0.5 * math.erfc(-x / math.sqrt(2)), printed with repr().
const reference: [x: number, p: number][] = [
  [-8, 6.220960574271819e-16],
  [-3, 0.0013498980316300957],
  [-1, 0.15865525393145707],
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1.959963984540054, 0.975],
  [5, 0.9999997133484281],
];

test('the normal probability agrees with erfc to 1e-11, far tails relatively', () => {
  for (const [x, p] of reference) assert.ok(Math.abs(normalCdf(x) / p - 1) < (x < -7 ? 1e-6 : 1e-11), `${x}: ${normalCdf(x)}`);
});

test('the two tails mirror each other and the ends are exact', () => {
  for (const x of [0.1, 1, 4, 7.2]) assert.ok(Math.abs(normalCdf(x) + normalCdf(-x) - 1) < 1e-15);
  assert.equal(normalCdf(-Infinity), 0);
  assert.equal(normalCdf(Infinity), 1);
  assert.ok(Number.isNaN(normalCdf(NaN)));
});

test('the density is the slope of the probability', () => {
  for (const x of [-2, -0.3, 0, 1.7]) {
    assert.ok(Math.abs((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5 - normalPdf(x)) < 1e-9);
  }
});
