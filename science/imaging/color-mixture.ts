import type { ColorPlanes } from './color-planes.ts';

/** A mixture of `count` Gaussians over three colour channels. */
export interface ColorMixture {
  count: number;
  /** [count x 3]. */
  means: Float64Array;
  /** [count x 6]: the inverse covariance's 00, 01, 02, 11, 12, 22. */
  precisions: Float64Array;
  /** [count]: log of share x (2 pi)^-3/2 x |covariance|^-1/2. */
  log_scales: Float64Array;
}

/** Added to each variance, in units² of the planes: the noise of a phone's 8-bit JPEG, so that a flat colour is no needle. */
const variance_min = 2;

/** Groups lighter than this share of all weight are not split further: their covariance would be chance. */
const share_min = 0.02;

/**
 * Fits a mixture of at most `count` Gaussians to colours, each pixel weighing by `weights` [height x width], 0 or more.
 * Deterministic. O(pixels taken x count x rounds). Gives an empty mixture when there is no weight.
 *
 * Method: groups split in two across the mean of their principal axis, the group of the largest variance first (Orchard and
 * Bouman, IEEE Trans. Signal Processing 39 (1991), doi:10.1109/78.107417), then `rounds` of expectation maximisation.
 * To be quick it looks at about `sample` pixels, evenly spread.
 */
export function fitColorMixture(
  planes: ColorPlanes,
  weights: Float32Array,
  { count, rounds = 3, sample = 6000 }: { count: number; rounds?: number; sample?: number },
): ColorMixture {
  const taken = takeSample(planes, weights, sample);
  const total = taken.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return { count: 0, means: new Float64Array(), precisions: new Float64Array(), log_scales: new Float64Array() };
  const group = splitGroups(taken, total, count);
  let mixture = estimate(taken, (i, k) => (group.of[i] === k ? 1 : 0), group.count);
  for (let round = 0; round < rounds; round++) {
    const shares = responsibilities(taken, mixture);
    const { count: size } = mixture;
    mixture = estimate(taken, (i, k) => shares[i * size + k]!, size);
  }
  return mixture;
}

/** Gives the log density of each pixel's colour, in nats: [height x width]. -Infinity everywhere for an empty mixture. */
export function logDensity({ lightness, a, b }: ColorPlanes, mixture: ColorMixture): Float32Array {
  const out = new Float32Array(lightness.length);
  for (let i = 0; i < out.length; i++) out[i] = logDensityAt(mixture, lightness[i]!, a[i]!, b[i]!);
  return out;
}

function logDensityAt(mixture: ColorMixture, l: number, a: number, b: number): number {
  let [top, sum] = [-Infinity, 0];
  for (let k = 0; k < mixture.count; k++) {
    const value = logTerm(mixture, k, l, a, b);
    if (value > top) {
      sum = sum * Math.exp(top - value) + 1;
      top = value;
    } else if (value > top - 12) sum += Math.exp(value - top);
  }
  return top + Math.log(sum);
}

function logTerm({ means, precisions, log_scales }: ColorMixture, k: number, l: number, a: number, b: number): number {
  const dl = l - means[k * 3]!;
  const da = a - means[k * 3 + 1]!;
  const db = b - means[k * 3 + 2]!;
  const at = k * 6;
  const squares = precisions[at]! * dl * dl + precisions[at + 3]! * da * da + precisions[at + 5]! * db * db;
  const products = precisions[at + 1]! * dl * da + precisions[at + 2]! * dl * db + precisions[at + 4]! * da * db;
  return log_scales[k]! - 0.5 * squares - products;
}

/** Colours [count x 3] with their weights. */
interface Sample {
  colors: Float64Array;
  weights: Float64Array;
}

/** A step that shares no factor with the width would still make stripes; the golden ratio spreads evenly over rows as well. */
function takeSample({ width, height, lightness, a, b }: ColorPlanes, weights: Float32Array, most: number): Sample {
  let present = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) present++;
  const step = Math.max(1, Math.floor(Math.sqrt((present || 1) / most)));
  const picked: number[] = [];
  for (let y = 0; y < height; y += step)
    for (let x = Math.floor(((y / step) * 0.618) % 1 * step); x < width; x += step) if (weights[y * width + x]! > 0) picked.push(y * width + x);
  return {
    colors: Float64Array.from({ length: picked.length * 3 }, (_, j) => [lightness, a, b][j % 3]![picked[(j / 3) | 0]!]!),
    weights: Float64Array.from(picked, (i) => weights[i]!),
  };
}

function splitGroups(sample: Sample, total: number, most: number): { of: Uint8Array; count: number } {
  const of = new Uint8Array(sample.weights.length);
  const axes = [principalAxis(sample, of, 0)];
  while (axes.length < most) {
    const widest = axes.reduce((best, axis, k) => (axis.spread > axes[best]!.spread ? k : best), 0);
    const axis = axes[widest]!;
    if (axis.spread <= 0 || axis.weight < 2 * share_min * total) break;
    const added = axes.length;
    for (let i = 0; i < of.length; i++) if (of[i] === widest && along(sample, i, axis) > 0) of[i] = added;
    axes[widest] = principalAxis(sample, of, widest);
    axes.push(principalAxis(sample, of, added));
  }
  return { of, count: axes.length };
}

interface Axis {
  mean: number[];
  direction: number[];
  weight: number;
  /** Weight x variance along the direction. */
  spread: number;
}

function along({ colors }: Sample, i: number, { mean, direction }: Axis): number {
  return mean.reduce((sum, at, c) => sum + (colors[i * 3 + c]! - at) * direction[c]!, 0);
}

function principalAxis(sample: Sample, of: Uint8Array, group: number): Axis {
  const { weight, mean, covariance } = moments(sample, (i) => (of[i] === group ? 1 : 0));
  const [c00, c01, c02, c11, c12, c22] = covariance as [number, number, number, number, number, number];
  let direction = [1, 0.7, 0.4];
  let length = 0;
  // Power iteration; 16 rounds separate axes whose variances differ by a quarter, and any axis among near equals will do.
  for (let round = 0; round < 16; round++) {
    const [x, y, z] = direction as [number, number, number];
    const next = [c00 * x + c01 * y + c02 * z, c01 * x + c11 * y + c12 * z, c02 * x + c12 * y + c22 * z];
    length = Math.hypot(...next);
    if (!(length > 0)) break;
    direction = next.map((value) => value / length);
  }
  return { mean, direction, weight, spread: weight * length };
}

function moments({ colors, weights }: Sample, shareOf: (i: number) => number): { weight: number; mean: number[]; covariance: number[] } {
  let [weight, m0, m1, m2, s00, s01, s02, s11, s12, s22] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]! * shareOf(i);
    if (w === 0) continue;
    const [x, y, z] = [colors[i * 3]!, colors[i * 3 + 1]!, colors[i * 3 + 2]!];
    weight += w;
    m0 += w * x;
    m1 += w * y;
    m2 += w * z;
    s00 += w * x * x;
    s01 += w * x * y;
    s02 += w * x * z;
    s11 += w * y * y;
    s12 += w * y * z;
    s22 += w * z * z;
  }
  if (!(weight > 0)) return { weight: 0, mean: [0, 0, 0], covariance: [0, 0, 0, 0, 0, 0] };
  const mean = [m0 / weight, m1 / weight, m2 / weight];
  const [x, y, z] = mean as [number, number, number];
  const covariance = [s00 / weight - x * x, s01 / weight - x * y, s02 / weight - x * z, s11 / weight - y * y, s12 / weight - y * z, s22 / weight - z * z];
  return { weight, mean, covariance };
}

function estimate(sample: Sample, shareOf: (i: number, k: number) => number, count: number): ColorMixture {
  const parts = Array.from({ length: count }, (_, k) => moments(sample, (i) => shareOf(i, k))).filter(({ weight }) => weight > 0);
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const inverses = parts.map(({ covariance }) => invert(covariance));
  return {
    count: parts.length,
    means: Float64Array.from(parts.flatMap(({ mean }) => mean)),
    precisions: Float64Array.from(inverses.flatMap(({ inverse }) => inverse)),
    log_scales: Float64Array.from(parts, ({ weight }, k) => Math.log(weight / total) - 1.5 * Math.log(2 * Math.PI) - 0.5 * Math.log(inverses[k]!.determinant)),
  };
}

function invert(covariance: readonly number[]): { inverse: number[]; determinant: number } {
  const [p00, p01, p02, p11, p12, p22] = covariance as [number, number, number, number, number, number];
  const [c00, c11, c22] = [p00 + variance_min, p11 + variance_min, p22 + variance_min];
  const [i00, i01, i02] = [c11 * c22 - p12 * p12, p02 * p12 - p01 * c22, p01 * p12 - p02 * c11];
  const determinant = c00 * i00 + p01 * i01 + p02 * i02;
  const rest = [c00 * c22 - p02 * p02, p01 * p02 - c00 * p12, c00 * c11 - p01 * p01];
  return { inverse: [i00, i01, i02, ...rest].map((value) => value / determinant), determinant };
}

function responsibilities({ colors, weights }: Sample, mixture: ColorMixture): Float64Array {
  const { count } = mixture;
  const shares = new Float64Array(weights.length * count);
  for (let i = 0; i < weights.length; i++) {
    const [l, a, b] = [colors[i * 3]!, colors[i * 3 + 1]!, colors[i * 3 + 2]!];
    const total = logDensityAt(mixture, l, a, b);
    for (let k = 0; k < count; k++) shares[i * count + k] = Math.exp(logTerm(mixture, k, l, a, b) - total);
  }
  return shares;
}
