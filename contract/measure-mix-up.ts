import type { BodyMeasurements } from './fit.ts';
import type { MixUp, Told } from './mix-up.ts';
import { findWeightMixUp } from './weight-mix-up.ts';

// This file has no schemas, so that a browser may load it: the pages and the API ask back about the same numbers.

/**
 * cm that bodies measure, from a small child to the largest charts sold. Only for asking back, never for refusing:
 * too wide misses a mix-up, too narrow asks a real person whether they are sure.
 */
export const usual_cm: Partial<Record<keyof BodyMeasurements, readonly [number, number]>> = {
  height_cm: [75, 215],
  chest_cm: [48, 165],
  waist_cm: [42, 165],
  hip_cm: [48, 175],
  neck_cm: [22, 55],
  shoulder_cm: [22, 65],
  arm_length_cm: [38, 105],
  inside_leg_cm: [30, 105],
};

const factors: { unit: MixUp['unit']; factor: number }[] = [
  { unit: 'in', factor: 2.54 },
  { unit: 'cm', factor: 1 },
  { unit: 'm', factor: 100 },
];

/** Finds the unit that makes an unusual number usual: chest 38 "cm" is 38 in, 180 "kg" at 178 cm is 180 lb. null when it stands, or nothing fits. */
export function findMixUp(name: keyof BodyMeasurements, told: Told): MixUp | null {
  if (name === 'weight_kg') return findWeightMixUp(told);
  const about = unusual(name, told.value);
  const usual = usual_cm[name];
  if (!about || !usual) return null;
  for (const { unit, factor } of factors) {
    const meant = told.number * factor;
    if (unit !== told.units && meant >= usual[0] && meant <= usual[1]) return { value: Math.round(meant * 10) / 10, unit, about };
  }
  return null;
}

/** Tells on which side of the usual a length lies; null within it. */
export function unusual(name: keyof BodyMeasurements, value_cm: number): 'small' | 'large' | null {
  const usual = usual_cm[name];
  if (!usual || (value_cm >= usual[0] && value_cm <= usual[1])) return null;
  return value_cm < usual[0] ? 'small' : 'large';
}
