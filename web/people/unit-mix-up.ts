import type { BodyMeasurements } from '#contract/fit.ts';
import { findMixUp as findUnit, unusual, usual_cm } from '#contract/measure-mix-up.ts';
import type { MixUp } from '#contract/mix-up.ts';
import { readRunTogether } from './compound-measure.ts';
import { typedNumber } from './typed-number.ts';
import { fromWire, type Measure, type Units } from './units.ts';

/** A number as it stands in its field. */
interface Typed {
  /** In cm or kg, as the chosen units read it. */
  value: number;
  text: string;
  units: Units;
  /** What is known of the body beside it. */
  said: BodyMeasurements;
}

/** cm: who tells feet is not always below the usual; 7 ft 6 in is. */
const feet_cm_max = 230;

/** Finds the unit that makes an unusual number usual, also feet and inches that were run together. null when the number stands, or nothing fits. */
export function findMixUp(name: Measure, { text, ...typed }: Typed): MixUp | null {
  // What is kept is rounded, and as another unit it would be off.
  const found = findUnit(name, { ...typed, number: typedNumber(text) ?? fromWire(name, typed.value, typed.units) });
  const about = unusual(name, typed.value);
  return found ?? (name === 'height_cm' && about ? findFeet(text, about) : null);
}

function findFeet(text: string, about: MixUp['about']): MixUp | null {
  const read = readRunTogether(text);
  if (!read || read.value_cm < usual_cm.height_cm![0] || read.value_cm > feet_cm_max) return null;
  const { value_cm, ...feet } = read;
  return { value: value_cm, unit: 'ft', feet, about };
}
