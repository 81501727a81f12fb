import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { bandOf, raiseBand } from './lower-band.ts';
import { parsePerson } from './parse-person.ts';

const person = await drawDressedPerson();

test('trousers that a T-shirt hung over reach up to their band, in their own cloth; above it and on the arms skin stays', () => {
  const parts = parsePerson(person);
  const { width, height, data } = person.picture;
  const body = { color: new Float32Array(width * height * 3).fill(200), opacity: new Float32Array(width * height).fill(1), grain: 0 };
  raiseBand(body, person.picture, parts);
  const middle = Math.round(parts.frame.hips.x) + 12;
  const at = (y: number): number[] => [...body.color.subarray((y * width + middle) * 3, (y * width + middle) * 3 + 3)];
  const cloth = [...data.subarray(((parts.waist_y + 16) * width + middle) * 3, ((parts.waist_y + 16) * width + middle) * 3 + 3)];
  const band = Math.round(bandOf(parts));
  assert.ok(band < parts.waist_y - 4);
  assert.deepEqual(at(parts.waist_y - 3), cloth);
  assert.deepEqual(at(band - 3), [200, 200, 200]);
  const arm = parts.left_arm.findIndex((off, i) => off < 0.5 && Math.floor(i / width) === band + 3);
  assert.ok(arm > 0);
  assert.equal(body.color[arm * 3], 200);
});

test('a band that is seen higher than usual lies where it is seen', () => {
  const parts = parsePerson(person);
  assert.equal(bandOf({ ...parts, is_waist_seen: true, waist_y: 10 }), 10);
});
