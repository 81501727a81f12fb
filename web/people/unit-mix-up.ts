import type { Measure, Units } from './units.ts';

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

export interface MixUp {
  /** What was meant, in cm. */
  value_cm: number;
  /** The unit that was probably meant. */
  unit: 'cm' | 'in' | 'm';
  is_small: boolean;
}

const factors: { unit: MixUp['unit']; factor: number }[] = [
  { unit: 'in', factor: 2.54 },
  { unit: 'cm', factor: 1 },
  { unit: 'm', factor: 100 },
];

/** Finds the unit that makes an unusual number usual: chest 38 "cm" is 38 in. null when the number stands, or nothing fits. */
export function findMixUp(name: Measure, value_cm: number, units: Units): MixUp | null {
  const usual = usual_cm[name];
  if (!usual || (value_cm >= usual[0] && value_cm <= usual[1])) return null;
  const typed = units === 'cm' ? value_cm : value_cm / 2.54;
  for (const { unit, factor } of factors) {
    const meant = typed * factor;
    if (unit !== units && meant >= usual[0] && meant <= usual[1]) {
      return { value_cm: Math.round(meant * 10) / 10, unit, is_small: value_cm < usual[0] };
    }
  }
  return null;
}
