import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { frameOf } from './body-frame.ts';
import { findPaintedOver } from './painted-over.ts';

/** The drawn person with the grain that photos have on whoever is in them; the wall stays plain. */
async function photographed() {
  const { picture, joints, mask } = await drawDressedPerson();
  const draw = seededRandom(3);
  const data = picture.data.map((value, i) => (mask[Math.floor(i / 3)]! > 0 ? value + 8 * draw() : value));
  return { picture: { ...picture, data: new Uint8ClampedArray(data) }, frame: frameOf(joints) };
}

test('a plain wall beside somebody is no paint', async () => {
  const { picture, frame } = await photographed();
  assert.ok(findPaintedOver(picture, frame).every((one) => one === 0));
});

test('one colour over a body is paint, but for its very edge', async () => {
  const { picture, frame } = await photographed();
  const { width } = picture;
  for (let y = 130; y < 320; y++) picture.data.fill(128, (y * width + 100) * 3, (y * width + 290) * 3);
  const painted = findPaintedOver(picture, frame);
  assert.equal(painted[200 * width + 192], 1);
  assert.equal(painted[132 * width + 102], 1);
  assert.equal(painted[200 * width + 20], 0);
  assert.equal(painted[60 * width + 192], 0);
});
