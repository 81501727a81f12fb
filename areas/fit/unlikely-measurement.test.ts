import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyMeasurements, type BodyMeasurements } from '#contract/fit.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { refuseUnlikely } from './unlikely-measurement.ts';

/** What the field is refused with, by the schema or by the rules; null when it is taken. */
function refusalOf(field: keyof BodyMeasurements, body: BodyMeasurements): string | null {
  const parsed = bodyMeasurements.safeParse(body);
  if (!parsed.success) return parsed.error.issues.find(({ path }) => path[0] === field)?.message ?? null;
  try {
    refuseUnlikely(body, body);
    return null;
  } catch (error) {
    assert.ok(error instanceof AppError);
    return error.fields?.[field] ?? null;
  }
}

for (const [what, height_cm, meant] of [
  ['feet and inches as a decimal', 5.11, /Enter 180 if you meant 5 ft 11 in/],
  ['a last zero that JSON drops', 5.1, /Enter 155 if you meant 5 ft 1 in, or 178 if you meant 5 ft 10 in/],
  ['feet and inches run together', 510, /Enter 178 if you meant 5 ft 10 in/],
  ['metres', 1.78, /Enter 178 if you meant 1\.78 m/],
  ['millimetres', 1780, /Enter 178 if you meant 1780 mm/],
  ['what no unit explains', 9999, /^A height lies between 50 and 250 cm\.$/],
] as const) {
  test(`a height in ${what} is refused with the centimetres that were probably meant`, () => {
    assert.match(refusalOf('height_cm', { height_cm }) ?? '', meant);
  });
}

test('a height in inches is refused when weight or chest say that it cannot be centimetres', () => {
  assert.match(refusalOf('height_cm', { height_cm: 70, weight_kg: 75 }) ?? '', /178 cm/);
  assert.match(refusalOf('height_cm', { height_cm: 70, chest_cm: 98 }) ?? '', /178 cm/);
  assert.match(refusalOf('height_cm', { height_cm: 77, weight_kg: 60 }) ?? '', /196 cm/);
});

test('a weight in stones is refused with the kilograms', () => {
  assert.match(refusalOf('weight_kg', { weight_kg: 12, height_cm: 178 }) ?? '', /enter 76 kg/);
});

for (const [who, body] of [
  ['a very heavy man', { height_cm: 178, weight_kg: 180, chest_cm: 160 }],
  ['one of the heaviest', { height_cm: 170, weight_kg: 390 }],
  ['a very tall man', { height_cm: 246, weight_kg: 150 }],
  ['a very thin woman', { height_cm: 175, weight_kg: 30 }],
  ['a short and heavy grown-up', { height_cm: 97, weight_kg: 52, chest_cm: 95, age: 40 }],
  ['a newborn', { height_cm: 50, weight_kg: 3, chest_cm: 33, age: 0 }],
  ['a child of six', { height_cm: 112, weight_kg: 16, chest_cm: 55, waist_cm: 50, age: 6 }],
] as const) {
  test(`the real measures of ${who} are taken`, () => {
    for (const field of ['height_cm', 'weight_kg', 'chest_cm'] as const) assert.equal(refusalOf(field, body), null, field);
  });
}
