import type { Cielab } from '#science/imaging/cielab.ts';
import { expectOver, type ClassChances, type GarmentClass } from './garment-classes.ts';
import { seasons, type GarmentTags, type Season } from './garment-tags.ts';

/**
 * How likely somebody in a temperate climate wears it in spring, summer, autumn, winter. Chosen, not measured: shorts and
 * light tops when it is warm, outerwear when it is not, trousers and shoes all year.
 */
const wear: Record<GarmentClass, readonly [number, number, number, number]> = {
  dress: [0.7, 0.9, 0.5, 0.3],
  hat: [0.6, 0.6, 0.6, 0.6],
  longsleeve: [0.75, 0.2, 0.9, 0.85],
  outwear: [0.7, 0.1, 0.9, 0.85],
  pants: [0.9, 0.55, 0.9, 0.85],
  shirt: [0.85, 0.75, 0.75, 0.5],
  shoes: [0.8, 0.7, 0.8, 0.6],
  shorts: [0.45, 0.98, 0.2, 0.05],
  skirt: [0.75, 0.85, 0.6, 0.35],
  't-shirt': [0.75, 0.95, 0.45, 0.25],
};
/** Pale and bright goes with sun, dark and warm with autumn and winter; a nudge, since black is worn all year. */
const nudge = 0.08;
const worn_min = 0.5;

/** Guesses the seasons in which a garment is worn, and how likely the four answers are right on average. */
export function guessSeasons(chances: ClassChances, lab: Cielab | undefined): GarmentTags['seasons'] {
  const light = lab === undefined ? 0 : Math.max(-1, Math.min(1, (lab[0] - 50) / 40));
  const leaning: Record<Season, number> = { spring: light, summer: light, autumn: -light, winter: -light };
  const likely = seasons.map((season, at) => {
    const mean = expectOver(chances, (one) => wear[one][at]!);
    return Math.max(0, Math.min(1, mean + leaning[season] * nudge));
  });
  const best = Math.max(...likely);
  return {
    // Everything is worn at some time.
    value: seasons.filter((_, at) => likely[at]! >= Math.min(worn_min, best)),
    confidence: likely.reduce((sum, one) => sum + Math.max(one, 1 - one), 0) / seasons.length,
  };
}
