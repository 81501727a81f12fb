import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, keyTarget, layAxis, measureAt, moveEnd, placeOf, snap } from './lay-zone.ts';

const zone = { low_cm: 101, high_cm: 109 };
const axis = layAxis(zone);
const cm = { axis, units: 'cm' as const };

test('the axis has room on both sides, more for roomier, and stands still while a zone is set', () => {
  assert.ok(placeOf(101, axis) > 0.2 && placeOf(109, axis) < 0.7, JSON.stringify(axis));
  const set = { low_cm: 103, high_cm: 108, without_your_word: { ...zone, basis: 'learned' as const } };
  assert.deepEqual(layAxis(set), axis);
  const far = layAxis({ ...set, low_cm: 130, high_cm: 140 });
  assert.ok(far.min_cm <= axis.min_cm && far.max_cm >= 145);
});

test('ticks stand on whole centimetres, and few enough to be seen', () => {
  for (const [low_cm, high_cm] of [
    [38, 40],
    [101, 109],
    [80, 130],
  ] as const) {
    const { ticks, min_cm, max_cm } = layAxis({ low_cm, high_cm });
    assert.ok(ticks.length >= 8 && ticks.length <= 26, `${ticks.length}`);
    assert.ok(ticks.every((tick) => Number.isInteger(tick.cm) && tick.cm >= min_cm && tick.cm <= max_cm));
  }
});

test('a place and its measure are each other’s inverse, and nothing leaves the axis', () => {
  for (const place of [0, 0.25, 1]) assert.ok(Math.abs(placeOf(measureAt(place, axis), axis) - place) < 1e-9);
  assert.deepEqual([placeOf(0, axis), placeOf(999, axis), measureAt(-1, axis), measureAt(2, axis)], [0, 1, axis.min_cm, axis.max_cm]);
});

test('an end moves on the marks of the tape, and the other end with it to its nearest', () => {
  assert.deepEqual(moveEnd({ low_cm: 101.3, high_cm: 109.4 }, 'low_cm', 102.9, cm), { low_cm: 103, high_cm: 109.5 });
  const inches = moveEnd({ low_cm: 101.3, high_cm: 109.4 }, 'low_cm', 102.9, { axis, units: 'in' });
  assert.deepEqual(inches, { low_cm: 102.87, high_cm: 109.22 });
  assert.equal(snap(inches.low_cm, 'in'), inches.low_cm, 'what is on a mark stays there');
});

test('the ends never meet, and neither leaves the axis', () => {
  assert.deepEqual(moveEnd(zone, 'low_cm', 200, cm), { low_cm: 108, high_cm: 109 });
  assert.deepEqual(moveEnd(zone, 'high_cm', 0, cm), { low_cm: 101, high_cm: 102 });
  assert.equal(moveEnd(zone, 'low_cm', 0, cm).low_cm, axis.min_cm);
  for (const units of ['cm', 'in'] as const) {
    const { low_cm, high_cm } = moveEnd(zone, 'low_cm', 200, { axis, units });
    assert.ok(high_cm - low_cm >= 1, `${units}: ${low_cm} to ${high_cm}`);
  }
});

test('keys: arrows by half a centimetre, page keys by two, Home and End to the bounds, others nowhere', () => {
  const { min, max } = boundsOf('low_cm', zone, axis, 'cm');
  const at = (key: string, is_rtl = false) => keyTarget(key, 101, { min, max, units: 'cm', is_rtl });
  assert.deepEqual(
    ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map((key) => at(key)),
    [101.5, 101.5, 100.5, 100.5],
  );
  assert.deepEqual(
    ['PageUp', 'PageDown', 'Home', 'End', 'a'].map((key) => at(key)),
    [103, 99, axis.min_cm, 108, null],
  );
  assert.deepEqual([at('ArrowLeft', true), at('ArrowRight', true)], [101.5, 100.5]);
});
