import { type LinearRow, linearRow } from '#science/numerics/linear-row.ts';
import type { DimensionName } from '#contract/catalog.ts';
import { overallDimensions } from './fit-scale.ts';
import type { DimensionTargets } from './garment-targets.ts';
import { girth_share } from './layout.ts';
import type { Unknowns } from './unknowns.ts';
import type { Worn } from './worn-garments.ts';

/** Ease liked in a coat and in a T-shirt differ by about this much beyond what the cuts intend, cm. */
const other_kind_cm = 1.5;
const share_min = 0.4;

/** The gaps of all girths of a garment as one: `row` of the state plus `shifts[size]`, in tolerances, known within `error` (sd). */
export type OverallRow = { row: LinearRow; shifts: number[]; error: number };

/** Takes the weighted mean of a garment's girths in tolerances, and what each of its sizes adds to it. */
export function overallRow(worn: Pick<Worn, 'targets' | 'is_other_kind'>, unknowns: Unknowns): OverallRow {
  const parts = overallDimensions(worn.targets);
  const terms = parts.flatMap(({ dimension, share }) => {
    const { indices, weights } = unknowns.gapRow(worn.targets, dimension);
    return indices.map((index, k): [number, number] => [index, weights[k]! * share]);
  });
  return {
    row: linearRow(terms),
    shifts: worn.targets.garment.sizes.map((_, size) =>
      parts.reduce((sum, { dimension, share }) => sum + share * dimension.targets_cm[size]!, 0),
    ),
    error: Math.hypot(...parts.map(({ dimension, share }) => share * targetError(worn, dimension))),
  };
}

/** Gives how far a garment's target may be off at one dimension beyond what it shares with others, sd in cm. */
export function targetError({ is_other_kind }: Pick<Worn, 'is_other_kind'>, { name, noise_cm }: DimensionTargets): number {
  return Math.hypot(noise_cm, is_other_kind ? other_kind_cm * shareOf(name) : 0);
}

function shareOf(name: DimensionName): number {
  return Math.max(girth_share[name], share_min);
}
