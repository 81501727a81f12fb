import type { LinearRow } from './linear-row.ts';

/** A Gaussian over `size` numbers: mean [size] and covariance, row-major [size x size], symmetric. */
export type GaussianBelief = { size: number; mean: Float64Array; covariance: Float64Array };

/**
 * Projects a belief on a row: mean a.m, variance a.C.a^T, and the gain C.a^T [size]. O(size x terms of the row). Pure.
 */
export function projectBelief(belief: GaussianBelief, row: LinearRow): { mean: number; variance: number; gain: Float64Array } {
  const { size, covariance } = belief;
  const gain = new Float64Array(size);
  let mean = 0;
  let variance = 0;
  for (let k = 0; k < row.indices.length; k++) {
    const index = row.indices[k]!;
    const weight = row.weights[k]!;
    mean += weight * belief.mean[index]!;
    const start = index * size;
    for (let i = 0; i < size; i++) gain[i]! += weight * covariance[start + i]!;
  }
  for (let k = 0; k < row.indices.length; k++) variance += row.weights[k]! * gain[row.indices[k]!]!;
  return { mean, variance, gain };
}

/** Gives the covariance of two rows under a belief: a.C.b^T, from the gain of a. O(terms of b). */
export function crossVariance(gain: Float64Array, row: LinearRow): number {
  let sum = 0;
  for (let k = 0; k < row.indices.length; k++) sum += row.weights[k]! * gain[row.indices[k]!]!;
  return sum;
}
