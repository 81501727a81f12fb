import type { BodyMeasurements } from './fit.ts';
import type { MixUp, Told } from './mix-up.ts';

type Range = readonly [number, number];
/** kg per square metre of height. `usual` is left alone; another unit is offered only when it makes the weight `likely`. */
type Build = { usual: Range; likely: Range };

/**
 * For asking back, never for refusing. 180 lb given as kg is 57 at 178 cm; about one grown-up in 200 weighs more than 50.
 * 65 kg given as lb is 10 at 170 cm; nobody stays well below 13.5.
 */
const grown: Build = { usual: [13.5, 50], likely: [15, 45] };
/** Children are slighter for their height (WHO growth charts: from 12 on), and a heavy one is seldom above 35. */
const growing: Build = { usual: [11, 40], likely: [12.5, 32] };
/** kg, where no height tells more: from a newborn to what one grown-up in 200 weighs. */
const alone: Build = { usual: [2, 160], likely: [45, 160] };
/** kg: grown-ups weigh more, even small ones. */
const grown_kg_min = 30;
/** Below this height, in cm, most are children. */
const grown_from_cm = 150;
const grown_from_years = 16;

const units_of_weight: { unit: MixUp['unit']; kg: number }[] = [
  { unit: 'lb', kg: 0.45359237 },
  { unit: 'kg', kg: 1 },
  { unit: 'st', kg: 6.35029318 },
];

/** Finds the unit that makes a weight go with the height beside it: 180 "kg" at 178 cm is 180 lb. null when it stands, or nothing fits. */
export function findWeightMixUp({ value: value_kg, number, units, said }: Told): MixUp | null {
  const { usual, likely } = rangesFor(said);
  if (isWithin(value_kg, usual)) return null;
  const own_unit = units === 'cm' ? 'kg' : 'lb';
  const meant = units_of_weight.find(({ unit, kg }) => unit !== own_unit && isWithin(number * kg, likely));
  return meant ? { value: Math.round(number * meant.kg * 10) / 10, unit: meant.unit, about: 'unit' } : null;
}

function rangesFor({ height_cm, age }: BodyMeasurements): Build {
  if (height_cm == null) return age != null && age >= grown_from_years ? { ...alone, usual: [grown_kg_min, alone.usual[1]] } : alone;
  const is_growing = height_cm < grown_from_cm || (age ?? grown_from_years) < grown_from_years;
  const { usual, likely } = is_growing ? growing : grown;
  const square = (height_cm / 100) ** 2;
  return { usual: [usual[0] * square, usual[1] * square], likely: [likely[0] * square, likely[1] * square] };
}

const isWithin = (value: number, [low, high]: Range): boolean => value >= low && value <= high;
