import { channelsOf, type Picture } from './picture.ts';
import { toOklab, type Oklab } from './oklab.ts';
import { weightedKMeans } from './weighted-k-means.ts';

/** A colour of the cloth and how much of it is that colour, 0..1. */
export interface ColorShare {
  color: Oklab;
  share: number;
}

export interface ColorOptions {
  /** At most so many are given. */
  count: number;
  /** Of the cloth; what is less is a button or a gleam. */
  share_min: number;
  seed: number;
}

/** Enough for a print of four colours with light and shade of its ground. */
const clusters = 7;
/** About so many pixels are looked at: the shares are right to a hundredth from 3,000 on. */
const sample = 4000;
/** Light and shade change lightness much and colour little: lightness counts this much when clusters are joined… */
const lightness_weight = 0.4;
/** OKLab lightness: in the dark a camera's colour is noise. */
const dim = 0.1;
/** …that are nearer than this (OKLab); about what separates navy from black. */
const join_distance = 0.078;

/**
 * Finds the colours that most of a cloth is of, the largest first: weighted k-means in OKLab, then clusters that differ
 * like light and shade of one colour joined. Of two joined shades the lighter counts double: shade hides a dye, light shows it.
 * `alpha`: [height x width] 0..255, what is cloth. Empty when nothing is. Deterministic for a seed.
 */
export function dominantColors(picture: Picture, alpha: Uint8Array, { count, share_min, seed }: ColorOptions): ColorShare[] {
  const sampled = samplePixels(picture, alpha);
  if (sampled.weights.length === 0) return [];
  const { centres, totals } = weightedKMeans({ ...sampled, dimensions: 3 }, clusters, seed);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const found = [...totals]
    .map((total, k) => ({ color: [...centres.subarray(k * 3, k * 3 + 3)] as unknown as Oklab, share: total / all }))
    .filter(({ share }) => share > 0);
  const joined = joinShades(found).toSorted((one, other) => other.share - one.share);
  const kept = joined.filter(({ share }, i) => i === 0 || share >= share_min).slice(0, count);
  return kept;
}

function samplePixels(picture: Picture, alpha: Uint8Array): { points: Float32Array; weights: Float32Array } {
  const channels = channelsOf(picture);
  const { data } = picture;
  const cloth = alpha.reduce((sum, value) => sum + (value > 127 ? 1 : 0), 0);
  // A step that shares no factor with usual widths, so that no column is preferred.
  const step = Math.max(1, Math.floor(cloth / sample));
  const [points, weights]: [number[], number[]] = [[], []];
  for (let i = 0, seen = 0; i < alpha.length; i++) {
    if (alpha[i]! <= 127 || seen++ % step !== 0) continue;
    const at = i * channels;
    points.push(...toOklab([data[at]! / 255, data[at + 1]! / 255, data[at + 2]! / 255]));
    weights.push(alpha[i]! / 255);
  }
  return { points: Float32Array.from(points), weights: Float32Array.from(weights) };
}

/** Joins the nearest two again and again until all are farther apart than light and shade of one colour. */
function joinShades(found: ColorShare[]): ColorShare[] {
  const left = [...found];
  for (;;) {
    const pair = nearestPair(left);
    if (!pair) return left;
    const [i, j] = pair;
    const joined = joinTwo(left[i]!, left[j]!);
    left.splice(j, 1);
    left[i] = joined;
  }
}

function nearestPair(found: readonly ColorShare[]): [number, number] | undefined {
  let [best, least]: [[number, number] | undefined, number] = [undefined, join_distance];
  for (let i = 0; i < found.length; i++)
    for (let j = i + 1; j < found.length; j++) {
      const distance = shadeDistance(found[i]!.color, found[j]!.color);
      if (distance < least) [best, least] = [[i, j], distance];
    }
  return best;
}

/** Light multiplies all three of OKLab alike, so colours are compared as parts of lightness, which shade leaves as they are. */
function shadeDistance(one: Oklab, other: Oklab): number {
  const lightness = (one[0] + other[0]) / 2;
  const apart = (axis: 1 | 2): number => lightness * (one[axis] / (one[0] + dim) - other[axis] / (other[0] + dim));
  return Math.hypot((one[0] - other[0]) * lightness_weight, apart(1), apart(2));
}

/** The lighter of two shades counts double: see above. */
function joinTwo(one: ColorShare, other: ColorShare): ColorShare {
  const [lighter, darker] = one.color[0] >= other.color[0] ? [one, other] : [other, one];
  const weight = (lighter.share * 2) / (lighter.share * 2 + darker.share);
  const mix = (axis: 0 | 1 | 2): number => lighter.color[axis] * weight + darker.color[axis] * (1 - weight);
  return { color: [mix(0), mix(1), mix(2)], share: one.share + other.share };
}
