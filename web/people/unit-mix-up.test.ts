import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BodyMeasurements } from '#contract/fit.ts';
import { findMixUp } from './unit-mix-up.ts';
import { type Measure, type Units, parseMeasure } from './units.ts';

/** What is asked about a number as it is typed into a field. */
function asked(name: Measure, text: string, { units = 'cm', said = {} }: { units?: Units; said?: BodyMeasurements } = {}) {
  const parsed = parseMeasure(name, text, units);
  assert.ok(parsed.kind === 'value', text);
  return findMixUp(name, { value: parsed.value, text, units, said });
}

test('inches given as centimetres are recognised, and the other way round', () => {
  assert.deepEqual(asked('chest_cm', '38'), { value: 96.5, unit: 'in', about: 'small' });
  assert.deepEqual(asked('height_cm', '1.8'), { value: 180, unit: 'm', about: 'small' });
  assert.deepEqual(asked('height_cm', '70'), { value: 177.8, unit: 'in', about: 'small' });
  assert.deepEqual(asked('waist_cm', '86', { units: 'in' }), { value: 86, unit: 'cm', about: 'large' });
  assert.deepEqual(asked('height_cm', '178', { units: 'in' }), { value: 178, unit: 'cm', about: 'large' });
  assert.deepEqual(asked('height_cm', '1,78', { units: 'in' }), { value: 178, unit: 'm', about: 'small' });
});

test('feet and inches run together are recognised in either unit', () => {
  for (const units of ['cm', 'in'] as const) {
    for (const text of ['5.10', '5,10', '510']) {
      const { value, unit, feet } = asked('height_cm', text, { units })!;
      assert.deepEqual({ value, unit, feet }, { value: 177.8, unit: 'ft', feet: { feet: 5, inches: 10 } }, `${text} ${units}`);
    }
  }
  assert.deepEqual(asked('height_cm', '5.1')!.feet, { feet: 5, inches: 1 });
  assert.deepEqual(asked('height_cm', '6')!.feet, { feet: 6, inches: 0 });
  assert.deepEqual(asked('height_cm', '5.75')!.feet, { feet: 5, inches: 9 });
});

test('a weight that goes with the height only in another unit is asked about', () => {
  const at = (height_cm: number, units: Units = 'cm') => ({ units, said: { height_cm } });
  assert.deepEqual(asked('weight_kg', '180', at(178)), { value: 81.6, unit: 'lb', about: 'unit' });
  assert.deepEqual(asked('weight_kg', '65', at(170, 'in')), { value: 65, unit: 'kg', about: 'unit' });
  assert.deepEqual(asked('weight_kg', '12', at(178)), { value: 76.2, unit: 'st', about: 'unit' });
  assert.deepEqual(asked('weight_kg', '12', at(178, 'in')), { value: 76.2, unit: 'st', about: 'unit' });
  assert.deepEqual(asked('weight_kg', '180'), { value: 81.6, unit: 'lb', about: 'unit' });
  assert.deepEqual(asked('weight_kg', '60', { units: 'in', said: { age: 30 } }), { value: 60, unit: 'kg', about: 'unit' });
});

const people: [who: string, body: BodyMeasurements][] = [
  ['a newborn', { height_cm: 76, weight_kg: 3, age: 0 }],
  ['a child of two', { height_cm: 86, weight_kg: 12, age: 2 }],
  ['a slight child of six', { height_cm: 112, weight_kg: 16, age: 6 }],
  ['a heavy child of ten', { height_cm: 140, weight_kg: 72, age: 10 }],
  ['a tall slight child of thirteen', { height_cm: 168, weight_kg: 36, age: 13 }],
  ['a very slight woman', { height_cm: 168, weight_kg: 40 }],
  ['a very heavy man', { height_cm: 178, weight_kg: 155 }],
  ['a very heavy woman', { height_cm: 160, weight_kg: 126 }],
  ['a very tall man', { height_cm: 213, weight_kg: 140 }],
  ['a short grown-up', { height_cm: 122, weight_kg: 55, age: 35 }],
];
for (const [who, body] of people) {
  test(`${who} is asked nothing, in either unit`, () => {
    const pounds = (body.weight_kg! / 0.45359237).toFixed(1);
    const inches = (body.height_cm! / 2.54).toFixed(1);
    for (const said of [body, { age: body.age }]) {
      assert.equal(asked('weight_kg', String(body.weight_kg), { said }), null, `${JSON.stringify(said)} kg`);
      assert.equal(asked('weight_kg', pounds, { units: 'in', said }), null, `${JSON.stringify(said)} lb`);
    }
    assert.equal(asked('height_cm', String(body.height_cm), { said: body }), null);
    assert.equal(asked('height_cm', inches, { units: 'in', said: body }), null);
  });
}

test('usual bodies, children and measures nobody can mix up are left alone', () => {
  for (const chest of ['96', '55', '162', '7']) assert.equal(asked('chest_cm', chest), null, chest);
  assert.equal(asked('weight_kg', '400', { units: 'in' }), null);
});
