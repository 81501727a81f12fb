import type { Verdict } from '#contract/fit.ts';
import { kindOf } from './garment-kind.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';

/**
 * Where the words change, in tolerances from the centre of what is liked (the seam gauge): below -1.7 tight, below -1
 * snug, to 1 just right, to 1.8 relaxed, beyond loose. The five answers of feedback use the same lines.
 */
export const fit_edges = [-Infinity, -1.7, -1, 1, 1.8, Infinity] as const;
const words: readonly Verdict[] = ['tight', 'snug', 'just_right', 'relaxed', 'loose'];

/** Puts a gap, in tolerances, into the word of the seam gauge. */
export function verdictOf(z: number): Verdict {
  if (z < fit_edges[1]) return words[0]!;
  if (z < fit_edges[2]) return words[1]!;
  if (z <= fit_edges[3]) return words[2]!;
  return z <= fit_edges[4] ? words[3]! : words[4]!;
}

/** Gives the girths that "overall" speaks of, each with its share per cm: the shares times tolerance add up to one. */
export function overallDimensions(targets: GarmentTargets): { dimension: DimensionTargets; share: number }[] {
  const kind = kindOf(targets.garment.category);
  const parts = targets.dimensions.filter(({ name }) => name !== 'length' && name !== 'sleeves' && name !== 'inseam');
  const weights = parts.map(({ name }) => kind.dimensions[name]!.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.map((dimension, i) => ({ dimension, share: weights[i]! / total / kind.dimensions[dimension.name]!.tolerance_cm }));
}
