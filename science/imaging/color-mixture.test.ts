import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { fitColorMixture, logDensity } from './color-mixture.ts';
import type { ColorPlanes } from './color-planes.ts';

/** Two thirds of the pixels around (30, 10, -5), one third around (70, -20, 40), each channel spread evenly by ±3. */
function twoColors(): ColorPlanes {
  const draw = seededRandom(1);
  const around = (low: number, high: number): Float32Array =>
    Float32Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? high : low) + (draw() - 0.5) * 6);
  return { width: 60, height: 50, lightness: around(30, 70), a: around(10, -20), b: around(-5, 40) };
}

test('two clouds of colour are found, with their shares', () => {
  const planes = twoColors();
  const { count, means } = fitColorMixture(planes, new Float32Array(3000).fill(1), { count: 2 });
  assert.equal(count, 2);
  const found = [0, 1].map((k) => [...means.subarray(k * 3, k * 3 + 3)]).toSorted((one, other) => one[0]! - other[0]!);
  [
    [30, 10, -5],
    [70, -20, 40],
  ].forEach((wanted, k) => wanted.forEach((value, c) => assert.ok(Math.abs(found[k]![c]! - value) < 0.5, String(found))));
});

test('only pixels of weight are learnt from, and their colours are then the likely ones', () => {
  const planes = twoColors();
  const weights = Float32Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? 1 : 0));
  const density = logDensity(planes, fitColorMixture(planes, weights, { count: 3 }));
  for (let i = 0; i < 300; i += 3) assert.ok(density[i]! > density[i + 1]! + 20);
});

test('one flat colour, or no weight at all, breaks nothing', () => {
  const flat: ColorPlanes = {
    width: 4,
    height: 4,
    lightness: new Float32Array(16).fill(50),
    a: new Float32Array(16),
    b: new Float32Array(16),
  };
  assert.ok(logDensity(flat, fitColorMixture(flat, new Float32Array(16).fill(1), { count: 5 })).every(Number.isFinite));
  assert.equal(fitColorMixture(flat, new Float32Array(16), { count: 5 }).count, 0);
});
