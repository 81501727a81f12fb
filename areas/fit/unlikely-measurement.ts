import type { BodyMeasurements } from '#contract/fit.ts';
import { unlikelyMeasurement } from './errors.ts';

const inch_cm = 2.54;
/** A toddler's girths begin here; below it a grown-up's number was given in inches. */
const girth_cm_min = 45;
const girths = ['chest_cm', 'waist_cm', 'hip_cm'] as const;

/** Throws when a given number is one that no such body measures, most often inches given as centimetres. */
export function refuseUnlikely(body: BodyMeasurements, given: BodyMeasurements): void {
  if (!isSmallChild(body)) {
    for (const field of girths) {
      const value = given[field];
      if (value != null && value < girth_cm_min) throw mixedUp(field, value);
    }
  }
  const { height_cm } = given;
  if (height_cm != null && height_cm < 100 && ((body.weight_kg ?? 0) > 35 || (body.chest_cm ?? 0) > 75))
    throw mixedUp('height_cm', height_cm);
}

const isSmallChild = ({ age, height_cm }: BodyMeasurements): boolean => (age ?? 99) <= 2 || (height_cm ?? 999) < 90;

function mixedUp(field: string, value: number) {
  const name = field.replace('_cm', '');
  // Only girths are judged by age; a height is judged by the weight and chest beside it.
  const way_on = field === 'height_cm' ? ', or correct the weight or chest' : "; if it is a small child's, give the age too";
  return unlikelyMeasurement(
    field,
    `A ${name} of ${value} cm is very small. If you measured in inches, enter ${Math.round(value * inch_cm)} cm${way_on}.`,
  );
}
