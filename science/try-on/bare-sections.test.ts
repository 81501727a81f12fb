import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { fillBareSections } from './bare-sections.ts';
import { between, frameOf } from './body-frame.ts';

test('a highlight along a bare arm is skin, a sleeve above it is none', async () => {
  const { picture, joints } = await drawDressedPerson();
  const { width, height } = picture;
  const frame = frameOf(joints);
  const is_person = new Uint8Array(width * height).fill(1);
  const { elbow, wrist, shoulder } = frame.left;
  // Bare from the elbow down, but for a bright strip on one side.
  const skin = new Uint8Array(width * height);
  for (let y = Math.ceil(elbow.y); y < height; y++) for (let x = 0; x < width; x++) skin[y * width + x] = 1;
  const strip = between(elbow, wrist, 0.5);
  const at = (x: number, y: number): number => Math.round(y) * width + Math.round(x);
  for (let y = strip.y - 3; y <= strip.y + 3; y++) for (let x = 2; x <= 6; x++) skin[at(strip.x + x, y)] = 0;
  const filled = fillBareSections(toColorPlanes(picture), { skin, is_person, frame });
  assert.equal(filled[at(strip.x + 4, strip.y)], 1);
  const sleeve = between(shoulder, elbow, 0.5);
  assert.equal(filled[at(sleeve.x, sleeve.y)], 0);
});
