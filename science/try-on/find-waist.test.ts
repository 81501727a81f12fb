import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { frameOf } from './body-frame.ts';
import { findWaist } from './find-waist.ts';

/** The drawn person with skin in some rows of their torso. */
async function waistWith(...bare: readonly (readonly [from: number, to: number])[]) {
  const { picture, joints, mask } = await drawDressedPerson();
  const is_person = mask.map((one) => (one > 0 ? 1 : 0));
  const skin = new Uint8Array(mask.length);
  for (const [from, to] of bare) skin.fill(1, from * picture.width, to * picture.width);
  return findWaist(toColorPlanes(picture), { frame: frameOf(joints), is_person: Uint8Array.from(is_person), skin });
}

test('a belly begins and ends where skin does, whatever row of pale cloth looks bare above it', async () => {
  assert.deepEqual(await waistWith([220, 221], [250, 270]), { y: 270, upper_ends_y: 250, is_seen: true });
});

test('a chain across a belly does not part it', async () => {
  assert.deepEqual(await waistWith([244, 256], [258, 272]), { y: 272, upper_ends_y: 244, is_seen: true });
});

test('without a belly the waist is where two cloths meet', async () => {
  const { y, upper_ends_y, is_seen } = await waistWith();
  assert.ok(Math.abs(y - 296) < 4 && upper_ends_y === y && is_seen, `${y}`);
});
