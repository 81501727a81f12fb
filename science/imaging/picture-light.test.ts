import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liesOnPlain, lightBelow } from './picture-light.ts';

const paint = (colorAt: (x: number, y: number) => readonly [number, number, number], [width, height] = [50, 50] as const) => {
  const data = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i += 3) data.set(colorAt(x, y), i);
  return { width, height, data };
};

test('light is told by its brightest share', () => {
  assert.equal(
    lightBelow(
      paint(() => [10, 10, 10]),
      0.01,
    ),
    10,
  );
  const lamp = paint((x, y) => (x < 10 && y < 10 ? [250, 250, 250] : [10, 10, 10]));
  assert.deepEqual([lightBelow(lamp, 0.03), lightBelow(lamp, 0.05)], [250, 10]);
  assert.equal(
    lightBelow(
      paint(() => [0, 255, 0]),
      0.5,
    ),
    150,
    'green is 0.587 of white',
  );
});

test('something on a plain ground is told from an empty one and from a room', () => {
  const shirt = paint((x, y) => (x > 15 && x < 35 && y > 15 && y < 35 ? [30, 60, 120] : [240, 240, 240]));
  assert.equal(liesOnPlain(shirt), true);
  assert.equal(liesOnPlain(paint(() => [240, 240, 240])), false);
  assert.equal(liesOnPlain(paint((x, y) => [(x * 5) % 256, (y * 9) % 256, 90])), false);
});
