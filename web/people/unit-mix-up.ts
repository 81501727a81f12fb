import { readRunTogether } from './compound-measure.ts';
import type { MixUp, Typed } from './mix-up.ts';
import type { Measure } from './units.ts';
import { typedNumber } from './typed-number.ts';
import { findWeightMixUp } from './weight-mix-up.ts';

/**
 * cm that bodies measure, from a small child to the largest charts sold. Only for asking back, never for refusing:
 * too wide misses a mix-up, too narrow asks a real person whether they are sure.
 */
const usual_cm: Partial<Record<Measure, [number, number]>> = {
  height_cm: [75, 215],
  chest_cm: [48, 165],
  waist_cm: [42, 165],
  hip_cm: [48, 175],
  neck_cm: [22, 55],
  shoulder_cm: [22, 65],
  arm_length_cm: [38, 105],
  inside_leg_cm: [30, 105],
};

/** cm: who tells feet is not always below the usual; 7 ft 6 in is. */
const feet_cm_max = 230;

const factors: { unit: MixUp['unit']; factor: number }[] = [
  { unit: 'in', factor: 2.54 },
  { unit: 'cm', factor: 1 },
  { unit: 'm', factor: 100 },
];

/** Finds the unit that makes an unusual number usual: chest 38 "cm" is 38 in. null when the number stands, or nothing fits. */
export function findMixUp(name: Measure, given: Typed): MixUp | null {
  if (name === 'weight_kg') return findWeightMixUp(given);
  const { value, text, units } = given;
  const usual = usual_cm[name];
  if (!usual || (value >= usual[0] && value <= usual[1])) return null;
  const about = value < usual[0] ? 'small' : 'large';
  const typed = typedNumber(text) ?? (units === 'cm' ? value : value / 2.54);
  for (const { unit, factor } of factors) {
    const meant = typed * factor;
    if (unit !== units && meant >= usual[0] && meant <= usual[1]) return { value: Math.round(meant * 10) / 10, unit, about };
  }
  return name === 'height_cm' ? findFeet(text, { low_cm: usual[0], about }) : null;
}

function findFeet(text: string, { low_cm, about }: { low_cm: number; about: MixUp['about'] }): MixUp | null {
  const read = readRunTogether(text);
  if (!read || read.value_cm < low_cm || read.value_cm > feet_cm_max) return null;
  const { value_cm, ...feet } = read;
  return { value: value_cm, unit: 'ft', feet, about };
}
