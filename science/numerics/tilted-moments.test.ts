import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TiltedMoments } from './expectation-propagation.ts';
import { tiltByInterval, tiltByReading, tiltUnlessChance } from './tilted-moments.ts';

const error = { sd: 0.7, slip: 1.2 };
const edges = [-Infinity, -1.7, -1, 1, 1.8, Infinity];
const tilts: [name: string, tilt: (mean: number) => TiltedMoments][] = [
  ['a reading', (mean) => tiltByReading({ value: 3, ...error }, mean, 2)],
  ['an interval', (mean) => tiltByInterval({ low: -1, high: 2, ...error }, mean, 2)],
  ['an interval open above', (mean) => tiltByInterval({ low: 2, high: Infinity, ...error }, mean, 2)],
  [
    'an interval or chance',
    (mean) => tiltUnlessChance(tiltByInterval({ low: -1, high: 2, ...error }, mean, 2), { share: 0.1, chance: 0.2 }),
  ],
  ['an interval open below', (mean) => tiltByInterval({ low: -Infinity, high: -1, ...error }, mean, 2)],
];

for (const [name, tilt] of tilts) {
  test(`slope and curvature of ${name} are the derivatives of log Z`, () => {
    const h = 1e-4;
    for (const mean of [-9, -4, -0.5, 1, 6, 14]) {
      const [before, here, after] = [tilt(mean - h), tilt(mean), tilt(mean + h)];
      assert.ok(Math.abs((after.log_z - before.log_z) / (2 * h) - here.slope) < 1e-5, `slope at ${mean}`);
      assert.ok(Math.abs((after.slope - before.slope) / (2 * h) - here.curvature) < 1e-4, `curvature at ${mean}`);
    }
  });
}

test('a reading and an interval agree with brute-force integration', () => {
  const [mean, variance] = [0.5, 2];
  const spread = Math.sqrt(variance + error.sd ** 2);
  const step = 0.002;
  const grid = Array.from({ length: 30_001 }, (_, i) => mean - 30 + i * step);
  const normal = (x: number) => Math.exp(-0.5 * ((x - mean) / spread) ** 2) / (spread * Math.sqrt(2 * Math.PI));
  const slipBelow = (x: number) => (x < 0 ? 0.5 * Math.exp(x / error.slip) : 1 - 0.5 * Math.exp(-x / error.slip));
  const reading = grid.reduce((sum, x) => sum + (normal(x) * Math.exp(-Math.abs(3 - x) / error.slip) * step) / (2 * error.slip), 0);
  const interval = grid.reduce((sum, x) => sum + normal(x) * (slipBelow(2 - x) - slipBelow(-1 - x)) * step, 0);
  assert.ok(Math.abs(tiltByReading({ value: 3, ...error }, mean, variance).log_z - Math.log(reading)) < 1e-5);
  assert.ok(Math.abs(tiltByInterval({ low: -1, high: 2, ...error }, mean, variance).log_z - Math.log(interval)) < 1e-5);
});

test('no observation pulls harder than 1 / slip, however far, and none widens the belief', () => {
  for (const at of [-1e5, -60, 0.5, 60, 1e5]) {
    for (const { log_z, slope, curvature } of [
      tiltByReading({ value: at, ...error }, 0, 90),
      tiltByInterval({ low: at, high: at + 1, ...error }, 0, 90),
      tiltByInterval({ low: at, high: Infinity, ...error }, 0, 90),
    ]) {
      assert.ok(Number.isFinite(log_z) && Number.isFinite(curvature) && curvature <= 0, `${at}: ${log_z} ${curvature}`);
      assert.ok(Math.abs(slope) <= 1 / error.slip + 1e-9, `${at}: ${slope}`);
    }
  }
});

test('an observation that may be mere chance lets go when it is far off, and holds when it is near', () => {
  const sharp = { sd: 0.5, slip: 0.15 };
  const at = (mean: number) => {
    const sound = tiltByInterval({ low: -1, high: 1, ...sharp }, mean, 0.5);
    return { sound, mixed: tiltUnlessChance(sound, { share: 0.03, chance: 0.2 }) };
  };
  const [near, far, beyond] = [at(1), at(8), at(1e5)];
  assert.ok(near.mixed.slope / near.sound.slope > 0.98);
  assert.ok(Math.abs(far.mixed.slope) < 0.01 && Math.abs(far.sound.slope) > 5, `${far.mixed.slope} of ${far.sound.slope}`);
  assert.ok(Math.abs(far.mixed.log_z - Math.log(0.03 * 0.2)) < 0.01);
  assert.ok(Object.values(beyond.mixed).every(Number.isFinite));
});

test('the five answers share all probability', () => {
  const shares = edges.slice(1).map((high, i) => tiltByInterval({ low: edges[i]!, high, ...error }, 0.4, 1.2));
  assert.ok(Math.abs(shares.reduce((sum, { log_z }) => sum + Math.exp(log_z), 0) - 1) < 1e-12);
});

test('without slips worth naming a reading is the Gaussian one', () => {
  const { slope, curvature } = tiltByReading({ value: 3, sd: 1, slip: 0.01 }, 0, 2);
  assert.ok(Math.abs(slope - 1) < 1e-3 && Math.abs(curvature + 1 / 3) < 1e-3, `${slope} ${curvature}`);
});
