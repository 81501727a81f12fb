import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

// Reference: Python 3.12, statistics.NormalDist().inv_cdf(p).
const reference: [p: number, x: number][] = [
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400536],
  [0.5, 0],
  [0.75, 0.6744897501960817],
  [0.999, 3.090232306167813],
];

test('the quantile agrees with a reference to 1e-9', () => {
  for (const [p, x] of reference) assert.ok(Math.abs(normalQuantile(p) - x) < 1e-9, `${p}: ${normalQuantile(p)}`);
});

test('the quantile undoes the probability, in the tails too', () => {
  for (const p of [1e-9, 0.01, 0.3, 0.9, 1 - 1e-6]) assert.ok(Math.abs(normalCdf(normalQuantile(p)) / p - 1) < 1e-9);
});

test('the quantile is infinite at the ends and undefined outside', () => {
  assert.equal(normalQuantile(0), -Infinity);
  assert.equal(normalQuantile(1), Infinity);
  assert.ok(Number.isNaN(normalQuantile(1.1)));
});
