import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawStrokes, kept, overrule, removed } from './mask-strokes.ts';

const size = { width: 20, height: 10 };
const at = (data: Int8Array, x: number, y: number) => data[y * size.width + x];

test('a stroke is as wide as its brush, from end to end', () => {
  const data = drawStrokes([{ is_keep: true, points: [4, 5, 15, 5], radius: 2 }], size);
  assert.deepEqual([at(data, 4, 5), at(data, 10, 7), at(data, 15, 3), at(data, 17, 5)], [kept, kept, kept, kept]);
  assert.deepEqual([at(data, 10, 8), at(data, 18, 5), at(data, 1, 5)], [0, 0, 0]);
});

test('the last stroke counts, and one that leaves the picture harms nothing', () => {
  const strokes = [
    { is_keep: true, points: [-5, 5, 40, 5], radius: 3 },
    { is_keep: false, points: [10, 5], radius: 1 },
  ];
  const data = drawStrokes(strokes, size);
  assert.equal(at(data, 10, 5), removed);
  assert.equal(at(data, 0, 5), kept);
  assert.deepEqual(drawStrokes([], size), new Int8Array(200));
});

test('strokes overrule the mask where they are, and nowhere else', () => {
  const mask = Uint8Array.from([0, 255, 128, 90]);
  assert.deepEqual([...overrule(mask, Int8Array.from([kept, removed, 0, 0]))], [255, 0, 128, 90]);
});
