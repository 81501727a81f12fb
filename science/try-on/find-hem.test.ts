import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { toColorPlanes } from '../imaging/color-planes.ts';
import { frameOf } from './body-frame.ts';
import { findHem } from './find-hem.ts';

const { joints } = await drawDressedPerson();
const size = { width: 384, height: 512 };
const count = size.width * size.height;
const slant = (x: number): number => Math.round(276 + (x - 192) * 0.2);

const hemOf = (above: readonly number[], colorBelow: (x: number, y: number) => readonly number[], is_bare = new Uint8Array(count)) => {
  const data = new Uint8ClampedArray(count * 3);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) data.set(y < slant(x) ? above : colorBelow(x, y), i * 3);
  return findHem(toColorPlanes({ ...size, data }), {
    frame: frameOf(joints),
    waist: { y: 276, upper_ends_y: 276, is_seen: true },
    is_person: new Uint8Array(count).fill(1),
    is_bare,
    arm: new Float32Array(count).fill(Infinity),
  });
};
const [red, blue] = [
  [150, 20, 40],
  [20, 30, 120],
] as const;

test('a hem that slants is found where it lies in each column', () => {
  const hem = hemOf(red, () => blue);
  for (const x of [150, 192, 230]) assert.ok(Math.abs(hem[x]! - slant(x)) <= 1, `${x}: ${hem[x]}`);
});

test('a hand before the hem does not bend it', () => {
  const is_bare = new Uint8Array(count);
  for (let y = 240; y < 330; y++) is_bare.fill(1, y * size.width + 200, y * size.width + 216);
  const hem = hemOf(red, () => blue, is_bare);
  assert.ok(Math.abs(hem[208]! - slant(208)) <= 4, `${hem[208]}`);
});

test('where cloths have the same colours the hem is taken for level', () => {
  const hem = hemOf(red, (x, y) => ((x + y) % 20 < 10 ? red : blue));
  assert.ok(hem.every((y) => y === 276));
});
