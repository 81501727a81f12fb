import type { TiltedMoments } from './expectation-propagation.ts';
import { normalCdf, normalPdf } from './normal-cdf.ts';

/** Keeps the logarithm finite when an observation is all but impossible. */
const least = 1e-300;

/**
 * Tells how a noisy reading of s tilts a Gaussian, when a share of readings are blunders.
 *
 * Formula: Z = (1 - blunder) N(reading; m, v + sd^2) + blunder N(reading; m, v + blunder_sd^2); slope and curvature are
 * the derivatives of log Z by m. Units: those of the reading. Deterministic, O(1).
 */
export function tiltByReading(
  reading: { value: number; sd: number; blunder: number; blunder_sd: number },
  mean: number,
  variance: number,
): TiltedMoments {
  let z = 0;
  let first = 0;
  let second = 0;
  for (const [share, sd] of [[1 - reading.blunder, reading.sd], [reading.blunder, reading.blunder_sd]] as const) {
    const spread = variance + sd * sd;
    const off = reading.value - mean;
    const density = (share * Math.exp((-0.5 * off * off) / spread)) / Math.sqrt(2 * Math.PI * spread);
    z += density;
    first += (density * off) / spread;
    second += density * ((off * off) / spread - 1) / spread;
  }
  return derivativesOfLog(z, first, second);
}

/**
 * Tells how a reading of s tilts a Gaussian when slips are common: error = normal(sd) + double exponential(slip).
 *
 * The likelihood is log-concave, so a larger reading always means a larger s, and its pull is never more than 1 / slip:
 * no slip, however wild, can outvote much else. Formula, with d = value - m, V = v + sd^2, b = slip:
 * Z = (p + q) / (2 b), p = exp(V / 2b^2 - d / b) cdf((d - V / b) / sqrt V), q the same with -d; slope (p - q) / (b (p + q));
 * second derivative of Z: (Z - N(d; 0, V)) / b^2. Units: those of the reading; sd and slip > 0. Deterministic, O(1).
 */
export function tiltBySlip(reading: { value: number; sd: number; slip: number }, mean: number, variance: number): TiltedMoments {
  const spread = variance + reading.sd ** 2;
  const off = reading.value - mean;
  const log_p = logSide(off, spread, reading.slip);
  const log_q = logSide(-off, spread, reading.slip);
  const top = Math.max(log_p, log_q);
  const log_sum = top + Math.log(Math.exp(log_p - top) + Math.exp(log_q - top));
  const log_z = log_sum - Math.log(2 * reading.slip);
  const slope = (Math.exp(log_p - log_sum) - Math.exp(log_q - log_sum)) / reading.slip;
  const log_normal = -0.5 * ((off * off) / spread + Math.log(2 * Math.PI * spread));
  const second = (1 - Math.exp(log_normal - log_z)) / reading.slip ** 2;
  return { log_z, slope, curvature: Math.min(0, second - slope * slope) };
}

function logSide(off: number, spread: number, slip: number): number {
  const at = (off - spread / slip) / Math.sqrt(spread);
  const exponent = spread / (2 * slip * slip) - off / slip;
  // Far below, log cdf(x) = -x^2 / 2 - log(-x sqrt(2 pi)) to relative 1 / x^2, and the exponents nearly cancel.
  if (at < -12) return (-0.5 * off * off) / spread - Math.log(-at * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / (at * at) + 3 / at ** 4);
  return exponent + Math.log(normalCdf(at));
}

/**
 * Tells how "s plus noise lies in [low, high)" tilts a Gaussian (or lies outside it), when a share of answers is nonsense.
 *
 * Formula: P = cdf((high - m) / r) - cdf((low - m) / r) with r = sqrt(v + sd^2); Z = (1 - nonsense) P + nonsense_floor,
 * with P replaced by 1 - P when `is_outside`. `nonsense_floor` is the chance that nonsense gives just this answer.
 * Infinite bounds are allowed. Deterministic, O(1).
 */
export function tiltByInterval(
  answer: { low: number; high: number; sd: number; nonsense: number; nonsense_floor: number; is_outside?: boolean },
  mean: number,
  variance: number,
): TiltedMoments {
  const spread = Math.sqrt(variance + answer.sd * answer.sd);
  const low = (answer.low - mean) / spread;
  const high = (answer.high - mean) / spread;
  const inside = low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
  const sign = (answer.is_outside ? -1 : 1) * (1 - answer.nonsense);
  const z = (1 - answer.nonsense) * (answer.is_outside ? 1 - inside : inside) + answer.nonsense_floor;
  const first = (sign * (normalPdf(low) - normalPdf(high))) / spread;
  const second = (sign * (edge(low) - edge(high))) / (spread * spread);
  return derivativesOfLog(z, first, second);
}

function edge(at: number): number {
  return Number.isFinite(at) ? at * normalPdf(at) : 0;
}

function derivativesOfLog(z: number, first: number, second: number): TiltedMoments {
  const safe = Math.max(z, least);
  const slope = first / safe;
  return { log_z: Math.log(safe), slope, curvature: second / safe - slope * slope };
}
