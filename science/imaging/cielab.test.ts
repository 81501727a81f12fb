import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCielab } from './cielab.ts';

// Reference values: Bruce Lindbloom's calculator, sRGB, D65, no adaptation (brucelindbloom.com).
const known: [rgb: [number, number, number], lab: [number, number, number]][] = [
  [
    [1, 1, 1],
    [100, 0, 0],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [1, 0, 0],
    [53.24, 80.09, 67.2],
  ],
  [
    [0, 1, 0],
    [87.73, -86.18, 83.18],
  ],
  [
    [0, 0, 1],
    [32.3, 79.19, -107.86],
  ],
];

test('CIELAB of the corners of sRGB is what Lindbloom publishes', () => {
  for (const [rgb, lab] of known)
    toCielab(rgb).forEach((value, axis) => assert.ok(Math.abs(value - lab[axis]!) < 0.03, `${rgb.join()} gave ${toCielab(rgb).join()}`));
});

test('greys have no colour and rise in lightness', () => {
  let before = -1;
  for (let value = 0; value <= 1; value += 0.05) {
    const [lightness, a, b] = toCielab([value, value, value]);
    assert.ok(Math.abs(a) < 0.02 && Math.abs(b) < 0.02 && lightness > before);
    before = lightness;
  }
});
