import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { dropHanger } from './drop-hanger.ts';

const [width, height] = [160, 200];
type Color = readonly [number, number, number];
type Box = readonly [left: number, top: number, right: number, bottom: number];
const [red, black, wall] = [
  [190, 40, 50],
  [25, 25, 28],
  [200, 198, 190],
] as const satisfies Color[];
const skirt: Box = [40, 60, 120, 180];
const within = (x: number, y: number, [left, top, right, bottom]: Box): boolean => x >= left && x < right && y >= top && y < bottom;

/** Boxes laid over a wall, each in its colour, with a little grain; the mask is all of them. */
function scene(boxes: readonly (readonly [Box, Color])[]) {
  const data = new Uint8ClampedArray(width * height * 3);
  const inside = new Uint8Array(width * height);
  for (let i = 0; i < width * height; i++) {
    const on_top = boxes.findLast(([box]) => within(i % width, Math.floor(i / width), box));
    inside[i] = on_top ? 1 : 0;
    for (let c = 0; c < 3; c++) data[i * 3 + c] = (on_top?.[1] ?? wall)[c]! + ((i * 7919 + c * 31) % 13) - 6;
  }
  return { planes: toColorPlanes({ width, height, data }), inside };
}
const countIn = (mask: Uint8Array, box: Box): number =>
  mask.reduce((sum, value, i) => sum + (within(i % width, Math.floor(i / width), box) ? value : 0), 0);
const areaOf = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

test('a bar with ends and a hook goes from above a skirt, and the skirt stays whole', () => {
  const [bar, hook]: Box[] = [
    [20, 50, 140, 62],
    [76, 30, 84, 50],
  ];
  const { planes, inside } = scene([
    [skirt, red],
    [bar!, black],
    [hook!, black],
  ]);
  const left = dropHanger(inside, planes);
  assert.equal(countIn(left, [0, 0, width, 60]), 0);
  assert.ok(countIn(left, [40, 62, 120, 180]) > 0.99 * areaOf([40, 62, 120, 180]));
});

test('a waistband and a yoke of another colour have no ends, and stay', () => {
  for (const bottom of [72, 100]) {
    const { planes, inside } = scene([
      [skirt, red],
      [[40, 60, 120, bottom], black],
    ]);
    assert.deepEqual(dropHanger(inside, planes), inside);
  }
});

test('straps of the thing’s own colour stay, and feet of another at its lower end', () => {
  const straps: [Box, Color][] = [
    [[50, 30, 56, 62], red],
    [[104, 30, 110, 62], red],
  ];
  const feet: [Box, Color][] = [
    [[50, 178, 58, 196], black],
    [[102, 178, 110, 196], black],
  ];
  for (const more of [straps, feet]) {
    const { planes, inside } = scene([[skirt, red], ...more]);
    assert.deepEqual(dropHanger(inside, planes), inside);
  }
});

test('a mask of nothing, of everything and of a line are left as they are', () => {
  const { planes } = scene([[skirt, red]]);
  for (const inside of [
    new Uint8Array(width * height),
    new Uint8Array(width * height).fill(1),
    new Uint8Array(width * height).fill(1, 0, width),
  ])
    assert.deepEqual(dropHanger(inside, planes), inside);
});
