/** A sparse linear form: the sum of weight times state at index, over parallel lists. Indices are distinct. */
export type LinearRow = { indices: readonly number[]; weights: readonly number[] };

/** Builds a row from [index, weight] pairs; weights for the same index add up, zeros drop out. */
export function linearRow(terms: readonly (readonly [index: number, weight: number])[]): LinearRow {
  const sums = new Map<number, number>();
  for (const [index, weight] of terms) sums.set(index, (sums.get(index) ?? 0) + weight);
  const kept = [...sums].filter(([, weight]) => weight !== 0);
  return { indices: kept.map(([index]) => index), weights: kept.map(([, weight]) => weight) };
}
