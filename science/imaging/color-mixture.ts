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

/** Terms this many nats below the largest are left out: a part in a hundred thousand. */
const negligible = 12;

/**
 * Fits a mixture of at most `count` Gaussians to colours, each pixel weighing by `weights` [height x width], 0 or more.
 * Deterministic. O(pixels taken x count x rounds). Gives an empty mixture when there is no weight.
 *
 * Method: groups split in two across the mean of their principal axis, the group of the largest variance first (Orchard and
 * Bouman, IEEE Trans. Signal Processing 39 (1991), doi:10.1109/78.107417), then `rounds` of expectation maximisation.
 * With a mixture to `start` from, it is only bettered. To be quick it looks at about `sample` pixels, evenly spread.
 */
export function fitColorMixture(
  planes: ColorPlanes,
  weights: Float32Array,
  { count, rounds = 3, sample = 3000, start }: { count: number; rounds?: number; sample?: number; start?: ColorMixture },
): ColorMixture {
  const taken = takeSample(planes, weights, sample);
  const total = taken.weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return toMixture([]);
  let mixture = start?.count ? start : toMixture(splitGroups(taken, total, count));
  for (let round = 0; round < rounds; round++) mixture = improve(taken, mixture);
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
    } else if (value > top - negligible) sum += Math.exp(value - top);
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

/** Rows begin at different places (golden ratio), so that a pattern as wide as the step is not met always at one phase. */
function takeSample({ width, height, lightness, a, b }: ColorPlanes, weights: Float32Array, most: number): Sample {
  let present = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) present++;
  const step = Math.max(1, Math.floor(Math.sqrt((present || 1) / most)));
  const sample: Sample = { colors: new Float64Array(present * 3), weights: new Float64Array(present) };
  let at = 0;
  for (let y = 0; y < height; y += step)
    for (let x = Math.floor((((y / step) * 0.618) % 1) * step), i = y * width + x; x < width; x += step, i += step) {
      if (!(weights[i]! > 0)) continue;
      sample.weights[at] = weights[i]!;
      sample.colors[at * 3] = lightness[i]!;
      sample.colors[at * 3 + 1] = a[i]!;
      sample.colors[at * 3 + 2] = b[i]!;
      at++;
    }
  return { colors: sample.colors.subarray(0, at * 3), weights: sample.weights.subarray(0, at) };
}

/** Sums of weight, colour and products of colours: enough for a mean and a covariance. [10]. */
type Sums = Float64Array;

function addTo(sums: Float64Array, at: number, { colors, weights }: Sample, i: number, share: number): void {
  const w = weights[i]! * share;
  const x = colors[i * 3]!;
  const y = colors[i * 3 + 1]!;
  const z = colors[i * 3 + 2]!;
  sums[at]! += w;
  sums[at + 1]! += w * x;
  sums[at + 2]! += w * y;
  sums[at + 3]! += w * z;
  sums[at + 4]! += w * x * x;
  sums[at + 5]! += w * x * y;
  sums[at + 6]! += w * x * z;
  sums[at + 7]! += w * y * y;
  sums[at + 8]! += w * y * z;
  sums[at + 9]! += w * z * z;
}

function splitGroups(sample: Sample, total: number, most: number): Sums[] {
  const groups = [
    groupOf(
      sample,
      Int32Array.from(sample.weights, (_, i) => i),
    ),
  ];
  while (groups.length < most) {
    const widest = groups.reduce((best, group, k) => (group.spread > groups[best]!.spread ? k : best), 0);
    const group = groups[widest]!;
    if (group.spread <= 0 || group.sums[0]! < 2 * share_min * total) break;
    const [near, beyond] = partAcross(sample, group);
    if (near.length === 0 || beyond.length === 0) break;
    groups[widest] = groupOf(sample, near);
    groups.push(groupOf(sample, beyond));
  }
  return groups.map(({ sums }) => sums);
}

function partAcross({ colors }: Sample, { members, mean, direction }: Group): [Int32Array, Int32Array] {
  const [m0, m1, m2] = mean as [number, number, number];
  const [d0, d1, d2] = direction as [number, number, number];
  const is_beyond = (i: number): boolean =>
    (colors[i * 3]! - m0) * d0 + (colors[i * 3 + 1]! - m1) * d1 + (colors[i * 3 + 2]! - m2) * d2 > 0;
  return [members.filter((i) => !is_beyond(i)), members.filter(is_beyond)];
}

interface Group {
  members: Int32Array;
  sums: Sums;
  mean: number[];
  /** The principal axis, and weight x variance along it. */
  direction: number[];
  spread: number;
}

function groupOf(sample: Sample, members: Int32Array): Group {
  const sums = new Float64Array(10);
  for (const i of members) addTo(sums, 0, sample, i, 1);
  const { mean, covariance } = momentsOf(sums);
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
  return { members, sums, mean, direction, spread: sums[0]! * length };
}

function momentsOf(sums: Sums): { mean: number[]; covariance: number[] } {
  const weight = Math.max(sums[0]!, 1e-12);
  const [x, y, z] = [sums[1]! / weight, sums[2]! / weight, sums[3]! / weight];
  const products = [x * x, x * y, x * z, y * y, y * z, z * z];
  return { mean: [x, y, z], covariance: products.map((product, j) => sums[4 + j]! / weight - product) };
}

function toMixture(groups: Sums[]): ColorMixture {
  const present = groups.filter((sums) => sums[0]! > 0);
  const total = present.reduce((sum, sums) => sum + sums[0]!, 0);
  const moments = present.map(momentsOf);
  const inverses = moments.map(({ covariance }) => invert(covariance));
  return {
    count: present.length,
    means: Float64Array.from(moments.flatMap(({ mean }) => mean)),
    precisions: Float64Array.from(inverses.flatMap(({ inverse }) => inverse)),
    log_scales: Float64Array.from(
      present,
      (sums, k) => Math.log(sums[0]! / total) - 1.5 * Math.log(2 * Math.PI) - 0.5 * Math.log(inverses[k]!.determinant),
    ),
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

/** One round of expectation maximisation. */
function improve(sample: Sample, mixture: ColorMixture): ColorMixture {
  const { count } = mixture;
  const sums = new Float64Array(count * 10);
  const terms = new Float64Array(count);
  for (let i = 0; i < sample.weights.length; i++) {
    const [l, a, b] = [sample.colors[i * 3]!, sample.colors[i * 3 + 1]!, sample.colors[i * 3 + 2]!];
    let top = -Infinity;
    for (let k = 0; k < count; k++) {
      terms[k] = logTerm(mixture, k, l, a, b);
      if (terms[k]! > top) top = terms[k]!;
    }
    let total = 0;
    for (let k = 0; k < count; k++) total += terms[k] = terms[k]! < top - negligible ? 0 : Math.exp(terms[k]! - top);
    for (let k = 0; k < count; k++) if (terms[k]! > 0) addTo(sums, k * 10, sample, i, terms[k]! / total);
  }
  return toMixture(Array.from({ length: count }, (_, k) => sums.subarray(k * 10, k * 10 + 10)));
}
