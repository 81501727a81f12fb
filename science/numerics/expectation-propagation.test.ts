import assert from 'node:assert/strict';
import { test } from 'node:test';
import { propagateExpectations, type Site } from './expectation-propagation.ts';
import type { GaussianBelief } from './gaussian-belief.ts';
import { linearRow } from './linear-row.ts';
import { tiltByInterval, tiltByReading } from './tilted-moments.ts';

const prior = (): GaussianBelief => ({ size: 2, mean: Float64Array.from([1, 2]), covariance: Float64Array.from([4, 1, 1, 3]) });
const reading = (value: number, sd: number, blunder = 0): Site => ({
  row: linearRow([[0, 1], [1, -1]]),
  tilt: (mean, variance) => tiltByReading({ value, sd, blunder, blunder_sd: 20 }, mean, variance),
});
const interval = (low: number, high: number): Site => ({
  row: linearRow([[0, 1]]),
  tilt: (mean, variance) => tiltByInterval({ low, high, sd: 0.5, nonsense: 0.03, nonsense_floor: 0.006 }, mean, variance),
});
const near = (got: number, wanted: number, within = 1e-9) => assert.ok(Math.abs(got - wanted) < within, `${got} is not ${wanted}`);

test('a Gaussian reading gives exactly the Kalman update and its evidence', () => {
  // By hand: s = x - y ~ N(-1, 5); reading 2 with variance 1; gain = C a / 6 = [3, -2] / 6.
  const { belief, log_evidence } = propagateExpectations(prior(), [reading(2, 1)]);
  near(belief.mean[0]!, 1 + (3 / 6) * 3);
  near(belief.mean[1]!, 2 - (2 / 6) * 3);
  near(belief.covariance[0]!, 4 - 9 / 6);
  near(belief.covariance[1]!, 1 + 6 / 6);
  near(log_evidence, -0.5 * Math.log(2 * Math.PI * 6) - 9 / 12);
});

test('the prior is left as it was, and no observations change nothing', () => {
  const before = prior();
  const { belief } = propagateExpectations(before, [reading(2, 1), interval(3, 4)]);
  assert.deepEqual(before, prior());
  assert.notDeepEqual(belief, before);
  assert.deepEqual(propagateExpectations(before, []).belief, prior());
});

test('one interval matches the moments found by brute-force integration', () => {
  const { belief } = propagateExpectations(prior(), [interval(2, 5)]);
  const density = (x: number) => {
    const z = Math.exp(tiltByInterval({ low: 2, high: 5, sd: 0.5, nonsense: 0.03, nonsense_floor: 0.006 }, x, 0).log_z);
    return z * Math.exp((-0.5 * (x - 1) ** 2) / 4);
  };
  const grid = Array.from({ length: 40_001 }, (_, i) => -19 + i * 0.001);
  const total = grid.reduce((sum, x) => sum + density(x), 0);
  const mean = grid.reduce((sum, x) => sum + x * density(x), 0) / total;
  const variance = grid.reduce((sum, x) => sum + (x - mean) ** 2 * density(x), 0) / total;
  near(belief.mean[0]!, mean, 1e-3);
  near(belief.covariance[0]!, variance, 1e-3);
});

test('many observations keep the covariance positive, even when they contradict each other', () => {
  const sites = [interval(4, Infinity), interval(-Infinity, -4), reading(30, 1, 0.04), reading(-2, 0.5, 0.04), interval(0, 1)];
  const { belief } = propagateExpectations(prior(), sites);
  const [a, b, , d] = belief.covariance;
  assert.ok(a! > 0 && d! > 0 && a! * d! - b! * b! > 0);
  assert.ok([...belief.mean].every(Number.isFinite));
});

test('a blunder moves the belief less than the same reading taken at its word', () => {
  const doubted = propagateExpectations(prior(), [reading(15, 1, 0.04)]).belief.mean[0]!;
  const trusted = propagateExpectations(prior(), [reading(15, 1)]).belief.mean[0]!;
  assert.ok(Math.abs(doubted - 1) < 0.5 * Math.abs(trusted - 1), `${doubted} against ${trusted}`);
});
