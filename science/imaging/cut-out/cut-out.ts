import { toColorPlanes } from '#science/imaging/color-planes.ts';
import { sizeWithin, type Picture } from '#science/imaging/picture.ts';
import type { Raster } from '#science/imaging/raster.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { closeOwnGaps } from './close-own-gaps.ts';
import { dropForeignLimbs } from './drop-foreign-limbs.ts';
import { dropHanger } from './drop-hanger.ts';
import { findOutline, outline_side } from './find-outline.ts';
import { rateMask, quality_sure, type Doubt } from './rate-mask.ts';
import { readMarks, type Strokes } from './read-marks.ts';
import { readOpacity } from './read-opacity.ts';
import { edge_side, refineAlpha } from './refine-alpha.ts';
import { showsTwoThings } from './shows-two-things.ts';
import { tidyMask } from './tidy-mask.ts';
import { judgeAttempt, tryGuesses } from './try-guesses.ts';

/** What is known beforehand. */
export interface CutOutOptions extends Strokes {
  /** How likely each part of the picture belongs to the thing, 0..1, over the whole picture at any size: a network's opinion. */
  prior?: Raster;
}

/** The thing photographed, parted from what is around it. */
export interface CutOut {
  /** [height x width of the picture], 0..255: how much of each pixel is the thing. */
  alpha: Uint8ClampedArray;
  /** 0..1: how likely the mask is right. From `quality_sure` on `is_sure`, unless it holds two things. */
  quality: number;
  is_sure: boolean;
  /** Why it may be wrong. */
  doubts: Doubt[];
}

/** Longer side, px, at which the guesses are tried: a sleeve is still seven pixels wide, and five attempts take a blink. */
const guess_side = 144;
/** Shorter side, px, below which there is nothing to learn colours from. */
const side_least = 24;

/**
 * Cuts out the one thing that a picture shows: garments on floors, hangers and backdrops. A picture that is transparent already
 * keeps its own opacity. Deterministic. About .6 s at 448 px, and .1 s per 4 MP more.
 *
 * Method: guesses of several kinds each seed a GrabCut at 144 px; they vote; the best-judged mask is outlined at 448 px and
 * fitted to the picture's edges by a guided filter. See the README of this folder.
 */
export function cutOut(picture: Picture, options: CutOutOptions = {}): CutOut {
  const { opaque, opacity } = readOpacity(picture);
  if (opacity !== undefined) return keepOpacity(opacity);
  if (Math.min(picture.width, picture.height) < side_least) return nothing(picture, 'too_small');
  const reduced = shrinkPicture(opaque, sizeWithin(opaque, edge_side));
  const fine = toColorPlanes(shrinkPicture(reduced, sizeWithin(reduced, outline_side)));
  const coarse = toColorPlanes(shrinkPicture(reduced, sizeWithin(reduced, guess_side)));
  const prior = options.prior && resizePlane(options.prior.data, options.prior, coarse);
  const attempts = tryGuesses(coarse, { prior, marks: readMarks(options, coarse) });
  const best = attempts.reduce((one, other) => (other.preference > one.preference ? other : one));
  const marks = readMarks(options, fine);
  const outlined = findOutline(fine, { inside: best.inside, size: coarse }, { marks });
  const inside = tidyMask(
    marks === undefined ? dropForeignLimbs(dropHanger(closeOwnGaps(outlined, fine), fine), fine) : outlined,
    fine,
    marks,
  );
  const small = resizePlane(Float32Array.from(inside), fine, coarse).map((value) => (value > 0.5 ? 1 : 0));
  const rated = rateMask(judgeAttempt({ guess: best.guess, inside: Uint8Array.from(small) }, attempts, coarse));
  // Whoever painted strokes has said what belongs to the thing.
  const is_double = marks === undefined && showsTwoThings(inside, fine);
  return {
    alpha: refineAlpha(inside, fine, { picture: opaque, reduced }),
    quality: rated.quality,
    is_sure: rated.quality >= quality_sure && !is_double,
    doubts: is_double ? [...rated.doubts, 'two_things'] : rated.doubts,
  };
}

function keepOpacity(opacity: Uint8Array): CutOut {
  const is_there = opacity.some((value) => value > 127);
  return { alpha: new Uint8ClampedArray(opacity), quality: is_there ? 1 : 0, is_sure: is_there, doubts: is_there ? [] : ['nothing_found'] };
}

function nothing({ width, height }: Picture, doubt: Doubt): CutOut {
  return { alpha: new Uint8ClampedArray(width * height), quality: 0, is_sure: false, doubts: [doubt] };
}
