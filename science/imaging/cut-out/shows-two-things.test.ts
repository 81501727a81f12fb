import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { cutOut } from './cut-out.ts';
import { showsTwoThings } from './shows-two-things.ts';

const [width, height] = [160, 120];
type Color = readonly [number, number, number];
type Box = readonly [left: number, top: number, right: number, bottom: number];
const red: Color = [170, 40, 50];
const navy: Color = [30, 40, 80];
const cream: Color = [225, 220, 205];
const left: Box = [15, 25, 65, 95];
const right: Box = [95, 25, 145, 95];

function lay(things: readonly (readonly [Box, Color])[]) {
  const data = new Uint8ClampedArray(width * height * 3);
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < inside.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const found = things.find(([[x0, y0, x1, y1]]) => x >= x0 && x < x1 && y >= y0 && y < y1);
    if (found) inside[i] = 1;
    const grain = ((x * 7 + y * 13) % 11) - 5;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = (found?.[1] ?? [150, 120, 80])[c]! + grain;
  }
  return { picture: { width, height, data }, inside };
}
const isTwo = (...things: (readonly [Box, Color])[]): boolean => {
  const { picture, inside } = lay(things);
  return showsTwoThings(inside, toColorPlanes(picture));
};

test('two things of different colours, apart, are two', () => {
  assert.ok(isTwo([left, red], [right, navy]));
  assert.ok(isTwo([left, navy], [[100, 40, 135, 85], cream]), 'the second may be smaller');
});

test('a pair is one thing, and so is what a belt parts, what has a small piece beside it, and one alone', () => {
  assert.ok(!isTwo([left, red], [right, red]));
  assert.ok(!isTwo([[40, 10, 120, 58], red], [[40, 61, 120, 110], navy]));
  assert.ok(!isTwo([left, red], [[110, 50, 130, 70], navy]));
  assert.ok(!isTwo([left, red]));
  assert.ok(!isTwo());
});

test('patches of a floor are not things', () => {
  const patch = (n: number): Box => [8 + 38 * n, 30, 34 + 38 * n, 80];
  assert.ok(!isTwo([patch(0), red], [patch(1), navy], [patch(2), cream], [patch(3), navy]));
});

test('a cut-out of two things is not sure, and says why; a pair’s is as before', () => {
  const two = cutOut(
    lay([
      [left, red],
      [right, navy],
    ]).picture,
  );
  assert.ok(!two.is_sure && two.doubts.includes('two_things'), two.doubts.join());
  const pair = cutOut(
    lay([
      [left, red],
      [right, red],
    ]).picture,
  );
  assert.ok(!pair.doubts.includes('two_things'), pair.doubts.join());
});
