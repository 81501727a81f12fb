import type { BodyMeasurements } from '#contract/fit.ts';
import { findMixUp } from '#contract/measure-mix-up.ts';
import type { MixUp } from '#contract/mix-up.ts';
import { unlikelyMeasurements } from './errors.ts';

/** Children of this age and younger measure what a grown-up does in inches. */
const small_child_years_max = 2;

/**
 * Throws when another unit would make an unusual number usual: 180 kg at 178 cm, a chest of 43 cm. It may be true all the
 * same, so this is a question, and whoever answers it is believed. `body` is all that is known, `given` what is told now.
 */
export function askBack(body: BodyMeasurements, given: BodyMeasurements): void {
  const questions = findMixUps(body, given).map(({ field, value, mix_up }) => [field, question(field, value, mix_up)] as const);
  if (questions.length > 0) throw unlikelyMeasurements(Object.fromEntries(questions));
}

function findMixUps(body: BodyMeasurements, given: BodyMeasurements) {
  const is_small_child = body.age != null && body.age <= small_child_years_max;
  const numbers = Object.entries(given) as [keyof BodyMeasurements, number | null][];
  return numbers.flatMap(([field, value]) => {
    if (value === null || (is_small_child && field !== 'weight_kg')) return [];
    const mix_up = findMixUp(field, { value, number: value, units: 'cm', said: body });
    return mix_up ? [{ field, value, mix_up }] : [];
  });
}

function question(field: keyof BodyMeasurements, value: number, { value: meant, unit }: MixUp): string {
  const own_unit = field === 'weight_kg' ? 'kg' : 'cm';
  const name = field.replace(/_(cm|kg)$/, '').replaceAll('_', ' ');
  return (
    `A ${name} of ${value} ${own_unit} is unusual. If you meant ${value} ${unit}, enter ${meant} ${own_unit}; ` +
    'if it is right, send it again with is_sure: true.'
  );
}
