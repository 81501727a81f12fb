import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, keyTarget, moveNotch, nearestMark, nearestNotch, placeOf, valueAt } from './lay-notches.ts';

const scale = { min: 88, max: 124, step: 0.5, min_gap: 1 };
const quarter_inch = 2.54 / 4;

test('a place and its value are each other’s inverse, and nothing leaves the seam', () => {
  for (const place of [0, 0.25, 1]) assert.ok(Math.abs(placeOf(valueAt(place, scale), scale) - place) < 1e-9);
  assert.deepEqual([placeOf(0, scale), placeOf(999, scale), valueAt(-1, scale), valueAt(2, scale)], [0, 1, 88, 124]);
});

test('a notch moves to the nearest mark, and its neighbour stays where it is', () => {
  assert.deepEqual(moveNotch([101.3, 109.4], 0, 102.9, scale), [103, 109.4]);
  const inches = moveNotch([101.3, 109.4], 0, 102.9, { ...scale, step: quarter_inch });
  assert.deepEqual(inches, [102.87, 109.4]);
  assert.equal(nearestMark(inches[0]!, quarter_inch), inches[0], 'what is on a mark stays there');
});

test('notches never meet, also between the marks of another unit, and none leaves the seam', () => {
  assert.deepEqual(moveNotch([101, 109], 0, 200, scale), [108, 109]);
  assert.deepEqual(moveNotch([101, 109], 1, 0, scale), [101, 102]);
  assert.deepEqual(moveNotch([101, 109], 0, 0, scale), [88, 109]);
  assert.deepEqual(moveNotch([40], 0, 200, { ...scale, min: 0, max: 100, step: 1 }), [100]);
  for (const step of [0.5, quarter_inch, 1])
    for (const high of [109, 109.1, 109.22, 109.4]) {
      const [low] = moveNotch([101, high], 0, 200, { ...scale, step });
      assert.ok(high - low! >= 1 - step / 100, `${step}: ${low} to ${high}`);
    }
});

test('a touch of the seam means the nearer notch', () => {
  assert.deepEqual(
    [90, 104, 106, 120].map((value) => nearestNotch([101, 109], value)),
    [0, 0, 1, 1],
  );
});

test('keys: arrows by a step, page keys by several, Home and End to the bounds, others nowhere', () => {
  const { min, max } = boundsOf(0, [101, 109], scale);
  const at = (key: string, is_rtl = false) => keyTarget(key, 101, { min, max, step: 0.5, page_steps: 4, is_rtl });
  assert.deepEqual(
    ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map((key) => at(key)),
    [101.5, 101.5, 100.5, 100.5],
  );
  assert.deepEqual(
    ['PageUp', 'PageDown', 'Home', 'End', 'a'].map((key) => at(key)),
    [103, 99, 88, 108, null],
  );
  assert.deepEqual([at('ArrowLeft', true), at('ArrowRight', true)], [101.5, 100.5]);
});
