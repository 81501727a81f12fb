import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveNotch, placeOf } from '#web/design/lay-notches.ts';
import { layAxis, onMarks, steps_cm, width_cm_min } from './lay-zone.ts';

const zone = { low_cm: 101, high_cm: 109 };
const axis = layAxis(zone);
const seam = { min: axis.min_cm, max: axis.max_cm };

test('the axis has room on both sides, more for roomier, and stands still while a zone is set', () => {
  assert.ok(placeOf(101, seam) > 0.2 && placeOf(109, seam) < 0.7, JSON.stringify(axis));
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
    assert.ok(ticks.every((tick) => Number.isInteger(tick.at) && tick.at >= min_cm && tick.at <= max_cm));
  }
});

test('with one end the other goes to its nearest mark, and they stay apart in either unit', () => {
  assert.deepEqual(onMarks({ low_cm: 103, high_cm: 109.4 }, 'cm'), { low_cm: 103, high_cm: 109.5 });
  assert.deepEqual(onMarks({ low_cm: 102.87, high_cm: 109.4 }, 'in'), { low_cm: 102.87, high_cm: 109.22 });
  for (const units of ['cm', 'in'] as const)
    for (const high_cm of [109, 109.2, 109.24, 109.3, 109.5]) {
      const scale = { min: axis.min_cm, max: axis.max_cm, step: steps_cm[units], min_gap: width_cm_min };
      const [low_cm] = moveNotch([101.3, high_cm], 0, 200, scale);
      const zone_now = onMarks({ low_cm: low_cm!, high_cm }, units);
      assert.ok(zone_now.high_cm - zone_now.low_cm >= width_cm_min, `${units}: ${JSON.stringify(zone_now)}`);
    }
});
