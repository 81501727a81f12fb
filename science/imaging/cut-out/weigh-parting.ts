import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { squaredDistances } from '#science/imaging/distance-map.ts';
import type { BackdropParting } from './part-from-backdrop.ts';
import { rateMask, type Doubt } from './rate-mask.ts';
import { scoreMask } from './score-mask.ts';
import { traceStep } from './trace-step.ts';
import type { JudgedAttempt } from './try-guesses.ts';

/** What a parting from the backdrop says of another mask. */
export interface PartingVerdict {
  /**
   * `better`: it holds the mask and more, or is clear where the mask is unsure, and is to be believed instead. `doubtful`: something faint lies
   * all round the mask and ends nowhere clearly, a print on cloth perhaps. `no_more`: it says nothing against the mask.
   */
  verdict: 'better' | 'doubtful' | 'no_more';
  /** Share of the parting's outline that colours really change across. */
  real: number;
}

/** A mask is held by another when no more than this share of it lies outside. */
const outside_most = 0.08;
/** Farther from the mask than this share of its side an outline is another one. */
const apart_share = 0.06;
/** px of the photo: so far JPEG spreads a strong edge, a block of colour at half its resolution and its corner. */
const jpeg_spread = 20;
/** When at least this share of the parting's outline is another one, there is more to the thing than the mask has. */
const apart_least = 0.3;
/** When this share is, the mask lies in the middle of something: a print on cloth, */
const all_round = 0.7;
/** and at least this many times its own area around it is not backdrop: a soft shadow is less. */
const around_least = 0.8;
/** An outline is real when colours change along at least this share of it. */
const real_least = 0.65;
/** Beside a mask that is unsure by itself, a parting is better that has a real edge along this share, */
const real_clear = 0.8;
/** and holds all but this share of it. */
const outside_unsure = 0.25;

/**
 * Weighs what stands out from a plain backdrop against a mask found otherwise, of which is known whether it `is_sure`; both
 * [height x width of the planes]. `scale` is how many of their pixels one of the photo is. O(pixels).
 */
export function weighParting(
  parting: BackdropParting,
  { mask, is_sure, scale }: { mask: Uint8Array; is_sure: boolean; scale: number },
  planes: ColorPlanes,
): PartingVerdict {
  const { inside, deviation } = parting;
  const { length, real } = traceStep(inside, planes, { deviation });
  const real_share = real / Math.max(1, length);
  const area = areaOf(mask);
  const apart = traceStep(inside, planes, { deviation, where: apartFrom(mask, planes, scale) });
  const outside = area - areaOf(both(mask, inside));
  const is_apart_real = apart.length >= apart_least * length && apart.real >= real_least * apart.length;
  const has_more = outside <= outside_most * area && is_apart_real && real_share >= real_least;
  const is_clearer = !is_sure && real_share >= real_clear && outside <= outside_unsure * area;
  if (has_more || is_clearer) return { verdict: 'better', real: real_share };
  return { verdict: isInTheMiddle(parting, { mask, scale }, planes) ? 'doubtful' : 'no_more', real: real_share };
}

/** Tells whether a mask lies in the middle of something that is larger than itself. */
function isInTheMiddle(
  { whole, odd, deviation }: BackdropParting,
  { mask, scale }: { mask: Uint8Array; scale: number },
  planes: ColorPlanes,
): boolean {
  const area = areaOf(mask);
  const held = areaOf(both(mask, whole));
  if (held < (1 - outside_most) * area || areaOf(both(whole, odd)) - held < around_least * area) return false;
  const { length } = traceStep(whole, planes, { deviation });
  return traceStep(whole, planes, { deviation, where: apartFrom(mask, planes, scale) }).length >= all_round * length;
}

/** Tells what lies apart from a mask, so far that it is not its own outline a little off: [height x width]. */
function apartFrom(mask: Uint8Array, planes: ColorPlanes, scale: number): Uint8Array {
  const least = Math.max(apart_share * Math.sqrt(areaOf(mask)), jpeg_spread * scale) ** 2;
  const distances = squaredDistances(mask, planes, 1);
  return mask.map((_, i) => (distances[i]! > least ? 1 : 0));
}

const areaOf = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0);
const both = (one: Uint8Array, other: Uint8Array): Uint8Array => one.map((value, i) => value & other[i]!);

/**
 * Rates a parting from the backdrop: its contrast and how separate its colours are count against the backdrop's noise, not
 * against what the eye sees, and an attempt that found a part of it agrees. `judged` is the mask at the attempts' size.
 */
export function rateParting(
  judged: JudgedAttempt,
  { attempts, parting, real }: { attempts: readonly JudgedAttempt[]; parting: BackdropParting; real: number },
): { quality: number; doubts: Doubt[] } {
  const odd_share = areaOf(both(parting.inside, parting.odd)) / Math.max(1, areaOf(parting.inside));
  const signs = { ...judged.signs, contrast: real, separation: (1 + odd_share) / 2 };
  const held = attempts.map(({ inside }) => areaOf(both(inside, judged.inside)) / Math.max(1, areaOf(inside)));
  const agreement = held.reduce((sum, share) => sum + share, 0) / held.length;
  return rateMask({ ...judged, signs, agreement, score: scoreMask(signs, agreement) });
}
