/** `columns`: bins [features][rows]; `gradients`: [rows x 2 outputs], gradient then curvature of each output in turn. */
export type TreeData = { columns: readonly Uint8Array[]; bin_counts: readonly number[]; gradients: Float32Array; outputs: number };
export type TreeShape = {
  leaves_max: number;
  rows_min: number;
  /** Added to each leaf's curvature: small leaves say little. */
  l2: number;
  learning_rate: number;
};
