import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawGarment } from '#platform/testing/draw-garment.ts';
import { settleShape } from './settle-shape.ts';
import { findLowerLandmarks } from './find-lower-landmarks.ts';

const isNear = (found: number, wanted: number, most = 10): boolean => Math.abs(found - wanted) <= most;

test('trousers: band, hems and the place where the legs part lie where they were drawn', async () => {
  const { axis_x, waist_y, crotch_y, left, right } = findLowerLandmarks(await drawGarment('trousers', '#246'), 'trousers')!;
  assert.ok(isNear(axis_x, 150) && isNear(waist_y, 30), `${axis_x}, ${waist_y}`);
  // The gap is a hair wide where it begins.
  assert.ok(isNear(crotch_y, 130, 40), `${crotch_y}`);
  assert.ok(isNear(left.hem_y, 370) && isNear(right.hem_y, 370));
  assert.ok(isNear(left.outer.at(-1)!.x, 74) && isNear(left.inner.at(-1)!.x, 134), JSON.stringify(left.inner.at(-1)));
  assert.ok(isNear(right.outer.at(-1)!.x, 226) && isNear(right.inner.at(-1)!.x, 166));
});

test('legs that touch part where they usually do, at the axis', async () => {
  const { crotch_y, left, plausibility } = findLowerLandmarks(await drawGarment('skirt', '#246'), 'trousers')!;
  assert.ok(isNear(crotch_y, 60 + 0.27 * 240), `${crotch_y}`);
  assert.ok(isNear(left.inner.at(-1)!.x, 150));
  assert.ok(plausibility < 1);
});

test('a skirt parts nowhere', async () => {
  const { crotch_y } = findLowerLandmarks(await drawGarment('skirt', '#246'), 'skirt')!;
  assert.ok(isNear(crotch_y, 300));
});

test('an empty picture has no landmarks', () => {
  assert.equal(findLowerLandmarks({ width: 30, height: 40, data: new Uint8ClampedArray(30 * 40 * 4) }, 'skirt'), undefined);
});

test('two legs are trousers, whatever was said; a skirt, a T-shirt and shorts stay what they are', async () => {
  assert.equal(settleShape(await drawGarment('trousers', '#246'), 'dress'), 'trousers');
  assert.equal(settleShape(await drawGarment('skirt', '#246'), 'skirt'), 'skirt');
  assert.equal(settleShape(await drawGarment('jumper', '#246'), 'top'), 'top');
  assert.equal(settleShape(await drawGarment('shorts', '#246'), 'shorts'), 'shorts');
});
