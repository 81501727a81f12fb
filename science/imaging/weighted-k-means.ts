import { seededRandom } from '#science/numerics/seeded-random.ts';

/** `points`: [count x dimensions], row-major. `weights`: [count], not negative, not all zero. */
export interface WeightedPoints {
  points: Float32Array;
  weights: Float32Array;
  dimensions: number;
}
/** `centres`: [clusters x dimensions]; `totals`: the weight of each. */
export interface Clusters {
  centres: Float64Array;
  totals: Float64Array;
}

/** Colours settle long before; a bound for odd inputs. */
const rounds_max = 30;

/**
 * Finds centres so that the weighted squared distance of points to their nearest centre is small: Lloyd's rounds from a
 * k-means++ start. Fewer distinct points than clusters leave clusters of weight zero. Deterministic for a seed.
 * O(rounds x count x clusters). Source: Arthur and Vassilvitskii, "k-means++" (SODA 2007), section 2.2.
 */
export function weightedKMeans(input: WeightedPoints, clusters: number, seed: number): Clusters {
  const { dimensions } = input;
  let found: Clusters = { centres: scatter(input, clusters, seed), totals: new Float64Array(clusters) };
  for (let round = 0; round < rounds_max; round++) {
    const next = average(input, found.centres);
    const moved = next.centres.reduce((sum, value, i) => sum + (value - found.centres[i]!) ** 2, 0);
    found = next;
    if (moved < 1e-9 * clusters * dimensions) break;
  }
  return found;
}

/** Draws the first centre by weight, and each further one by weight times squared distance to the nearest so far. */
function scatter({ points, weights, dimensions }: WeightedPoints, clusters: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  const centres = new Float64Array(clusters * dimensions);
  const nearest = new Float64Array(weights.length).fill(1);
  for (let k = 0; k < clusters; k++) {
    const chosen = draw(nearest, weights, random());
    for (let d = 0; d < dimensions; d++) centres[k * dimensions + d] = points[chosen * dimensions + d]!;
    for (let i = 0; i < weights.length; i++) {
      const distance = squaredDistance(points, i, centres, k, dimensions);
      nearest[i] = k === 0 ? distance : Math.min(nearest[i]!, distance);
    }
  }
  return centres;
}

function draw(nearest: Float64Array, weights: Float32Array, at: number): number {
  const total = weights.reduce((sum, weight, i) => sum + weight * nearest[i]!, 0);
  let left = total * at;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]! * nearest[i]!;
    if (left < 0) return i;
  }
  return weights.findIndex((weight) => weight > 0);
}

/** One of Lloyd's rounds. A centre without points stays where it was. */
function average({ points, weights, dimensions }: WeightedPoints, centres: Float64Array): Clusters {
  const clusters = centres.length / dimensions;
  const [sums, totals] = [new Float64Array(centres.length), new Float64Array(clusters)];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const k = nearestCentre(points, i, centres, dimensions);
    totals[k]! += weight;
    for (let d = 0; d < dimensions; d++) sums[k * dimensions + d]! += weight * points[i * dimensions + d]!;
  }
  const next = sums.map((sum, at) => {
    const total = totals[Math.floor(at / dimensions)]!;
    return total > 0 ? sum / total : centres[at]!;
  });
  return { centres: next, totals };
}

function nearestCentre(points: Float32Array, i: number, centres: Float64Array, dimensions: number): number {
  let [best, least] = [0, Infinity];
  for (let k = 0; k * dimensions < centres.length; k++) {
    const distance = squaredDistance(points, i, centres, k, dimensions);
    if (distance < least) [best, least] = [k, distance];
  }
  return best;
}

// oxlint-disable-next-line max-params -- called a million times a picture: an object each time would cost more than the sum
function squaredDistance(points: Float32Array, i: number, centres: Float64Array, k: number, dimensions: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += (points[i * dimensions + d]! - centres[k * dimensions + d]!) ** 2;
  return sum;
}
