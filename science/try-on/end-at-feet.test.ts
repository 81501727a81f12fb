import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import type { BodyFrame, BodySide } from './body-frame.ts';
import { endAtFeet } from './end-at-feet.ts';

const size = { width: 120, height: 240 };
const side = (x: number, ankle_y: number): BodySide => ({
  shoulder: { x, y: 0 },
  elbow: { x, y: 20 },
  wrist: { x, y: 40 },
  hip: { x, y: 60 },
  knee: { x, y: 120 },
  ankle: { x, y: ankle_y },
});
const frame = { left: side(30, 200), right: side(90, 180), width: 80 } as BodyFrame;

/** Two legs in blue cloth down to a row each, red shoes below. */
function legs(ends: readonly [number, number]) {
  const data = new Uint8ClampedArray(size.width * size.height * 3).fill(255);
  const below_hem = new Uint8Array(size.width * size.height);
  for (const [index, middle] of [30, 90].entries())
    for (let y = 60; y < 225; y++)
      for (let x = middle - 12; x < middle + 12; x++) {
        below_hem[y * size.width + x] = 1;
        data.set(y < ends[index]! ? [40, 60, 120] : [200, 40, 40], (y * size.width + x) * 3);
      }
  // Taken for cloth so far: all down to the lower ankle.
  const lower = below_hem.map((one, i) => (i < 200 * size.width ? one : 0));
  const ended = endAtFeet(toColorPlanes({ ...size, data }), { frame, below_hem, lower });
  return (x: number, y: number): number => ended[y * size.width + x]!;
}

test('each leg ends at its own ankle: the shoe of the foot behind is no cloth', () => {
  const at = legs([200, 180]);
  assert.deepEqual([at(30, 195), at(30, 205), at(90, 175), at(90, 190)], [1, 0, 1, 0]);
});

test('a hem that covers the ankle goes on in its own colour, and no farther', () => {
  const at = legs([208, 188]);
  assert.deepEqual([at(30, 206), at(30, 212), at(90, 186), at(90, 195)], [1, 0, 1, 0]);
});
