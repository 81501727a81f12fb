import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dimensions, type DimensionName } from '#contract/catalog.ts';
import { findGarmentMixUp, garment_limits_cm } from '#contract/garment-mix-up.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { refuseUnlikelyGarment } from './unlikely-garment.ts';

function refusalOf(garment_cm: Partial<Record<DimensionName, number>>, is_sure?: boolean): Record<string, string> {
  try {
    refuseUnlikelyGarment(garment_cm, is_sure);
    return {};
  } catch (error) {
    assert.ok(error instanceof AppError && error.code === 'fit.unlikely_garment');
    return error.fields ?? {};
  }
}

test('a shirt measured flat or in inches is asked back with both readings, and only the field that is odd', () => {
  const fields = refusalOf({ chest: 44, length: 74 });
  assert.deepEqual(Object.keys(fields), ['garment_cm.chest']);
  assert.match(fields['garment_cm.chest']!, /88 if you measured it flat, .*or 111\.8 if you measured in inches/);
  assert.match(fields['garment_cm.chest']!, /is_sure: true/);
});

test('whoever says that it is right is believed', () => {
  assert.deepEqual(refusalOf({ chest: 44, waist: 40 }, true), {});
});

/** Grown-up garments from the smallest to the largest that shops sell, in centimetres all the way round. */
const sold_girths: Partial<Record<DimensionName, [number, number]>> = { chest: [76, 190], waist: [58, 180], hip: [80, 200] };

test('no garment that shops sell to grown-ups is asked about, and none of them measured in inches or flat gets through', () => {
  for (const name of dimensions) {
    const [low, high] = sold_girths[name] ?? garment_limits_cm[name];
    for (let cm = low; cm <= high; cm += 0.5) {
      assert.deepEqual(refusalOf({ [name]: cm }), {}, `${name} ${cm}`);
      if (!sold_girths[name]) continue;
      const in_inches = cm / 2.54;
      const readings = findGarmentMixUp(name, in_inches)?.meant ?? [];
      if (in_inches < 54)
        assert.ok(
          readings.some(({ by, meant_cm }) => by === 'in' && Math.abs(meant_cm - cm) < 0.06),
          `${name} ${cm} in inches`,
        );
      const is_told_apart = cm / 2 < (name === 'waist' ? 54 : 70);
      if (is_told_apart)
        assert.ok(
          findGarmentMixUp(name, cm / 2)?.meant.some(({ by }) => by === 'flat'),
          `${name} ${cm} flat`,
        );
    }
  }
});

test('what nothing explains is asked about too, without a reading', () => {
  const { about, meant } = findGarmentMixUp('shoulders', 7)!;
  assert.deepEqual([about, meant], ['small', []]);
  assert.match(refusalOf({ shoulders: 7 })['garment_cm.shoulders'] ?? '', /^7 cm is very small for a garment here\. If it is right/);
});
