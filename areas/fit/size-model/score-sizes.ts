import { choleskyFactor } from '#science/numerics/cholesky.ts';
import { crossVariance, projectBelief } from '#science/numerics/gaussian-belief.ts';
import { normalCdf } from '#science/numerics/normal-cdf.ts';
import { normalPoints } from '#science/numerics/normal-points.ts';
import { discomfort } from './discomfort.ts';
import { kindOf } from './garment-kind.ts';
import type { GarmentTargets } from './garment-targets.ts';
import type { Hypothesis } from './infer-wearer.ts';
import { gapBase, toleranceOf } from './own-zones.ts';

/**
 * A wearer who is larger at all places at once moves along one line, and sizes differ along that line; across it they hardly
 * do. So the line is cut finely and the rest sampled: where two sizes meet on it is found between the cuts, and a chance
 * moves smoothly with the evidence. Points scattered all ways instead let two nearly equal sizes change places by luck.
 */
const lines_count = 16;
const cells_count = 32;
const dimensions_max = 8;
/** The same lines for every question: two advices differ by their evidence, never by luck. */
const lines = normalPoints(lines_count, dimensions_max);
/** Beyond so many standard deviations nobody is: 1 in 16,000 on each side is counted to the outermost cell. */
const line_end = 3.85;
const cuts = Float64Array.from({ length: cells_count + 1 }, (_, at) => line_end * ((2 * at) / cells_count - 1));
/** How likely the line lies before each cut. */
const below = cuts.map((cut, at) => (at === 0 ? 0 : at === cells_count ? 1 : normalCdf(cut)));

/** Beside a range that was set by hand, a place that is only derived from another steers less. */
const derived_weight = 0.4;

/** Share of cases in which the answer lies outside everything modelled; no size is ever called impossible. */
const unforeseen = 0.01;

/** For one size: the probability that it is the best of all, and that its main girth feels right whatever the others do. */
export type SizeScore = { best: number; right: number };

/** Scores each size under all hypotheses. `best` adds up to one; empty for no sizes. Fewer lines (at most 16) cost less and are rougher. */
export function scoreSizes(hypotheses: readonly Hypothesis[], size_count: number, line_count = lines_count): SizeScore[] {
  const scores = Array.from({ length: size_count }, () => ({ best: 0, right: 0 }));
  for (const hypothesis of hypotheses) addVotes(scores, hypothesis, line_count);
  return scores.map(({ best, right }) => ({ best: (1 - unforeseen) * best + unforeseen / size_count, right }));
}

function addVotes(scores: SizeScore[], hypothesis: Hypothesis, line_count: number): void {
  if (scores.length === 0) return;
  const { asked, weight } = hypothesis;
  const places = placesOf(asked);
  const offsets = jointOffsets(hypothesis);
  addRight(scores, { hypothesis, offsets });
  const { along, across } = alongSizes(offsets, places);
  const vote = weight / line_count;
  const [at_cut, at_next] = [new Float64Array(scores.length), new Float64Array(scores.length)];
  const gaps = new Float64Array(places.length);
  for (let line = 0; line < line_count; line++) {
    const start = drawAcross(offsets.mean, across, line);
    const priceAt = (cut: number, into: Float64Array) => {
      for (let d = 0; d < gaps.length; d++) gaps[d] = start[d]! + along[d]! * cuts[cut]!;
      return priceAll(into, { places, gaps, stretch: asked.garment.stretch });
    };
    let [costs, next] = [at_cut, at_next];
    let best = priceAt(0, costs);
    for (let cell = 0; cell < cells_count; cell++) {
      const best_next = priceAt(cell + 1, next);
      const meet = best === best_next ? below[cell + 1]! : likelyBefore(cell, untilTheyMeet(costs, next, [best, best_next]));
      scores[best]!.best += (meet - below[cell]!) * vote;
      scores[best_next]!.best += (below[cell + 1]! - meet) * vote;
      [costs, next, best] = [next, costs, best_next];
    }
  }
}

/** Which part of a cell comes before two sizes cost the same, one being best at its begin and the other at its end. */
function untilTheyMeet(costs: Float64Array, next: Float64Array, [one, other]: [number, number]): number {
  const [before, after] = [costs[other]! - costs[one]!, next[one]! - next[other]!];
  return before + after > 0 ? before / (before + after) : 0.5;
}

/** How likely the line lies before a point within a cell. */
function likelyBefore(cell: number, part: number): number {
  const [from, to] = [cuts[cell]!, cuts[cell + 1]!];
  return normalCdf(from + part * (to - from));
}

type Place = { base_cm: number[]; tolerance_cm: number; share: number };

/** What each dimension adds to the price of a size; the shares add up to one. */
function placesOf(targets: GarmentTargets): Place[] {
  const { dimensions, garment } = targets;
  const kind = kindOf(garment.category);
  const has_own_zone = dimensions.some(({ own_zone }) => own_zone);
  const weights = dimensions.map(({ name, basis }) => {
    return kind.dimensions[name]!.weight * (has_own_zone && basis === 'imputed' ? derived_weight : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return dimensions.map((dimension, d) => ({
    base_cm: gapBase(dimension),
    tolerance_cm: toleranceOf(targets, dimension),
    share: weights[d]! / total,
  }));
}

type Priced = { places: readonly Place[]; gaps: Float64Array; stretch: GarmentTargets['garment']['stretch'] };

/** Prices all sizes at given offsets: the weighted mean discomfort of their dimensions. Returns the cheapest. */
function priceAll(into: Float64Array, { places, gaps, stretch }: Priced): number {
  let best = 0;
  for (let size = 0; size < into.length; size++) {
    let cost = 0;
    for (let d = 0; d < places.length; d++) {
      const { base_cm, tolerance_cm, share } = places[d]!;
      cost += share * discomfort((base_cm[size]! + gaps[d]!) / tolerance_cm, stretch);
    }
    into[size] = cost;
    if (cost < into[best]!) best = size;
  }
  return best;
}

type Offsets = { mean: Float64Array; covariance: Float64Array };

/** Joint distribution of (gap - target) over the dimensions: what body, taste and hidden offsets take away together. */
function jointOffsets({ belief, asked, unknowns }: Hypothesis): Offsets {
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
  return { mean, covariance };
}

function addRight(scores: SizeScore[], { hypothesis, offsets }: { hypothesis: Hypothesis; offsets: Offsets }): void {
  const { asked, weight } = hypothesis;
  const main = asked.dimensions.findIndex(({ name }) => name === kindOf(asked.garment.category).main);
  const half = toleranceOf(asked, asked.dimensions[main]!);
  const spread = Math.sqrt(offsets.covariance[main * (offsets.mean.length + 1)]!);
  gapBase(asked.dimensions[main]!).forEach((base, size) => {
    const gap = base + offsets.mean[main]!;
    scores[size]!.right += weight * (normalCdf((half - gap) / spread) - normalCdf((-half - gap) / spread));
  });
}

/**
 * Splits the offsets into one direction, in which the price of a small size and that of a large one move apart most, and what
 * is left: covariance = along along^T + across across^T, `across` lower-triangular.
 */
function alongSizes({ covariance, mean }: Offsets, places: readonly Place[]): { along: Float64Array; across: Float64Array } {
  const count = mean.length;
  const pull = places.map(
    ({ base_cm, tolerance_cm, share }) => (share * (Math.max(...base_cm) - Math.min(...base_cm) || 1)) / tolerance_cm ** 2,
  );
  const along = new Float64Array(count);
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) along[i]! += covariance[i * count + j]! * pull[j]!;
  const spread = Math.sqrt(pull.reduce((sum, each, i) => sum + each * along[i]!, 0));
  const left = covariance.slice();
  for (let i = 0; i < count; i++) along[i]! /= spread;
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) left[i * count + j]! -= along[i]! * along[j]!;
  return { along, across: choleskyFactor(left, count, 1e-9) };
}

function drawAcross(mean: Float64Array, across: Float64Array, line: number): Float64Array {
  const count = mean.length;
  return mean.map((centre, i) => {
    let value = centre;
    for (let k = 0; k <= i; k++) value += across[i * count + k]! * lines[line * dimensions_max + k]!;
    return value;
  });
}
