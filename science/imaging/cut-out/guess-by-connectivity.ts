import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findSuperpixels, type Superpixels } from '#science/imaging/superpixels.ts';
import { choleskyFactor } from '#science/numerics/cholesky.ts';
import { solveFactored } from '#science/numerics/solve-factored.ts';

/** Patches a picture is parted into: the paper takes about 200 for its 400 px pictures. */
const patch_count = 200;
/** CIELAB units over which likeness falls off (the paper: 10, within its 5..15). */
const color_sigma = 10;
/** Spread of boundary connectivity (the paper: 1). */
const connectivity_sigma = 1;
/** Spread of place in picture diagonals (the paper: .25). */
const place_sigma = 0.25;
/** Smoothness every pair of neighbours gets, so that noise inside a texture is evened (the paper: .1). */
const smoothness_min = 0.1;

/**
 * Guesses by how much of a patch's colour region lies along the frame: a background does much, a thing little, even when it
 * touches it. [height x width], 0..1. O(patches^3). Deterministic.
 * Method: robust background detection and its least-squares saliency, Zhu et al., CVPR 2014, doi:10.1109/CVPR.2014.360,
 * equations 1-9; distances there are CIELAB's, here the planes'.
 */
export function guessByConnectivity(planes: ColorPlanes): Float32Array {
  const patches = findSuperpixels(planes, patch_count);
  const near = findNeighbours(patches, planes);
  const likeness = geodesicLikeness(patches, near);
  const background = backgroundWeights(patches, near, likeness);
  const contrast = backgroundContrast(patches, planes, background);
  const saliency = settle(patches, near.pairs, background, contrast);
  return Float32Array.from(patches.of, (patch) => saliency[patch]!);
}

interface Neighbours {
  /** Pairs of touching patches, smaller number first. */
  pairs: [number, number][];
  on_frame: boolean[];
}

function findNeighbours({ of, count }: Superpixels, { width, height }: ColorPlanes): Neighbours {
  const seen = new Set<number>();
  const on_frame = Array.from({ length: count }, () => false);
  for (let i = 0; i < of.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (x === 0 || y === 0 || x + 1 === width || y + 1 === height) on_frame[of[i]!] = true;
    for (const j of [x + 1 < width ? i + 1 : i, y + 1 < height ? i + width : i])
      if (of[j] !== of[i]) seen.add(Math.min(of[i]!, of[j]!) * count + Math.max(of[i]!, of[j]!));
  }
  return { pairs: [...seen].map((key) => [Math.floor(key / count), key % count]), on_frame };
}

function colorDistance({ means }: Superpixels, p: number, q: number): number {
  return Math.hypot(means[p * 5]! - means[q * 5]!, means[p * 5 + 1]! - means[q * 5 + 1]!, means[p * 5 + 2]! - means[q * 5 + 2]!);
}

/** Eq. 3: exp(-d^2 / 2 sigma^2) with d the length of the shortest way of colour steps, patches on the frame all joined. [count x count]. */
function geodesicLikeness(patches: Superpixels, { pairs, on_frame }: Neighbours): Float64Array {
  const { count } = patches;
  const ways: { to: number; cost: number }[][] = Array.from({ length: count }, () => []);
  const join = (p: number, q: number): void => {
    const cost = colorDistance(patches, p, q);
    ways[p]!.push({ to: q, cost });
    ways[q]!.push({ to: p, cost });
  };
  for (const [p, q] of pairs) join(p, q);
  const frame = on_frame.flatMap((is_there, p) => (is_there ? [p] : []));
  for (let i = 0; i < frame.length; i++) for (let j = 0; j < i; j++) join(frame[i]!, frame[j]!);
  // Each step's smallest distances are taken for noise (the paper's code does so too): else long flat ways add up.
  const slack = meanSmallestStep(patches, pairs);
  const likeness = new Float64Array(count * count);
  for (let start = 0; start < count; start++) {
    const distance = shortestWays(ways, start, slack);
    for (let p = 0; p < count; p++) likeness[start * count + p] = Math.exp(-(distance[p]! ** 2) / (2 * color_sigma ** 2));
  }
  return likeness;
}

function meanSmallestStep(patches: Superpixels, pairs: [number, number][]): number {
  const smallest = new Float64Array(patches.count).fill(Infinity);
  for (const [p, q] of pairs) {
    const step = colorDistance(patches, p, q);
    smallest[p] = Math.min(smallest[p]!, step);
    smallest[q] = Math.min(smallest[q]!, step);
  }
  const finite = smallest.filter(Number.isFinite);
  return finite.length === 0 ? 0 : finite.reduce((sum, step) => sum + step, 0) / finite.length;
}

/** Dijkstra with a plain scan: a few hundred patches. */
function shortestWays(ways: { to: number; cost: number }[][], start: number, slack: number): Float64Array {
  const distance = new Float64Array(ways.length).fill(Infinity);
  const is_done = new Uint8Array(ways.length);
  distance[start] = 0;
  for (let round = 0; round < ways.length; round++) {
    let at = -1;
    for (let p = 0; p < ways.length; p++) if (is_done[p] === 0 && (at < 0 || distance[p]! < distance[at]!)) at = p;
    // Ways beyond 5 sigma give no likeness that counts.
    if (distance[at]! > 5 * color_sigma) break;
    is_done[at] = 1;
    for (const { to, cost } of ways[at]!) distance[to] = Math.min(distance[to]!, distance[at]! + Math.max(0, cost - slack));
  }
  return distance;
}

/** Eq. 4-6: boundary connectivity = length along the frame / sqrt(area), both of the soft region; weight 1 - exp(-connectivity^2 / 2 sigma^2). */
function backgroundWeights({ count }: Superpixels, { on_frame }: Neighbours, likeness: Float64Array): Float64Array {
  return Float64Array.from({ length: count }, (_, p) => {
    let [area, length] = [0, 0];
    for (let q = 0; q < count; q++) {
      area += likeness[p * count + q]!;
      if (on_frame[q]) length += likeness[p * count + q]!;
    }
    const connectivity = length / Math.sqrt(area);
    return 1 - Math.exp(-(connectivity ** 2) / (2 * connectivity_sigma ** 2));
  });
}

/** Eq. 7-8: contrast to other patches, near ones and likely background weighing most; scaled to 0..1. */
function backgroundContrast(patches: Superpixels, { width, height }: ColorPlanes, background: Float64Array): Float64Array {
  const { count, means } = patches;
  const diagonal = Math.hypot(width, height);
  const contrast = Float64Array.from({ length: count }, (_, p) => {
    let sum = 0;
    for (let q = 0; q < count; q++) {
      const far = Math.hypot(means[p * 5 + 3]! - means[q * 5 + 3]!, means[p * 5 + 4]! - means[q * 5 + 4]!) / diagonal;
      sum += colorDistance(patches, p, q) * Math.exp(-(far ** 2) / (2 * place_sigma ** 2)) * background[q]!;
    }
    return sum;
  });
  const most = Math.max(...contrast, 1e-9);
  return contrast.map((value) => value / most);
}

/** Eq. 9: min sum b s^2 + sum c (s - 1)^2 + sum w (s_p - s_q)^2, a linear system; scaled to 0..1. */
function settle(patches: Superpixels, pairs: [number, number][], background: Float64Array, contrast: Float64Array): Float64Array {
  const { count } = patches;
  const matrix = new Float64Array(count * count);
  for (let p = 0; p < count; p++) matrix[p * count + p] = background[p]! + contrast[p]! + 1e-6;
  for (const [p, q] of pairs) {
    const weight = Math.exp(-(colorDistance(patches, p, q) ** 2) / (2 * color_sigma ** 2)) + smoothness_min;
    matrix[p * count + p]! += weight;
    matrix[q * count + q]! += weight;
    matrix[p * count + q]! -= weight;
    matrix[q * count + p]! -= weight;
  }
  const solution = solveFactored(choleskyFactor(matrix, count), contrast);
  const most = Math.max(...solution, 1e-9);
  return solution.map((value) => Math.max(0, value / most));
}
