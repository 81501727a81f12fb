import { toColorPlanes, type ColorPlanes } from '#science/imaging/color-planes.ts';
import { contrastPrices } from '#science/imaging/contrast-prices.ts';
import { squaredDistances } from '#science/imaging/distance-map.ts';
import { sizeWithin, type Picture, type Size } from '#science/imaging/picture.ts';
import type { Raster } from '#science/imaging/raster.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';
import { segmentByColor } from '#science/imaging/segment-by-color.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { dropForeignLimbs } from './drop-foreign-limbs.ts';
import { gatherGuesses, type Guess } from './gather-guesses.ts';
import { judgeMask, type MaskSigns } from './judge-mask.ts';
import { logistic } from './logistic.ts';
import { refineAlpha } from './refine-alpha.ts';
import { overlapOf, scoreMask } from './score-mask.ts';
import { tidyMask } from './tidy-mask.ts';

/** Longer side, px, at which the guesses are tried: a sleeve is still ten pixels wide. */
const coarse_side = 144;
/** Longer side, px, at which the outline is found. */
export const fine_side = 448;
/** Price in nats of parting two equal neighbours at `fine_side`: GrabCut's own 50. Outlines are lengths and colours are areas, so it goes with the side. */
const strength_fine = 50;

export interface CutOutOptions {
  /** How likely each part of the picture belongs to the thing, 0..1, at any size: a network's opinion. */
  prior?: Raster;
}

export interface CutOut {
  /** [height x width] of the picture, 0..1. */
  alpha: Float32Array;
  quality: number;
  signs: MaskSigns;
  agreement: number;
  chosen: string;
}

/** One guess carried through. */
interface Attempt {
  guess: Guess;
  inside: Uint8Array;
  signs: MaskSigns;
  agreement: number;
  score: number;
}

export function cutOut(picture: Picture, { prior }: CutOutOptions = {}): CutOut {
  const fine = toColorPlanes(shrinkPicture(picture, sizeWithin(picture, fine_side)));
  const coarse = toColorPlanes(shrinkPicture(picture, sizeWithin(picture, coarse_side)));
  const attempts = tryGuesses(coarse, prior === undefined ? undefined : resizePlane(prior.data, prior, coarse));
  const best = attempts.reduce((one, other) => (other.score > one.score ? other : one));
  const inside = tidyMask(dropForeignLimbs(outline(fine, best.inside, coarse), fine), fine);
  const signs = judgeMask(inside, fine);
  return { alpha: refineAlpha(inside, fine, picture), quality: Math.max(0, Math.min(1, best.score)), signs, agreement: best.agreement, chosen: best.guess.name };
}

function strengthAt(size: Size): number {
  return (strength_fine * Math.max(size.width, size.height)) / fine_side;
}

function tryGuesses(planes: ColorPlanes, prior?: Float32Array): Attempt[] {
  const prices = contrastPrices(planes, strengthAt(planes));
  const tried = gatherGuesses(planes, prior).map((guess) => {
    const { inside } = segmentByColor(planes, { guess: guess.map }, { prices, rounds: 5 });
    return { guess, inside: tidyMask(inside, planes) };
  });
  const judge = (one: Tried): Attempt => judgeAttempt(one, tried, planes);
  const attempts = tried.map(judge);
  const vote = takeVote(attempts);
  const { inside } = segmentByColor(planes, { guess: vote }, { prices, rounds: 3 });
  return [...attempts, judge({ guess: { name: 'vote', map: vote }, inside: tidyMask(inside, planes) })];
}

type Tried = Pick<Attempt, 'guess' | 'inside'>;

function judgeAttempt({ guess, inside }: Tried, tried: readonly Tried[], planes: ColorPlanes): Attempt {
  const signs = judgeMask(inside, planes);
  const others = tried.filter((other) => other.guess !== guess);
  const agreement = others.reduce((sum, other) => sum + overlapOf(inside, other.inside), 0) / others.length;
  return { guess, inside, signs, agreement, score: scoreMask(signs, agreement) };
}

/** Score over which an attempt's voice grows by e: attempts within a few hundredths of the best are about as good. */
const vote_softness = 0.05;

/** Gives the share of attempts that a pixel is inside of, the better ones counting more: [height x width]. */
function takeVote(attempts: readonly Attempt[]): Float32Array {
  const best = Math.max(...attempts.map(({ score }) => score));
  const voices = attempts.map(({ score }) => Math.exp((score - best) / vote_softness));
  const total = voices.reduce((sum, voice) => sum + voice, 0);
  return Float32Array.from(attempts[0]!.inside, (_, i) => attempts.reduce((sum, { inside }, k) => sum + inside[i]! * voices[k]!, 0) / total);
}

/** Finds the outline anew at a finer size, near where it was found. */
function outline(planes: ColorPlanes, found: Uint8Array, size: Size): Uint8Array {
  const guess = resizePlane(certainty(found, size), size, planes);
  return segmentByColor(planes, { guess }, { prices: contrastPrices(planes, strengthAt(planes)), rounds: 2 }).inside;
}

/** Share of the thing's side over which certainty grows by e. */
const doubt_share = 0.02;

/** Gives how sure a mask is away from its outline: .5 on it, nearly 0 or 1 deep outside or inside. */
function certainty(inside: Uint8Array, size: Size): Float32Array {
  const [to_inside, to_outside] = [squaredDistances(inside, size, 1), squaredDistances(inside, size, 0)];
  const area = inside.reduce((sum, value) => sum + value, 0);
  const unit = Math.max(1, doubt_share * Math.sqrt(area));
  return to_inside.map((distance, i) => logistic((Math.sqrt(to_outside[i]!) - Math.sqrt(distance)) / unit));
}
