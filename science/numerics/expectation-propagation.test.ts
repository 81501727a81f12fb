import assert from 'node:assert/strict';
import { test } from 'node:test';
import { propagateExpectations, type Site } from './expectation-propagation.ts';
import type { GaussianBelief } from './gaussian-belief.ts';
import { linearRow } from './linear-row.ts';
import { tiltByInterval, tiltByReading, tiltUnlessChance } from './tilted-moments.ts';

const prior = (): GaussianBelief => ({ size: 2, mean: Float64Array.from([1, 2]), covariance: Float64Array.from([4, 1, 1, 3]) });
const difference = linearRow([
  [0, 1],
  [1, -1],
]);
/** A plain Gaussian reading of x - y, so that the answer is known by hand. */
const gaussian = (value: number, variance: number): Site => ({
  row: difference,
  tilt: (mean, spread) => {
    const total = spread + variance;
    const off = value - mean;
    return { log_z: -0.5 * (Math.log(2 * Math.PI * total) + (off * off) / total), slope: off / total, curvature: -1 / total };
  },
});
const reading = (value: number): Site => ({
  row: difference,
  tilt: (mean, variance) => tiltByReading({ value, sd: 1, slip: 1 }, mean, variance),
});
const interval = (low: number, high: number): Site => ({
  row: linearRow([[0, 1]]),
  tilt: (mean, variance) => tiltByInterval({ low, high, sd: 0.5, slip: 0.5 }, mean, variance),
});
const near = (got: number, wanted: number, within = 1e-9) => assert.ok(Math.abs(got - wanted) < within, `${got} is not ${wanted}`);

test('a Gaussian reading gives exactly the Kalman update and its evidence', () => {
  // By hand: s = x - y ~ N(-1, 5); reading 2 with variance 1; gain = C a / 6 = [3, -2] / 6.
  const { belief, log_evidence, log_fits } = propagateExpectations(prior(), [gaussian(2, 1)]);
  near(belief.mean[0]!, 1 + (3 / 6) * 3);
  near(belief.mean[1]!, 2 - (2 / 6) * 3);
  near(belief.covariance[0]!, 4 - 9 / 6);
  near(belief.covariance[1]!, 1 + 6 / 6);
  near(log_evidence, -0.5 * Math.log(2 * Math.PI * 6) - 9 / 12);
  near(log_fits[0]!, log_evidence);
});

test('the prior is left as it was, and no observations change nothing', () => {
  const before = prior();
  const { belief } = propagateExpectations(before, [reading(2), interval(3, 4)]);
  assert.deepEqual(before, prior());
  assert.notDeepEqual(belief, before);
  assert.deepEqual(propagateExpectations(before, []).belief, prior());
});

test('one interval matches the moments found by brute-force integration', () => {
  const { belief } = propagateExpectations(prior(), [interval(2, 5)]);
  const density = (x: number) => Math.exp(tiltByInterval({ low: 2, high: 5, sd: 0.5, slip: 0.5 }, x, 0).log_z - (0.5 * (x - 1) ** 2) / 4);
  const grid = Array.from({ length: 40_001 }, (_, i) => -19 + i * 0.001);
  const total = grid.reduce((sum, x) => sum + density(x), 0);
  const mean = grid.reduce((sum, x) => sum + x * density(x), 0) / total;
  const variance = grid.reduce((sum, x) => sum + (x - mean) ** 2 * density(x), 0) / total;
  near(belief.mean[0]!, mean, 1e-3);
  near(belief.covariance[0]!, variance, 1e-3);
});

test('observations that contradict each other leave a proper covariance', () => {
  const sites = [interval(4, Infinity), interval(-Infinity, -4), reading(30), reading(-2), interval(0, 1)];
  const { belief } = propagateExpectations(prior(), sites);
  const [a, b, , d] = belief.covariance;
  assert.ok(a! > 0 && d! > 0 && a! * d! - b! * b! > 0);
  assert.ok([...belief.mean].every(Number.isFinite));
});

test('further passes settle: the tenth changes nothing that the third had not', () => {
  const sites = [interval(4, Infinity), reading(6), interval(0, 3), reading(-2)];
  const [third, tenth] = [propagateExpectations(prior(), sites), propagateExpectations(prior(), sites, 10)];
  for (const i of [0, 1]) near(third.belief.mean[i]!, tenth.belief.mean[i]!, 0.05);
});

test('a wild reading moves the belief less than the same reading taken at its word', () => {
  const doubted = propagateExpectations(prior(), [reading(15)]).belief.mean[0]!;
  const trusted = propagateExpectations(prior(), [gaussian(15, 3)]).belief.mean[0]!;
  assert.ok(Math.abs(doubted - 1) < 0.8 * Math.abs(trusted - 1), `${doubted} against ${trusted}`);
});

test('the evidence is that of exact integration, and the order of observations does not change it', () => {
  const sites = [interval(2, 5), interval(-3, -1), interval(1, 2)];
  const evidence = (some: Site[]) => propagateExpectations(prior(), some, 20).log_evidence;
  near(evidence(sites), evidence(sites.toReversed()), 1e-4);
  const grid = Array.from({ length: 40_001 }, (_, i) => 1 - 20 + i * 0.001);
  const density = (x: number) =>
    sites.reduce((sum, { tilt }) => sum + tilt(x, 1e-9).log_z, -0.5 * ((x - 1) ** 2 / 4 + Math.log(8 * Math.PI)));
  const exact = Math.log(grid.reduce((sum, x) => sum + Math.exp(density(x)) * 0.001, 0));
  near(evidence(sites), exact, 0.1);
});

test('of two far peaks the first look chooses, not the order', () => {
  const told = (middle: number): Site => {
    const within = { low: middle - 1, high: middle + 1, sd: 0.5 };
    return {
      row: linearRow([[0, 1]]),
      tilt: (mean, variance) => tiltUnlessChance(tiltByInterval({ ...within, slip: 0.15 }, mean, variance), { share: 0.03, chance: 0.2 }),
      first_tilt: (mean, variance) => tiltByInterval({ ...within, slip: 0.55 }, mean, variance),
    };
  };
  const wide = (): GaussianBelief => ({ size: 1, mean: Float64Array.of(0), covariance: Float64Array.of(100) });
  const mean = (sites: Site[]) => propagateExpectations(wide(), sites).belief.mean[0]!;
  const sites = [told(-12), told(9), told(10)];
  near(mean(sites), 9.5, 0.7);
  near(mean(sites.toReversed()), mean(sites), 0.2);
});

test('an observation that lets go in the last pass does not leave the others on a slope that held only where it stood', () => {
  const girth: GaussianBelief = { size: 1, mean: Float64Array.from([105.2]), covariance: Float64Array.from([96.5]) };
  const row = linearRow([[0, 1]]);
  const tape: Site = { row, tilt: (mean, variance) => tiltByReading({ value: 88, sd: 1.26, slip: 1.26 }, mean, variance) };
  const within = (slip: number) => (mean: number, variance: number) =>
    tiltByInterval({ low: 104, high: 110, sd: 0.9, slip }, mean, variance);
  const garment: Site = {
    row,
    tilt: (mean, variance) => tiltUnlessChance(within(0.3)(mean, variance), { share: 0.03, chance: 0.2 }),
    first_tilt: within(1.1),
  };
  for (const passes of [2, 3]) {
    const [mean] = propagateExpectations(girth, [tape, garment], passes).belief.mean;
    assert.ok(mean! > 84 && mean! < 111, `${mean} after ${passes} passes`);
  }
});
