import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TiltedMoments } from './expectation-propagation.ts';
import { tiltByInterval, tiltByReading, tiltBySlip } from './tilted-moments.ts';

const tilts: [name: string, tilt: (mean: number) => TiltedMoments][] = [
  ['reading', (mean) => tiltByReading({ value: 3, sd: 1, blunder: 0.05, blunder_sd: 9 }, mean, 2)],
  ['slip', (mean) => tiltBySlip({ value: 3, sd: 1, slip: 1.2 }, mean, 2)],
  ['interval', (mean) => tiltByInterval({ low: -1, high: 2, sd: 0.7, nonsense: 0.03, nonsense_floor: 0.006 }, mean, 2)],
  ['open interval', (mean) => tiltByInterval({ low: 2, high: Infinity, sd: 0.7, nonsense: 0.03, nonsense_floor: 0.006 }, mean, 2)],
  ['outside', (mean) => tiltByInterval({ low: -1, high: 2, sd: 0.7, nonsense: 0.3, nonsense_floor: 0.15, is_outside: true }, mean, 2)],
];

for (const [name, tilt] of tilts) {
  test(`slope and curvature of ${name} are the derivatives of log Z`, () => {
    const h = 1e-4;
    for (const mean of [-4, -0.5, 1, 6]) {
      const [before, here, after] = [tilt(mean - h), tilt(mean), tilt(mean + h)];
      assert.ok(Math.abs((after.log_z - before.log_z) / (2 * h) - here.slope) < 1e-5);
      assert.ok(Math.abs((after.slope - before.slope) / (2 * h) - here.curvature) < 1e-5);
    }
  });
}

test('an impossible answer is finite, and nonsense makes it flat', () => {
  const far = tiltByInterval({ low: 400, high: Infinity, sd: 1, nonsense: 0.03, nonsense_floor: 0.006 }, 0, 1);
  assert.ok(Math.abs(far.log_z - Math.log(0.006)) < 1e-9);
  assert.equal(far.slope, 0);
  const nowhere = tiltByReading({ value: 1e6, sd: 1, blunder: 0, blunder_sd: 1 }, 0, 1);
  assert.ok(Number.isFinite(nowhere.log_z) && Number.isFinite(nowhere.slope));
});

test('the five answers share all probability', () => {
  const edges = [-Infinity, -1.7, -1, 1, 1.8, Infinity];
  const shares = edges.slice(1).map((high, i) => tiltByInterval({ low: edges[i]!, high, sd: 0.5, nonsense: 0.03, nonsense_floor: 0.006 }, 0.4, 1.2));
  assert.ok(Math.abs(shares.reduce((sum, { log_z }) => sum + Math.exp(log_z), 0) - 1) < 1e-12);
});

test('a reading with slips agrees with brute-force integration', () => {
  const [value, sd, slip, mean, variance] = [3, 1, 1.2, 0.5, 2];
  const grid = Array.from({ length: 60_001 }, (_, i) => -30 + i * 0.001);
  const spread = variance + sd * sd;
  const z = grid.reduce((sum, x) => {
    const normal = Math.exp((-0.5 * (x - mean) ** 2) / spread) / Math.sqrt(2 * Math.PI * spread);
    return sum + (normal * Math.exp(-Math.abs(value - x) / slip)) / (2 * slip) * 0.001;
  }, 0);
  assert.ok(Math.abs(tiltBySlip({ value, sd, slip }, mean, variance).log_z - Math.log(z)) < 1e-6);
});

test('a slip pulls with at most 1 / slip, stays finite however far, and never widens', () => {
  for (const value of [-1e5, -60, 0.5, 60, 1e5]) {
    const { log_z, slope, curvature } = tiltBySlip({ value, sd: 1.2, slip: 1.3 }, 0, 90);
    assert.ok(Number.isFinite(log_z) && Math.abs(slope) <= 1 / 1.3 + 1e-9 && curvature <= 0, `${value}: ${log_z} ${slope} ${curvature}`);
  }
});
