import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlineLook } from './outline-look.ts';

const [width, height] = [240, 320];
const paint = (isCloth: (x: number, y: number) => boolean) => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isCloth(x, y)) data[(y * width + x) * 4 + 3] = 255;
  return { width, height, data };
};
/** A body from 80 to 160 px across, and sleeves to both sides of it. */
const shirt = paint((x, y) => (x >= 80 && x < 160 && y >= 80 && y < 240) || (x >= 40 && x < 200 && y >= 80 && y < 140));
const xsOf = (path: string): number[] => [...path.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));

test('what was seen is one whole seam', () => {
  const pieces = outlineLook(shirt, [{ garment: 0, name: 'torso', confidence: 0.9 }]);
  assert.deepEqual([pieces.length, pieces[0]!.is_seen], [1, true]);
  assert.ok(Math.min(...xsOf(pieces[0]!.path)) < 46 && Math.max(...xsOf(pieces[0]!.path)) > 194);
});

test('a sleeve that was guessed is basted, and only that one: left is the person’s own', () => {
  const pieces = outlineLook(shirt, [
    { garment: 0, name: 'torso', confidence: 0.9 },
    { garment: 0, name: 'left_sleeve', confidence: 0.3 },
    { garment: 0, name: 'right_sleeve', confidence: 0.8 },
  ]);
  const basted = pieces.filter(({ is_seen }) => !is_seen).flatMap(({ path }) => xsOf(path));
  assert.ok(basted.length > 10 && Math.min(...basted) > 155, `${Math.min(...basted)}`);
  const seen = pieces.filter(({ is_seen }) => is_seen).flatMap(({ path }) => xsOf(path));
  assert.ok(Math.min(...seen) < 46 && Math.max(...seen) < 172, `${Math.max(...seen)}`);
});

test('two pieces of cloth have an outline each, crumbs none, and no cloth no outline', () => {
  const two = paint((x, y) => (x >= 20 && x < 80 && y >= 40 && y < 120) || (x >= 140 && x < 220 && y >= 40 && y < 120) || (x < 5 && y < 5));
  assert.equal(outlineLook(two, []).length, 2);
  assert.deepEqual(
    outlineLook(
      paint(() => false),
      [],
    ),
    [],
  );
});
