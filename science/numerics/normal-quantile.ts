import { normalCdf, normalPdf } from './normal-cdf.ts';

/** Below this probability (and above its mirror) the tail formula is used. */
const tail_start = 0.024_25;

/**
 * Gives x such that the standard normal P(X <= x) = p.
 *
 * Method: Acklam's rational approximation, then one Halley step against `normalCdf`; relative error near 1e-14
 * for p in [1e-12, 1 - 1e-12]. Edge cases: 0 gives -Infinity, 1 gives Infinity, outside [0, 1] gives NaN.
 * Deterministic, O(1). Source: P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function, 2003.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const first = p < tail_start ? lowerTail(p) : p > 1 - tail_start ? -lowerTail(1 - p) : centre(p - 0.5);
  const miss = (normalCdf(first) - p) / normalPdf(first);
  return first - miss / (1 + (first * miss) / 2);
}

function lowerTail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  const top =
    ((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
    2.938163982698783;
  return top / ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
}

function centre(q: number): number {
  const r = q * q;
  const top =
    ((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r - 3.066479806614716e1) *
      r +
    2.506628277459239;
  const bottom =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r - 1.328068155288572e1) *
      r +
    1;
  return (top * q) / bottom;
}
