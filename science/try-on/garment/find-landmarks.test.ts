import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point } from '#science/imaging/trace-outline.ts';
import { drawGarment } from '#platform/testing/draw-garment.ts';
import { findTopLandmarks } from './find-landmarks.ts';

function assertNear(found: Point, [x, y]: readonly [number, number], most = 12): void {
  assert.ok(Math.hypot(found.x - x, found.y - y) <= most, `${found.x.toFixed(0)}, ${found.y.toFixed(0)} is not near ${x}, ${y}`);
}

test('a T-shirt: neck, armpits, hems and the corners of its cuffs lie where they were drawn, on both sides alike', async () => {
  const { left, right } = findTopLandmarks(await drawGarment('t-shirt', '#246'))!;
  assertNear(left.neck, [110, 40]);
  assertNear(right.neck, [190, 40]);
  assertNear(left.armpit, [78, 132]);
  assertNear(right.armpit, [222, 132]);
  assertNear(left.hem, [78, 360]);
  assertNear(right.hem, [222, 360]);
  assertNear(left.sleeve!.outer.at(-1)!, [10, 140], 16);
  assertNear(right.sleeve!.inner.at(-1)!, [250, 166], 16);
});

test('long sleeves that hang beside the body are sleeves to the cuff, and no part of the hem', async () => {
  const { left, right } = findTopLandmarks(await drawGarment('jumper', '#246'))!;
  assertNear(left.armpit, [88, 140], 16);
  assertNear(left.hem, [84, 360]);
  assertNear(right.sleeve!.outer.at(-1)!, [262, 330], 20);
});

test('sleeves that lie on the body part from it at the hem, below where armpits are', async () => {
  const { left, right } = findTopLandmarks(await drawGarment('blouse', '#246'))!;
  assertNear(left.armpit, [90, 110], 24);
  assertNear(right.hem, [210, 330], 12);
  assertNear(left.sleeve!.outer.at(-1)!, [14, 350], 16);
  assertNear(right.sleeve!.inner.at(-1)!, [216, 356], 24);
});

test('a vest has armholes and no sleeves', async () => {
  const { left, right } = findTopLandmarks(await drawGarment('vest', '#246'))!;
  assert.equal(left.sleeve ?? right.sleeve, undefined);
  assertNear(left.armpit, [74, 150], 24);
});

test('straps lie on the shoulders, however far down the neckline ends', async () => {
  const { left, right } = findTopLandmarks(await drawGarment('camisole', '#246'))!;
  assert.equal(left.sleeve ?? right.sleeve, undefined);
  assertNear(left.neck, [92, 60]);
  assertNear(right.neck, [208, 60]);
  assertNear(left.shoulder, [84, 60]);
  assertNear(right.armpit, [224, 200], 24);
});

test('an empty picture has no landmarks', () => {
  assert.equal(findTopLandmarks({ width: 30, height: 40, data: new Uint8ClampedArray(30 * 40 * 4) }), undefined);
});
