import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bellyLight, drawBareBody, torsoHalf } from './bare-body.ts';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { parsePerson } from './parse-person.ts';

test('a belly is darker at its sides and along its middle line than between, alike on both sides; a chest is not', () => {
  assert.ok(bellyLight(0.95, 0.7) < bellyLight(0.5, 0.7) - 0.08);
  assert.ok(bellyLight(0, 0.6) < bellyLight(0.2, 0.6));
  assert.equal(bellyLight(-0.6, 0.7), bellyLight(0.6, 0.7));
  assert.equal(bellyLight(0.95, 0.3), 0);
});

test('a waist that is seen to be narrower than usual is drawn narrower, hips are not', async () => {
  const { frame, below } = parsePerson(await drawDressedPerson());
  const usual = { frame, below: { ...below, waist_half: undefined } };
  const slim = { frame, below: { ...below, waist_half: 0.36 * frame.width } };
  assert.ok(torsoHalf(slim, 0.68) < torsoHalf(usual, 0.68) - 2);
  assert.ok(Math.abs(torsoHalf(slim, 1.1) - torsoHalf(usual, 1.1)) < 0.03 * frame.width);
});

test('a chest of which only a shaded neck shows is no darker than the arms', async () => {
  const person = await drawDressedPerson();
  const { width } = person.picture;
  for (let y = 118; y < 150; y++) for (let x = 176; x < 210; x++) person.picture.data.set([110, 70, 50], (y * width + x) * 3);
  const parts = parsePerson(person);
  const { color } = drawBareBody(person.picture, parts, { sure: parts.skin, taken: { upper: true, lower: false } })!;
  const chest = (210 * width + 192) * 3;
  assert.ok(color[chest]! > 170 && color[chest + 1]! > 120, `${color[chest]} ${color[chest + 1]}`);
});
