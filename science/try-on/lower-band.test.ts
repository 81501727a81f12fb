import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawDressedPerson } from '#platform/testing/draw-person.ts';
import { blankCanvas } from '../imaging/draw-mesh.ts';
import type { DressedPerson } from './try-on.ts';
import { bandOf, raiseBand } from './lower-band.ts';
import { parsePerson } from './parse-person.ts';

const person = await drawDressedPerson();

const raised = ({ picture, ...rest }: DressedPerson) => {
  const parts = parsePerson({ picture, ...rest });
  const { width, height } = picture;
  const body = { color: new Float32Array(width * height * 3).fill(200), opacity: new Float32Array(width * height).fill(1), grain: 0 };
  const repainted = raiseBand(body, picture, parts, { gone: parts.upper, covering: blankCanvas(picture) });
  const at = (x: number, y: number): number[] => [...body.color.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
  return { parts, body, repainted, at, width, band: Math.round(bandOf(parts)), middle: Math.round(parts.frame.hips.x) };
};
const trousers = [43, 58, 85];
const isLike = (one: readonly number[], other: readonly number[]): boolean => one.every((value, c) => Math.abs(value - other[c]!) < 8);

test('trousers that a T-shirt hung over reach up to their band, in their own cloth; above it and on what is not gone all stays', () => {
  const { parts, body, at, band, middle } = raised(person);
  assert.ok(band < parts.waist_y - 4);
  assert.ok(isLike(at(middle + 12, parts.waist_y - 3), trousers), at(middle + 12, parts.waist_y - 3).join());
  assert.deepEqual(at(middle, band - 12), [200, 200, 200]);
  const skin = parts.skin.findIndex((one, i) => one === 1 && Math.floor(i / person.picture.width) === band + 3);
  assert.ok(skin > 0);
  assert.equal(body.color[skin * 3], 200);
});

test('what is on plain cloth under the old hem, a button or a rip, is not seen again above it', () => {
  const { width, height, data } = person.picture;
  const copy = new Uint8ClampedArray(data);
  const first = parsePerson(person);
  for (let y = first.waist_y + 14; y < first.waist_y + 26; y++)
    for (let x = 196; x < 210; x++) copy.set([220, 160, 120], (y * width + x) * 3);
  const { at, band, parts } = raised({ ...person, picture: { width, height, data: copy } });
  for (let y = band + 3; y < parts.waist_y - 1; y++)
    for (let x = 180; x < 216; x++)
      assert.ok(
        isLike(
          at(x, y),
          [43, 58, 85].map((c) => c * (at(x, y)[0]! / 43)),
        ),
        `${x}, ${y}: ${at(x, y).join()}`,
      );
});

test('a pattern goes on above the old hem as a pattern', () => {
  const { width, height, data } = person.picture;
  const copy = new Uint8ClampedArray(data);
  const parts = parsePerson(person);
  for (let i = 0; i < width * height; i++) if (parts.below.lower[i]) copy.set((i % width) % 16 < 8 ? [15, 15, 15] : [240, 240, 240], i * 3);
  const { at, parts: own } = raised({ ...person, picture: { width, height, data: copy } });
  const row = Array.from({ length: 48 }, (_, k) => at(168 + k, own.waist_y - 6)[0]!);
  assert.ok(row.filter((value) => value < 40).length > 12 && row.filter((value) => value > 200).length > 12, row.join());
});

test('nothing is drawn where something new covers it, nor outside of the body beside the hips', () => {
  const { parts, body, width, band } = raised(person);
  for (let y = band + 2; y < parts.waist_y - 2; y++)
    for (let x = 0; x < width; x++) {
      const is_far = Math.abs(x - parts.frame.hips.x) > parts.below.hip_half + 4;
      if (is_far) assert.ok(body.color[(y * width + x) * 3] === 200, `${x}, ${y}`);
    }
  const covering = blankCanvas(person.picture);
  covering.data.fill(1);
  const under = { color: new Float32Array(body.color.length), opacity: new Float32Array(body.opacity.length), grain: 0 };
  raiseBand(under, person.picture, parts, { gone: parts.upper, covering });
  assert.ok(under.color.every((value) => value === 0));
});

test('a band that is seen higher than usual lies where it is seen', () => {
  const parts = parsePerson(person);
  assert.equal(bandOf({ ...parts, is_waist_seen: true, waist_y: 10 }), 10);
});
