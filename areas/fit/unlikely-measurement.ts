import type { BodyMeasurements } from '#contract/fit.ts';
import { unlikelyMeasurement } from './errors.ts';

const inch_cm = 2.54;
const stone_kg = 6.35029318;
/** A toddler's girths begin here; below it a grown-up's number was given in inches. */
const girth_cm_min = 45;
const girths = ['chest_cm', 'waist_cm', 'hip_cm'] as const;
/** Up to here a height may have been given in inches: 98 in is the tallest body ever measured. */
const inches_max = 100;
/**
 * kg per square metre. The slightest grown-up who lived weighed about 7, the heaviest about 190. A short heavy person is
 * near 60; a height in inches taken for cm makes six times too much, 100 at the least.
 */
const build_min = 6;
const build_max_if_short = 90;
/** A chest is at most about as long round as its wearer is tall; taken for cm, a height in inches is exceeded by a fifth and more. */
const chest_per_height_max = 1.15;

/**
 * Throws when a given number is one that no such body measures, most often inches given as centimetres. Only what cannot
 * be: the pages ask back much sooner, and whoever says that it is true is believed.
 */
export function refuseUnlikely(body: BodyMeasurements, given: BodyMeasurements): void {
  if (!isSmallChild(body)) {
    for (const field of girths) {
      const value = given[field];
      if (value != null && value < girth_cm_min) throw mixedUp(field, value);
    }
  }
  if (given.height_cm != null && isHeightInInches(body)) throw mixedUp('height_cm', given.height_cm);
  const { weight_kg } = given;
  const build = buildOf(body);
  if (weight_kg != null && build !== null && build < build_min) throw tooLight(weight_kg, body.height_cm!);
}

const isSmallChild = ({ age, height_cm }: BodyMeasurements): boolean => (age ?? 99) <= 2 || (height_cm ?? 999) < 90;

/** The weight or the chest beside it tell: whoever is that heavy or broad is not that short. */
function isHeightInInches(body: BodyMeasurements): boolean {
  const { height_cm, chest_cm } = body;
  if (height_cm == null || height_cm >= inches_max) return false;
  return (buildOf(body) ?? 0) > build_max_if_short || (chest_cm ?? 0) > chest_per_height_max * height_cm;
}

function buildOf({ height_cm, weight_kg }: BodyMeasurements): number | null {
  return height_cm == null || weight_kg == null ? null : weight_kg / (height_cm / 100) ** 2;
}

function mixedUp(field: string, value: number) {
  const name = field.replace('_cm', '');
  // Only girths are judged by age; a height is judged by the weight and chest beside it.
  const way_on = field === 'height_cm' ? ', or correct the weight or chest' : "; if it is a small child's, give the age too";
  return unlikelyMeasurement(
    field,
    `A ${name} of ${value} cm is very small. If you measured in inches, enter ${Math.round(value * inch_cm)} cm${way_on}.`,
  );
}

function tooLight(weight_kg: number, height_cm: number) {
  const meant = Math.round(weight_kg * stone_kg);
  return unlikelyMeasurement(
    'weight_kg',
    `${weight_kg} kg does not go with a height of ${height_cm} cm. If you weighed in stones, enter ${meant} kg, or correct the height.`,
  );
}
