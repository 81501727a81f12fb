import { binOf } from './boosted-trees.ts';

/** One byte a value: 254 bins and the missing one. */
const bins_max = 254;

/**
 * Chooses rising bin edges of a column [rows]: between all distinct values when there are few, else at quantiles.
 * Missing values are NaN. O(rows log rows).
 */
export function chooseEdges(column: Float64Array): Float64Array {
  const sorted = column.filter((value) => Number.isFinite(value)).sort();
  const distinct = withoutRepeats(sorted);
  if (distinct.length <= bins_max) return distinct.subarray(1).map((value, i) => (value + distinct[i]!) / 2);
  const quantiles = Float64Array.from({ length: bins_max - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins_max)]!);
  return withoutRepeats(quantiles);
}

function withoutRepeats(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** Columns [features][rows] in bins, with the edges between them. */
export type BinnedColumns = { edges: Float64Array[]; bins: Uint8Array[] };

/** Puts columns [features][rows] into bins; values that are not finite are missing. */
export function binColumns(columns: readonly Float64Array[]): BinnedColumns {
  const edges = columns.map((column) => chooseEdges(column));
  return { edges, bins: columns.map((column, f) => binColumn(column, edges[f]!)) };
}

function binColumn(column: Float64Array, edges: Float64Array): Uint8Array {
  const bins = new Uint8Array(column.length);
  for (let row = 0; row < bins.length; row++) bins[row] = binOf(column[row]!, edges);
  return bins;
}
