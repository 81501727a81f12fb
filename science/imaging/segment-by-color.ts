import { fitColorMixture, logDensity, type ColorMixture } from './color-mixture.ts';
import type { ColorPlanes } from './color-planes.ts';
import { energy_scale, type NeighbourPrices } from './contrast-prices.ts';
import { cutGrid } from './grid-cut.ts';
import { closeMask, fillHoles } from './reshape-mask.ts';

/** What is known before colours are looked at. */
export interface SegmentSeeds {
  /** [height x width], 0..1: how likely each pixel is inside. It seeds the colours and stays in the energy. */
  guess: Float32Array;
  /** [height x width], optional: above 0 certainly inside, below 0 certainly outside. */
  marks?: Int8Array;
}

/** How to look. */
export interface SegmentWay {
  prices: NeighbourPrices;
  /** Times that colours are learnt and the picture is cut. */
  rounds: number;
  /** Gaussians each for inside and outside; GrabCut's own five. */
  colors?: number;
  /** How many times its own log odds the guess counts in the energy. */
  guess_weight?: number;
}

/** A cut, and what it was decided by. */
export interface Segmentation {
  /** [height x width], 1 inside. */
  inside: Uint8Array;
  /** [height x width]: log odds of being inside by colour alone, nats, limited. */
  color_odds: Float32Array;
}

/** No single pixel's colour may say more than this (nats), or one highlight outweighs its surroundings. */
const odds_most = 8;
/** Guesses nearer than this to certain are not believed. */
const guess_margin = 0.02;
/**
 * Gaps narrower than twice this share of the thing's side are taken for its own pattern when colours are learnt: a stripe of the
 * floor's colour then counts for both and leaves the choice to shape, while a true gap is so little of the inside that the
 * floor keeps its colour.
 */
const gap_share = 0.06;
/** Beyond any sum of prices at one pixel: 8 neighbours at up to 60 nats. */
const certain = 1e4 * energy_scale;

/**
 * Parts a picture into inside and outside: learns a colour mixture of each from the guess, cuts the picture where that and the
 * contrast say, learns again from the cut, `rounds` times or until nothing moves. Deterministic.
 *
 * Method: GrabCut (Rother et al. 2004, doi:10.1145/1015706.1015720) with two departures: the start is a probability a pixel
 * instead of a rectangle, and stays as a term of the energy, so that the loop cannot wander off to another thing.
 */
export function segmentByColor(planes: ColorPlanes, { guess, marks }: SegmentSeeds, way: SegmentWay): Segmentation {
  const { prices, rounds, colors = 5, guess_weight = 0.5 } = way;
  let inside_weight = guess.map((p, i) => weigh(p, marks?.[i]));
  let result: Segmentation = { inside: new Uint8Array(guess.length), color_odds: new Float32Array(guess.length) };
  let models: ColorModels | undefined;
  const guess_odds = guess.map((p) => guess_weight * Math.log(Math.max(guess_margin, p) / Math.max(guess_margin, 1 - p)));
  for (let round = 0; round < rounds; round++) {
    models = learnColors(planes, inside_weight, { count: colors, start: models });
    const color_odds = colorOdds(planes, models);
    const pull = new Int32Array(guess.length);
    for (let i = 0; i < pull.length; i++) {
      const mark = marks?.[i] ?? 0;
      pull[i] = mark === 0 ? Math.round((color_odds[i]! + guess_odds[i]!) * energy_scale) : Math.sign(mark) * certain;
    }
    const inside = cutGrid({ ...prices, pull });
    const before = result.inside;
    result = { inside, color_odds };
    if (countDifferences(inside, before) <= settled_share * inside.length) break;
    const hull = fillHoles(closeMask(inside, planes, gap_share * Math.sqrt(areaOf(inside))), planes);
    // A guess stays a little in the weights: a part cut away by a poor first model can still come back.
    inside_weight = guess.map((p, i) => weigh(0.9 * hull[i]! + 0.1 * p, marks?.[i]));
  }
  return result;
}

/** When less of the picture than this changes sides, another round would not be seen. */
const settled_share = 0.002;

function countDifferences(one: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) count++;
  return count;
}

const areaOf = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0);

function weigh(p: number, mark = 0): number {
  if (mark !== 0) return mark > 0 ? 1 : 0;
  // Squared odds: pixels one is unsure of teach little to either side.
  return (p * p) / (p * p + (1 - p) * (1 - p));
}

/** What colours are found inside and outside. */
export interface ColorModels {
  inside: ColorMixture;
  outside: ColorMixture;
}

/** After the first time the models only follow: one round of the loop is one of expectation maximisation. */
const rounds_first = 3;

function learnColors(
  planes: ColorPlanes,
  inside_weight: Float32Array,
  { count, start }: { count: number; start: ColorModels | undefined },
): ColorModels {
  const rounds = start === undefined ? rounds_first : 1;
  const outside_weight = inside_weight.map((weight) => 1 - weight);
  return {
    inside: fitColorMixture(planes, inside_weight, { count, rounds, start: start?.inside }),
    outside: fitColorMixture(planes, outside_weight, { count, rounds, start: start?.outside }),
  };
}

/** Gives the log odds of inside against outside by colour, [height x width], nats, limited; zeros when either model is empty. */
export function colorOdds(planes: ColorPlanes, { inside, outside }: ColorModels): Float32Array {
  if (inside.count === 0 || outside.count === 0) return new Float32Array(planes.width * planes.height);
  const odds = logDensity(planes, inside);
  const against = logDensity(planes, outside);
  for (let i = 0; i < odds.length; i++) odds[i] = Math.max(-odds_most, Math.min(odds_most, odds[i]! - against[i]!));
  return odds;
}
