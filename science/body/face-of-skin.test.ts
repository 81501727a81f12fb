import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { faceOfSkin } from './face-of-skin.ts';
import type { Joints } from './joints.ts';

const { picture, joints } = await drawDressedPerson();
/** The same picture with every pixel of one colour. */
const paint = (hex: string) => ({
  ...picture,
  data: Uint8Array.from({ length: picture.data.length }, (_, i) => Buffer.from(hex, 'hex')[i % 3]!),
});

test('a drawn face is skin for the most part, and a wall where it was is none', () => {
  assert.ok(faceOfSkin(picture, joints) > 0.7);
  assert.equal(faceOfSkin(paint('cfd6d8'), joints), 0);
});

test('skin is skin from the fairest to the darkest; cloth that has no colour of it is none', () => {
  // Monk's ten skin tones: https://skintone.google/get-started.
  const tones = ['f6ede4', 'f3e7db', 'f7ead0', 'eadaba', 'd7bd96', 'a07e56', '825c43', '604134', '3a312a', '292420'];
  for (const tone of tones) assert.equal(faceOfSkin(paint(tone), joints), 1, tone);
  for (const cloth of ['808080', '28407a', '2d814b', 'ffffff', '141414', 'e0405a'])
    assert.equal(faceOfSkin(paint(cloth), joints), 0, cloth);
});

test('a face beyond the frame is none', () => {
  const beyond = Object.fromEntries(Object.entries(joints).map(([name, joint]) => [name, { ...joint, y: joint.y - 200 }])) as Joints;
  assert.equal(faceOfSkin(picture, beyond), 0);
});
