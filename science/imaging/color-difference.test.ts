import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cielab } from './cielab.ts';
import { colorDifference } from './color-difference.ts';

// Sharma, Wu, Dalal (2005), table 1: pairs 1, 2, 3, 4, 17 to 20, 25, 27, 32, 34.
const published: [Cielab, Cielab, number][] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

test('differences are those that the paper publishes, either way round', () => {
  for (const [one, other, difference] of published) {
    assert.ok(
      Math.abs(colorDifference(one, other) - difference) < 1e-4,
      `${one.join()} ${other.join()} gave ${colorDifference(one, other)}`,
    );
    assert.ok(Math.abs(colorDifference(other, one) - difference) < 1e-4);
  }
});

test('a colour does not differ from itself, and a grey has no hue to differ by', () => {
  assert.equal(colorDifference([40, 10, -20], [40, 10, -20]), 0);
  assert.ok(Number.isFinite(colorDifference([50, 0, 0], [50, 0, -1])));
});
