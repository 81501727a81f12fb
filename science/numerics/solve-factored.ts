/** Solves L L' x = `right` [size], `factor` the lower-triangular L [size x size, row-major] of a full-rank matrix. O(size^2). */
export function solveFactored(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i]! -= factor[i * size + j]! * x[j]!;
    x[i]! /= factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = i + 1; j < size; j++) x[i]! -= factor[j * size + i]! * x[j]!;
    x[i]! /= factor[i * size + i]!;
  }
  return x;
}
