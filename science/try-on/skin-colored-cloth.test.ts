import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { toColorPlanes } from '../imaging/color-planes.ts';
import { frameOf } from './body-frame.ts';
import { withoutSpecks } from './skin-colored-cloth.ts';

const { joints } = await drawDressedPerson();
const frame = frameOf(joints);
const size = { width: 384, height: 512 };
const count = size.width * size.height;
const arm = Float32Array.from({ length: count }, (_, i) => Math.min(Math.abs((i % 384) - 130), Math.abs((i % 384) - 254)) / 20);

/** A body whose top has a color, with a speck on the belly that was taken for skin, and arms. */
const clean = (top: readonly number[]) => {
  const data = new Uint8ClampedArray(count * 3);
  const skin = new Uint8Array(count);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) {
      const is_speck = x > 185 && x < 200 && y > 220 && y < 235;
      skin[i] = arm[i]! < 1 || is_speck ? 1 : 0;
      data.set(arm[i]! < 1 ? [190, 140, 115] : top, i * 3);
    }
  const is_person = new Uint8Array(count).fill(1);
  return withoutSpecks(toColorPlanes({ ...size, data }), skin, { frame, is_person, arm, upper_ends_y: Infinity });
};
const [speck, forearm] = [228 * size.width + 192, 228 * size.width + 130];

test('a speck of the colour of skin in a blouse of nearly that colour is cloth; arms stay skin', () => {
  const skin = clean([222, 175, 165]);
  assert.equal(skin[speck], 0);
  assert.equal(skin[forearm], 1);
});

test('in cloth of another colour what has the colour of skin is skin', () => {
  assert.equal(clean([20, 60, 160])[speck], 1);
});
