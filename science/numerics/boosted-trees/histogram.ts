import type { TreeData, TreeShape } from './tree-data.ts';

/** Sums by feature and bin: `sums` holds for each bin the gradients and curvatures of all outputs, then the count. */
export type Histogram = { sums: Float64Array; starts: readonly number[] };
export type Split = { gain: number; feature: number; bin: number; is_missing_left: boolean };

/** Less than this is rounding. */
const gain_min = 1e-9;

/** Adds up the gradients of rows by feature and bin. */
export function buildHistogram(
  { columns, bin_counts, gradients, outputs }: TreeData,
  features: readonly number[],
  rows: Int32Array,
): Histogram {
  const width = 2 * outputs + 1;
  const starts: number[] = [];
  let total = 0;
  for (const feature of features) {
    starts.push(total);
    total += bin_counts[feature]! * width;
  }
  const sums = new Float64Array(total);
  const near = gatherGradients(gradients, rows, 2 * outputs);
  const add = outputs === 2 ? addPairs : addAny;
  features.forEach((feature, i) => add({ column: columns[feature]!, rows, near, sums, start: starts[i]!, width }));
  return { sums, starts };
}

/** Gives the histogram of the rest, in place: what a part had is taken from the whole. */
export function takeAway(whole: Histogram, part: Histogram): Histogram {
  for (let i = 0; i < whole.sums.length; i++) whole.sums[i]! -= part.sums[i]!;
  return whole;
}

/** Row by row in a line: each feature then reads memory in order. */
function gatherGradients(gradients: Float32Array, rows: Int32Array, width: number): Float32Array {
  const near = new Float32Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i]! * width;
    for (let k = 0; k < width; k++) near[i * width + k] = gradients[from + k]!;
  }
  return near;
}

type Adding = { column: Uint8Array; rows: Int32Array; near: Float32Array; sums: Float64Array; start: number; width: number };

/** Three classes are the usual case; unrolled, this loop, where training spends its time, takes half as long. */
function addPairs({ column, rows, near, sums, start }: Adding): void {
  for (let i = 0, j = 0; i < rows.length; i++, j += 4) {
    const at = start + column[rows[i]!]! * 5;
    sums[at]! += near[j]!;
    sums[at + 1]! += near[j + 1]!;
    sums[at + 2]! += near[j + 2]!;
    sums[at + 3]! += near[j + 3]!;
    sums[at + 4]!++;
  }
}

function addAny({ column, rows, near, sums, start, width }: Adding): void {
  for (let i = 0; i < rows.length; i++) {
    const at = start + column[rows[i]!]! * width;
    for (let k = 0; k < width - 1; k++) sums[at + k]! += near[i * (width - 1) + k]!;
    sums[at + width - 1]!++;
  }
}

type Scan = { data: TreeData; features: readonly number[]; histogram: Histogram; sums: Float64Array };

/** Finds the split that lowers the loss most, missing values tried on both sides; null when none helps. */
export function bestSplit({ data, features, histogram, sums }: Scan, shape: TreeShape): Split | null {
  const width = sums.length;
  const count = sums[width - 1]!;
  if (count < 2 * shape.rows_min) return null;
  const parent = leafScore(sums, shape.l2);
  let best: Split | null = null;
  const left = new Float64Array(width);
  features.forEach((feature, i) => {
    const start = histogram.starts[i]!;
    const has_missing = histogram.sums[start + width - 1]! > 0;
    for (const is_missing_left of has_missing ? [false, true] : [false]) {
      for (let k = 0; k < width; k++) left[k] = is_missing_left ? histogram.sums[start + k]! : 0;
      for (let bin = 1; bin < data.bin_counts[feature]! - 1; bin++) {
        const at = start + bin * width;
        for (let k = 0; k < width; k++) left[k]! += histogram.sums[at + k]!;
        if (left[width - 1]! < shape.rows_min) continue;
        if (count - left[width - 1]! < shape.rows_min) break;
        const gain = pairScore(left, sums, shape.l2) - parent;
        if (gain > (best?.gain ?? gain_min)) best = { gain, feature, bin, is_missing_left };
      }
    }
  });
  return best;
}

/** Sum over outputs of gradient^2 / (curvature + l2): twice what the leaf's Newton step wins. */
function leafScore(sums: Float64Array, l2: number): number {
  let score = 0;
  for (let k = 0; k < sums.length - 1; k += 2) score += (sums[k]! * sums[k]!) / (sums[k + 1]! + l2);
  return score;
}

function pairScore(left: Float64Array, whole: Float64Array, l2: number): number {
  let score = 0;
  for (let k = 0; k < left.length - 1; k += 2) {
    const [gradient, curvature] = [whole[k]! - left[k]!, whole[k + 1]! - left[k + 1]!];
    score += (left[k]! * left[k]!) / (left[k + 1]! + l2) + (gradient * gradient) / (curvature + l2);
  }
  return score;
}
