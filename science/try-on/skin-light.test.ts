import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare_arm, eachOfLimb, shapeLimb } from './bare-limb.ts';
import { lightAt, readSkin, shadeOf } from './skin-light.ts';

const size = { width: 120, height: 240 };
const count = size.width * size.height;
const limb = shapeLimb(
  [
    { x: 60, y: 20 },
    { x: 60, y: 120 },
    { x: 60, y: 220 },
  ],
  { shape: bare_arm, unit: 200, skin: new Uint8Array(count), worn: new Uint8Array(count).fill(1) },
  size,
);
const drawn = (round: number, right: number) => {
  const data = new Uint8ClampedArray(count * 3);
  const sure = new Uint8Array(count);
  const color = new Float32Array(3);
  eachOfLimb(limb, (i, off) => {
    if (Math.abs(off) >= 1) return;
    sure[i] = 1;
    shadeOf([190, 140, 110], lightAt({ round, right }, off), color, 0);
    data.set(color, i * 3);
  });
  return { picture: { ...size, data }, sure };
};

test('how round light makes a limb, and from which side it comes, is read off the skin that shows', () => {
  const { picture, sure } = drawn(0.4, -0.2);
  const look = readSkin(picture, sure, [limb])!;
  assert.ok(Math.abs(look.round - 0.4) < 0.08, `${look.round}`);
  assert.ok(Math.abs(look.right + 0.2) < 0.06, `${look.right}`);
  assert.ok(
    look.tone.every((value, c) => Math.abs(value - [190, 140, 110][c]!) < 14),
    look.tone.join(),
  );
});

test('a limb is darker at its edges than in its middle, and never beyond its bounds', () => {
  const look = { round: 0.3, right: 0 };
  assert.ok(lightAt(look, 0) > lightAt(look, 0.7) && lightAt(look, 0.7) > lightAt(look, 0.98));
  assert.equal(lightAt(look, 3), lightAt(look, 1));
});

test('where no skin shows nothing is made up', () => {
  assert.equal(readSkin(drawn(0.3, 0).picture, new Uint8Array(count), [limb]), undefined);
});
