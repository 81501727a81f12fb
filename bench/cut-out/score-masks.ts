import type { Size } from '#science/imaging/picture.ts';
import { scoreOutline } from './score-outline.ts';

/** One cut-out against its mask. */
export interface Scored {
  iou: number;
  boundary_f: number;
  quality: number;
  s_taken: number;
}

/** Compares a soft mask (0..255), cut at half, with the true one. */
export function scoreMasks(alpha: Uint8ClampedArray, mask: Uint8Array, size: Size): Pick<Scored, 'iou' | 'boundary_f'> {
  const found = Uint8Array.from(alpha, (value) => (value > 127 ? 1 : 0));
  let [both, either] = [0, 0];
  for (let i = 0; i < found.length; i++) {
    both += found[i]! & mask[i]!;
    either += found[i]! | mask[i]!;
  }
  return { iou: either === 0 ? 1 : both / either, boundary_f: scoreOutline(found, mask, { size, tolerance: 2 }) };
}

/** Sums up: IoU over pictures, and how well the quality foretells it (rank correlation). */
export function summarise(scored: readonly Scored[]): Record<string, number> {
  const ious = scored.map(({ iou }) => iou).toSorted((one, other) => one - other);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const round = (value: number): number => Number(value.toFixed(4));
  const middle = ious.length >> 1;
  return {
    images: scored.length,
    mean_iou: round(mean(ious)),
    median_iou: round(ious.length % 2 === 1 ? ious[middle]! : (ious[middle - 1]! + ious[middle]!) / 2),
    worst_iou: round(ious[0]!),
    below_70: ious.filter((iou) => iou < 0.7).length,
    boundary_f_2px: round(mean(scored.map(({ boundary_f }) => boundary_f))),
    s_per_image: round(mean(scored.map(({ s_taken }) => s_taken))),
    quality_rank_correlation: round(
      rankCorrelation(
        scored.map(({ quality }) => quality),
        scored.map(({ iou }) => iou),
      ),
    ),
  };
}

/** Spearman's rho; no ties are expected. */
function rankCorrelation(one: number[], other: number[]): number {
  const [ranks, others] = [ranksOf(one), ranksOf(other)];
  const squares = ranks.reduce((sum, rank, i) => sum + (rank - others[i]!) ** 2, 0);
  return 1 - (6 * squares) / (one.length * (one.length ** 2 - 1));
}

function ranksOf(values: number[]): number[] {
  const ranks: number[] = [];
  values
    .map((value, i) => ({ value, i }))
    .toSorted((one, other) => one.value - other.value)
    .forEach(({ i }, rank) => (ranks[i] = rank));
  return ranks;
}
