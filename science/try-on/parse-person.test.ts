import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { parsePerson } from './parse-person.ts';

const person = await drawDressedPerson();
const { width } = person.picture;

test('a bare arm lies before what is worn on the body from above its elbow, a shirt does not', () => {
  const { forearms, frame } = parsePerson(person);
  const at = (x: number, y: number): number => forearms[y * width + x]!;
  const above_elbow = Math.round(frame.left.elbow.y - 14);
  for (const x of [126, 134, 142]) assert.equal(at(x, above_elbow), 1, `${x}`);
  for (const x of [158, 192, 226]) assert.equal(at(x, above_elbow), 0, `${x}`);
});

test('at the armpit nothing lies before it: a wider armhole covers what was bare there', () => {
  const { forearms, frame } = parsePerson(person);
  const armpit = Math.round(frame.left.shoulder.y + 0.4 * (frame.left.elbow.y - frame.left.shoulder.y));
  assert.ok(forearms.subarray(armpit * width, (armpit + 1) * width).every((one) => one === 0));
});
