import { choleskyFactor } from './cholesky.ts';
import { solveFactored } from './solve-factored.ts';

/**
 * Gives the coefficients [features] that least miss `targets`, shrunk towards zero: (X'X + penalty I)^-1 X'y.
 * `rows`: each a Float64Array [features]. penalty > 0, in squared units of the features. O(rows x features^2). Deterministic.
 * Source: Hoerl and Kennard, Technometrics 12 (1970).
 */
export function ridgeRegression(rows: Iterable<{ features: Float64Array; target: number }>, size: number, penalty: number): Float64Array {
  const gram = new Float64Array(size * size);
  const moments = new Float64Array(size);
  for (const { features, target } of rows) {
    for (let i = 0; i < size; i++) {
      if (features[i] === 0) continue;
      moments[i]! += features[i]! * target;
      for (let j = 0; j <= i; j++) gram[i * size + j]! += features[i]! * features[j]!;
    }
  }
  for (let i = 0; i < size; i++) gram[i * size + i]! += penalty;
  return solveFactored(choleskyFactor(gram, size), moments);
}
