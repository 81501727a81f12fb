import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { followMarks } from './follow-marks.ts';

const [width, height] = [80, 60];
const random = seededRandom(3);

/** A blue square with a red one beside it, on grey. */
const picture: Picture = { width, height, data: new Uint8Array(width * height * 3) };
const isBlue = (x: number, y: number) => x >= 12 && x < 36 && y >= 15 && y < 45;
const isRed = (x: number, y: number) => x >= 36 && x < 60 && y >= 15 && y < 45;
for (let y = 0; y < height; y++)
  for (let x = 0; x < width; x++) {
    const color = isBlue(x, y) ? [40, 60, 160] : isRed(x, y) ? [170, 40, 40] : [190, 188, 182];
    color.forEach((value, c) => (picture.data[(y * width + x) * 3 + c] = value + 8 * random()));
  }
const mask = Float32Array.from({ length: width * height }, (_, i) => (isBlue(i % width, Math.floor(i / width)) ? 1 : 0));
const marked = (value: number, points: [number, number][]) => {
  const marks = new Int8Array(width * height);
  for (const [x, y] of points) marks[y * width + x] = value;
  return marks;
};
const line = (x0: number, x1: number, y: number) => Array.from({ length: x1 - x0 }, (_, i): [number, number] => [x0 + i, y]);
const shareIn = (inside: Uint8Array, isIn: (x: number, y: number) => boolean) => {
  let [all, found] = [0, 0];
  inside.forEach((value, i) => {
    if (!isIn(i % width, Math.floor(i / width))) return;
    all += 1;
    found += value;
  });
  return found / all;
};

test('a stroke over what was missing brings all of it, and the rest stays', () => {
  const inside = followMarks(picture, { mask, marks: marked(1, line(40, 56, 30)) });
  assert.ok(shareIn(inside, isRed) > 0.9 && shareIn(inside, isBlue) > 0.95, `${shareIn(inside, isRed)} ${shareIn(inside, isBlue)}`);
  assert.ok(shareIn(inside, (x, y) => !isRed(x, y) && !isBlue(x, y)) < 0.02);
});

test('a stroke over what does not belong takes all of it away', () => {
  const both = mask.map((value, i) => (isRed(i % width, Math.floor(i / width)) ? 1 : value));
  const inside = followMarks(picture, { mask: both, marks: marked(-1, line(44, 52, 30)) });
  assert.ok(shareIn(inside, isRed) < 0.1 && shareIn(inside, isBlue) > 0.95, `${shareIn(inside, isRed)} ${shareIn(inside, isBlue)}`);
});

test('without marks the mask stays as it is', () => {
  const inside = followMarks(picture, { mask, marks: new Int8Array(width * height) });
  assert.ok(shareIn(inside, isBlue) > 0.98 && shareIn(inside, (x, y) => !isBlue(x, y)) < 0.01);
});

test('a mark is obeyed to the pixel, even against the colours', () => {
  const marks = marked(-1, line(20, 28, 30));
  const inside = followMarks(picture, { mask, marks });
  for (const [x, y] of line(20, 28, 30)) assert.equal(inside[y * width + x], 0);
});
