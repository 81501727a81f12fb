import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { growMask } from '#science/imaging/reshape-mask.ts';

/** Pieces nearer than twice this share of the picture's longer side are one thing: a belt or a strap runs between them. */
const gap_share = 0.014;
/** The second piece has at least this share of the first; a smaller one may be a sleeve that a bag hides, or a hat beside its box. */
const size_ratio_min = 0.4;
/** It has at least this share of the picture. */
const area_min = 0.03;
/** Mean colours further apart than this, in the planes' units, are of different dyes; the two shoes of a pair are nearer. */
const color_distance_min = 15;
/** More pieces than this are a floor in patches, not things. */
const pieces_max = 3;

/**
 * Tells whether a mask [height x width] surely holds two things: separate pieces of about one size and of different colours. A
 * pair, whose halves are alike, is one thing; two things of one colour, or that touch, are not told. O(pixels).
 */
export function showsTwoThings(inside: Uint8Array, planes: ColorPlanes): boolean {
  const joined = growMask(inside, planes, gap_share * Math.max(planes.width, planes.height));
  const parts = findConnectedParts(joined, planes);
  const pieces = parts.areas.map(() => ({ area: 0, lightness: 0, a: 0, b: 0 }));
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    const piece = pieces[parts.of[i]!]!;
    piece.area++;
    piece.lightness += planes.lightness[i]!;
    piece.a += planes.a[i]!;
    piece.b += planes.b[i]!;
  }
  const large = pieces.filter(({ area }) => area >= area_min * inside.length).toSorted((one, other) => other.area - one.area);
  const [first, second] = large;
  if (!first || !second || large.length > pieces_max || second.area < size_ratio_min * first.area) return false;
  const apart = (plane: 'lightness' | 'a' | 'b') => first[plane] / first.area - second[plane] / second.area;
  return Math.hypot(apart('lightness'), apart('a'), apart('b')) >= color_distance_min;
}
