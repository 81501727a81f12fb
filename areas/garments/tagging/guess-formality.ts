import type { Cielab } from '#science/imaging/cielab.ts';
import { normalCdf } from '#science/numerics/normal-cdf.ts';
import type { PatternKind } from '#science/imaging/pattern/tell-pattern.ts';
import { expectOver, garment_classes, type ClassChances, type GarmentClass } from './garment-classes.ts';
import type { GarmentTags } from './garment-tags.ts';

/** From 0 (sports, home) over .5 (office without a tie) to 1 (a feast). Chosen as wardrobe guides order kinds, not measured. */
const usual: Record<GarmentClass, number> = {
  dress: 0.62,
  hat: 0.3,
  longsleeve: 0.38,
  outwear: 0.5,
  pants: 0.48,
  shirt: 0.62,
  shoes: 0.45,
  shorts: 0.15,
  skirt: 0.55,
  't-shirt': 0.2,
};
/** How far garments of one kind lie apart: shoes from trainers to patent leather. */
const spread: Record<GarmentClass, number> = {
  dress: 0.2,
  hat: 0.2,
  longsleeve: 0.13,
  outwear: 0.2,
  pants: 0.18,
  shirt: 0.14,
  shoes: 0.25,
  shorts: 0.1,
  skirt: 0.16,
  't-shirt': 0.08,
};
const of_pattern: Record<PatternKind, number> = { plain: 0.04, striped: 0, checked: -0.06, dotted: 0, printed: -0.1 };
/** Dark and without colour is dressier, loud less so. */
const dark_gain = 0.06;
const loud_loss = 0.08;
/** A guess is right when its owner would say the same to within this. */
const near = 0.15;

/** What else is known of the garment. */
export interface Looks {
  lab: Cielab | undefined;
  pattern: PatternKind;
  is_denim: boolean;
}

/** Guesses how formal a garment is, and the chance that its owner would say so to within .15. */
export function guessFormality(chances: ClassChances, { lab, pattern, is_denim }: Looks): GarmentTags['formality'] {
  const color = lab === undefined ? 0 : colorStep(lab);
  const denim = is_denim ? -0.15 : 0;
  const of = (one: GarmentClass): number => usual[one] + of_pattern[pattern] + color + (one === 'pants' ? denim : 0);
  const value = Math.max(0, Math.min(1, expectOver(chances, of)));
  const variance = garment_classes.reduce((sum, one) => sum + chances[one] * ((of(one) - value) ** 2 + spread[one] ** 2), 0);
  return { value, confidence: 2 * normalCdf(near / Math.sqrt(variance)) - 1 };
}

function colorStep([lightness, a, b]: Cielab): number {
  const chroma = Math.hypot(a, b);
  const darkness = Math.max(0, Math.min(1, (45 - lightness) / 30));
  return darkness * Math.max(0, 1 - chroma / 30) * dark_gain - Math.max(0, Math.min(1, (chroma - 35) / 40)) * loud_loss;
}
