import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dominantColors } from './dominant-colors.ts';
import { toOklab } from './oklab.ts';
import { drawFolds } from './pattern/draw-cloth.ts';
import type { Picture } from './picture.ts';
import { toSrgb } from './to-srgb.ts';

const size = { width: 90, height: 80 };
const everywhere = new Uint8Array(size.width * size.height).fill(255);
const options = { count: 3, share_min: 0.05, seed: 1 };

function paint(colorAt: (x: number, y: number) => readonly number[], light?: Float32Array): Picture {
  const data = new Uint8ClampedArray(size.width * size.height * 3);
  for (let i = 0; i < everywhere.length; i++) {
    const color = colorAt(i % size.width, Math.floor(i / size.width));
    data.set(
      color.map((value) => value * (light?.[i] ?? 1)),
      i * 3,
    );
  }
  return { ...size, data };
}

const red = [200, 30, 40] as const;
const navy = [25, 35, 80] as const;
const off = (found: readonly number[], rgb: readonly [number, number, number]): number =>
  Math.hypot(...toOklab([rgb[0] / 255, rgb[1] / 255, rgb[2] / 255]).map((value, axis) => value - found[axis]!));

test('two dyes are found with their shares, the larger first', () => {
  const found = dominantColors(
    paint((x) => (x < 30 ? red : navy)),
    everywhere,
    options,
  );
  assert.equal(found.length, 2);
  assert.ok(off(found[0]!.color, navy) < 0.01 && off(found[1]!.color, red) < 0.01);
  assert.ok(Math.abs(found[0]!.share - 2 / 3) < 0.02);
});

test('folds do not make a second colour of one dye', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const found = dominantColors(
      paint(() => red, drawFolds(size, seed)),
      everywhere,
      options,
    );
    assert.equal(found.length, 1, `seed ${seed}: ${JSON.stringify(found)}`);
    assert.ok(off(found[0]!.color, red) < 0.06);
  }
});

test('only cloth counts, and without any there is no colour', () => {
  const left = everywhere.map((_, i) => (i % size.width < 30 ? 255 : 0));
  const picture = paint((x) => (x < 30 ? red : navy));
  assert.equal(dominantColors(picture, left, options).length, 1);
  assert.deepEqual(dominantColors(picture, new Uint8Array(everywhere.length), options), []);
});

test('what is too little is left out, and the same seed gives the same colours', () => {
  const picture = paint((x, y) => (x < 4 && y < 40 ? red : navy));
  assert.equal(dominantColors(picture, everywhere, options).length, 1);
  assert.deepEqual(dominantColors(picture, everywhere, options), dominantColors(picture, everywhere, options));
});

test('sRGB and back through OKLab is the same colour', () => {
  for (const rgb of [
    [0.1, 0.5, 0.9],
    [1, 1, 1],
    [0, 0, 0],
    [0.8, 0.2, 0.1],
  ] as [number, number, number][])
    toSrgb(toOklab(rgb)).forEach((value, axis) => assert.ok(Math.abs(value - rgb[axis]!) < 1e-4));
});
