import { dimensions, type DimensionName } from '#contract/catalog.ts';

/** Where each unknown about the wearer stands in the state. Body first, then the ease this person likes over what the cut intends. */
export const bodyParts = ['height', 'weight', 'chest', 'waist', 'hip', 'neck', 'shoulders', 'sleeves', 'inseam'] as const;
export type BodyPart = (typeof bodyParts)[number];

const part_indices = new Map<string, number>(bodyParts.map((part, index) => [part, index]));
const taste_indices = new Map<string, number>(dimensions.map((name, index) => [name, bodyParts.length + index]));

/** Size of the part of the state that every shopper has; unknowns about garments follow it. */
export const shopper_size = bodyParts.length + dimensions.length;

/** Gives the place of a body part in the state. */
export function bodyIndex(part: BodyPart): number {
  return part_indices.get(part)!;
}

/** Gives the place of the liked extra ease of a dimension in the state. */
export function tasteIndex(name: DimensionName): number {
  return taste_indices.get(name)!;
}

/** Tells which body part a dimension is worn on; null for `length`, which no body part sets. */
export function bodyPartOf(name: DimensionName): BodyPart | null {
  return name === 'length' ? null : name;
}

/**
 * How far each dimension moves when a whole garment or body is 1 cm larger at the chest: the grade between sizes
 * (EN 13402-3: 8 cm chest, 8 waist, 7 hip, 2 neck; pattern grades of 1.5 shoulder, 1.5 sleeve, 1.5 length, 0.5 inseam).
 */
export const girth_share: Readonly<Record<DimensionName, number>> = {
  chest: 1,
  waist: 1,
  hip: 0.9,
  neck: 0.25,
  shoulders: 0.2,
  sleeves: 0.2,
  length: 0.2,
  inseam: 0.06,
};
