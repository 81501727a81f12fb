/**
 * Factors a symmetric positive semi-definite matrix into lower-triangular L with matrix = L L^T.
 *
 * Shapes: `matrix` is Float64Array, row-major [size x size]; only its lower triangle is read; the answer has the same
 * shape with zeros above the diagonal. A pivot at or below `floor` (same unit as the diagonal) is treated as zero and its
 * column left empty, so a singular covariance gives the factor of its own subspace instead of NaN.
 * Complexity O(size^3 / 6). Deterministic. Source: Golub and Van Loan, Matrix Computations, 4th ed., algorithm 4.2.1.
 */
export function choleskyFactor(matrix: Float64Array, size: number, floor = 1e-12): Float64Array {
  if (matrix.length !== size * size) throw new RangeError(`Expected ${size * size} entries, got ${matrix.length}.`);
  const factor = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const pivot = residual(matrix, factor, { row: column, column, size });
    if (!(pivot > floor)) continue;
    const root = Math.sqrt(pivot);
    factor[column * size + column] = root;
    for (let row = column + 1; row < size; row++) {
      factor[row * size + column] = residual(matrix, factor, { row, column, size }) / root;
    }
  }
  return factor;
}

function residual(matrix: Float64Array, factor: Float64Array, at: { row: number; column: number; size: number }): number {
  const { row, column, size } = at;
  let left = matrix[row * size + column]!;
  for (let k = 0; k < column; k++) left -= factor[row * size + k]! * factor[column * size + k]!;
  return left;
}
