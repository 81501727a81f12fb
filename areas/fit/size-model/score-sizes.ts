import { choleskyFactor } from '#science/numerics/cholesky.ts';
import { crossVariance, projectBelief } from '#science/numerics/gaussian-belief.ts';
import { normalPoints } from '#science/numerics/normal-points.ts';
import type { GarmentTargets } from './garment-targets.ts';
import { kindOf } from './garment-kind.ts';
import type { Hypothesis } from './infer-wearer.ts';
import { discomfort } from './discomfort.ts';
import { gapBase, toleranceOf } from './own-zones.ts';

const points_count = 512;
const dimensions_max = 8;
/** The same points for every question: two advices differ by their evidence, never by luck. */
const points = normalPoints(points_count, dimensions_max);

/** Beside a range that was set by hand, a place that is only derived from another steers less. */
const derived_weight = 0.4;

/** Share of cases in which the answer lies outside everything modelled; no size is ever called impossible. */
const unforeseen = 0.01;

/** For one size: the probability that it is the best of all, and that its main girth feels right whatever the others do. */
export type SizeScore = { best: number; right: number };

/** Scores each size under all hypotheses. `best` adds up to one; empty for no sizes. */
export function scoreSizes(hypotheses: readonly Hypothesis[], size_count: number): SizeScore[] {
  const scores = Array.from({ length: size_count }, () => ({ best: 0, right: 0 }));
  for (const hypothesis of hypotheses) addVotes(scores, hypothesis);
  return scores.map(({ best, right }) => ({ best: (1 - unforeseen) * best + unforeseen / size_count, right }));
}

function addVotes(scores: SizeScore[], { weight, belief, asked, unknowns }: Hypothesis): void {
  const price = discomfortOf(asked);
  const feelsRight = rightAtMain(asked);
  const offsets = jointOffsets({ belief, asked, unknowns });
  const gaps = new Float64Array(asked.dimensions.length);
  for (let point = 0; point < points_count; point++) {
    drawOffsets(offsets, point, gaps);
    let best = 0;
    let least = Infinity;
    for (let size = 0; size < scores.length; size++) {
      const cost = price(size, gaps);
      if (feelsRight(size, gaps)) scores[size]!.right += weight / points_count;
      if (cost < least) [best, least] = [size, cost];
    }
    if (scores.length > 0) scores[best]!.best += weight / points_count;
  }
}

/** Prices a size at given offsets: the weighted mean discomfort of its dimensions. */
function discomfortOf(targets: GarmentTargets): (size: number, offsets: Float64Array) => number {
  const { dimensions, garment } = targets;
  const kind = kindOf(garment.category);
  const has_own_zone = dimensions.some(({ own_zone }) => own_zone);
  const weights = dimensions.map(({ name, basis }) => {
    return kind.dimensions[name]!.weight * (has_own_zone && basis === 'imputed' ? derived_weight : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = dimensions.map((dimension, d) => ({
    base_cm: gapBase(dimension),
    tolerance_cm: toleranceOf(targets, dimension),
    share: weights[d]! / total,
  }));
  return (size, offsets) => {
    let cost = 0;
    for (let d = 0; d < parts.length; d++) {
      const { base_cm, tolerance_cm, share } = parts[d]!;
      cost += share * discomfort((base_cm[size]! + offsets[d]!) / tolerance_cm, garment.stretch);
    }
    return cost;
  };
}

function rightAtMain(targets: GarmentTargets): (size: number, offsets: Float64Array) => boolean {
  const { dimensions, garment } = targets;
  const main = dimensions.findIndex(({ name }) => name === kindOf(garment.category).main);
  const half = toleranceOf(targets, dimensions[main]!);
  const base_cm = gapBase(dimensions[main]!);
  return (size, offsets) => Math.abs(base_cm[size]! + offsets[main]!) <= half;
}

type Offsets = { mean: Float64Array; factor: Float64Array };

/** Joint distribution of (gap - target) over the dimensions: what body, taste and hidden offsets take away together. */
function jointOffsets({ belief, asked, unknowns }: Pick<Hypothesis, 'belief' | 'asked' | 'unknowns'>): Offsets {
  const count = asked.dimensions.length;
  const rows = asked.dimensions.map((dimension) => unknowns.gapRow(asked, dimension));
  const covariance = new Float64Array(count * count);
  const mean = new Float64Array(count);
  rows.forEach((row, i) => {
    const projected = projectBelief(belief, row);
    mean[i] = projected.mean;
    rows.forEach((other, j) => {
      covariance[i * count + j] = crossVariance(projected.gain, other);
    });
    covariance[i * count + i]! += asked.dimensions[i]!.noise_cm ** 2;
  });
  return { mean, factor: choleskyFactor(covariance, count) };
}

function drawOffsets({ mean, factor }: Offsets, point: number, into: Float64Array): void {
  const count = mean.length;
  for (let i = 0; i < count; i++) {
    let value = mean[i]!;
    for (let k = 0; k <= i; k++) value += factor[i * count + k]! * points[point * dimensions_max + k]!;
    into[i] = value;
  }
}
