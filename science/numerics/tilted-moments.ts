import type { TiltedMoments } from './expectation-propagation.ts';
import { normalCdf } from './normal-cdf.ts';

/**
 * An error that is mostly small and sometimes wild: normal(sd) plus double exponential(slip), in the unit of what is read.
 * Its density is log-concave, so beliefs stay single-peaked and a larger reading always means a larger truth; and no
 * observation pulls harder than 1 / slip, so none outvotes much else. sd >= 0, slip > 0.
 */
export type SlipError = { sd: number; slip: number };

/**
 * Tells how a reading of s tilts s ~ N(mean, variance), the reading being s plus a `SlipError`.
 *
 * Formula, with d = value - mean, V = variance + sd^2, b = slip: p = exp(V / 2b^2 - d / b) cdf((d - V / b) / sqrt V), q the
 * same with -d; Z = (p + q) / 2b; slope = (p - q) / (b (p + q)); Z'' = (Z - N(d; 0, V)) / b^2. Needs V > 0.
 * Deterministic, O(1). Source: the normal-Laplace law, Reed and Jorgensen, Comm. Statistics 33 (2004), equation 7.
 */
export function tiltByReading(reading: SlipError & { value: number }, mean: number, variance: number): TiltedMoments {
  const spread = variance + reading.sd ** 2;
  const { log_p, log_q } = logSides(reading.value - mean, spread, reading.slip);
  const log_sum = logAdd(log_p, log_q);
  const log_z = log_sum - Math.log(2 * reading.slip);
  const slope = (Math.exp(log_p - log_sum) - Math.exp(log_q - log_sum)) / reading.slip;
  const log_normal = -0.5 * ((reading.value - mean) ** 2 / spread + Math.log(2 * Math.PI * spread));
  const second = (1 - Math.exp(log_normal - log_z)) / reading.slip ** 2;
  return { log_z, slope, curvature: Math.min(0, second - slope * slope) };
}

/**
 * Tells how "s plus a `SlipError` lies in [low, high)" tilts s ~ N(mean, variance). Bounds may be infinite, low < high.
 *
 * Formula: Z = F(high - mean) - F(low - mean), F(x) = cdf(x / sqrt V) - (p(x) - q(x)) / 2 with p, q as for a reading;
 * its density is f = (p + q) / 2b, and f' = (q - p) / 2b^2. Both bounds are mirrored when they lie above the mean, so
 * that far tails keep their digits. Deterministic, O(1).
 */
export function tiltByInterval(answer: SlipError & { low: number; high: number }, mean: number, variance: number): TiltedMoments {
  const spread = variance + answer.sd ** 2;
  const is_above = answer.low > mean;
  const [low, high] = is_above ? [mean - answer.high, mean - answer.low] : [answer.low - mean, answer.high - mean];
  const [from, to] = [edgeAt(low, spread, answer.slip), edgeAt(high, spread, answer.slip)];
  const z = Math.max(to.below - from.below, Number.MIN_VALUE);
  const slope = ((is_above ? -1 : 1) * (from.density - to.density)) / z;
  return {
    log_z: Math.log(z),
    slope: clamp(slope, 1 / answer.slip),
    curvature: Math.min(0, (to.change - from.change) / z - slope * slope),
  };
}

/**
 * Turns what an observation says when it is sound into what it says when, by a `share` of cases, it came about by `chance`
 * (that probability whatever s is).
 *
 * Formula: Z' = (1 - share) Z + share chance; with r = (1 - share) Z / Z', the probability that it is sound: slope' = r slope,
 * curvature' = r (curvature + slope^2) - slope'^2. Not log-concave: a far observation lets go, and near that point
 * curvature' is above zero, which `propagateExpectations` counts as zero. 0 < share < 1, chance > 0. Deterministic, O(1).
 */
export function tiltUnlessChance(sound: TiltedMoments, { share, chance }: { share: number; chance: number }): TiltedMoments {
  const z_sound = (1 - share) * Math.exp(sound.log_z);
  const z = z_sound + share * chance;
  const p_sound = z_sound / z;
  const slope = p_sound * sound.slope;
  return { log_z: Math.log(z), slope, curvature: p_sound * (sound.curvature + sound.slope ** 2) - slope ** 2 };
}

type Edge = { below: number; density: number; change: number };

function edgeAt(x: number, spread: number, slip: number): Edge {
  if (!Number.isFinite(x)) return { below: x > 0 ? 1 : 0, density: 0, change: 0 };
  const sides = logSides(x, spread, slip);
  const [p, q] = [Math.exp(sides.log_p), Math.exp(sides.log_q)];
  return { below: normalCdf(x / Math.sqrt(spread)) - (p - q) / 2, density: (p + q) / (2 * slip), change: (q - p) / (2 * slip * slip) };
}

function logSides(off: number, spread: number, slip: number): { log_p: number; log_q: number } {
  return { log_p: logSide(off, spread, slip), log_q: logSide(-off, spread, slip) };
}

function logSide(off: number, spread: number, slip: number): number {
  const at = (off - spread / slip) / Math.sqrt(spread);
  if (at > -12) return spread / (2 * slip * slip) - off / slip + Math.log(normalCdf(at));
  // Far below, cdf(x) is close to exp(-x^2 / 2) / (-x sqrt(2 pi)), and the exponents nearly cancel: done by hand.
  return (-0.5 * off * off) / spread - Math.log(-at * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / (at * at) + 3 / at ** 4);
}

function logAdd(one: number, other: number): number {
  const top = Math.max(one, other);
  return top + Math.log(Math.exp(one - top) + Math.exp(other - top));
}

function clamp(value: number, size: number): number {
  return Math.max(-size, Math.min(size, value));
}
