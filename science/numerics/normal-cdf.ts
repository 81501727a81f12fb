const sqrt_two_pi = Math.sqrt(2 * Math.PI);
/** Beyond this many standard deviations the density underflows a double. */
const far = 38;

/** Gives the standard normal density. Formula: exp(-x^2 / 2) / sqrt(2 pi). Deterministic, O(1). */
export function normalPdf(x: number): number {
  return Math.exp(-0.5 * x * x) / sqrt_two_pi;
}

/**
 * Gives the standard normal cumulative probability P(X <= x), in [0, 1].
 *
 * Method: Hart's rational approximation, with a continued fraction beyond 7.07 (absolute error < 1e-14).
 * Edge cases: -Infinity gives 0, Infinity gives 1, NaN gives NaN. Deterministic, O(1).
 * Source: G. West, Better approximations to cumulative normal functions, Wilmott 2005 (algorithm of J. F. Hart 1968).
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size > far) return x > 0 ? 1 : 0;
  const density = Math.exp(-0.5 * size * size);
  const tail = size < 7.071_067_811_865_47 ? density * rational(size) : density / continuedFraction(size) / 2.506_628_274_631;
  return x > 0 ? 1 - tail : tail;
}

function rational(x: number): number {
  let top = 0.035_262_496_599_891_1 * x + 0.700_383_064_443_688;
  top = top * x + 6.373_962_203_531_65;
  top = top * x + 33.912_866_078_383;
  top = top * x + 112.079_291_497_871;
  top = top * x + 221.213_596_169_931;
  top = top * x + 220.206_867_912_376;
  let bottom = 0.088_388_347_648_318_4 * x + 1.755_667_163_182_64;
  bottom = bottom * x + 16.064_177_579_207;
  bottom = bottom * x + 86.780_732_202_946_1;
  bottom = bottom * x + 296.564_248_779_674;
  bottom = bottom * x + 637.333_633_378_831;
  bottom = bottom * x + 793.826_512_519_948;
  bottom = bottom * x + 440.413_735_824_752;
  return top / bottom;
}

function continuedFraction(x: number): number {
  return x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
}
