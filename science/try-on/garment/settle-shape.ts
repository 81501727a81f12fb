import type { Picture } from '#science/imaging/picture.ts';
import type { GarmentShape } from '../try-on.ts';
import { findLowerLandmarks, type LowerSide } from './find-lower-landmarks.ts';

/** Legs part between these shares of a garment's height: a slit in a dress begins lower, a gap between straps at the very top. */
const [parted_below, parted_above] = [0.18, 0.5];

/** Legs are as wide as each other, but for how they were laid down. */
const uneven_legs = 1.4;

/** Legs are so many times longer than both are wide; straps and the cups below them are not. */
const least_length = 1.2;

/** Halfway down the lower half. */
function legWidth({ outer, inner }: LowerSide): number {
  const at = Math.round(0.75 * (outer.length - 1));
  return Math.abs(outer[at]!.x - inner[at]!.x);
}

/** The shape that somebody said, or trousers where the outline shows two legs: tags take wide trousers for dresses. */
export function settleShape(picture: Picture, said: GarmentShape): GarmentShape {
  if (said === 'trousers' || said === 'shorts') return said;
  const marks = findLowerLandmarks(picture, 'trousers');
  if (!marks?.has_legs) return said;
  const { waist_y, crotch_y, left, right } = marks;
  const [one, other] = [legWidth(left), legWidth(right)];
  // A sleeve beside a body is narrower than it.
  if (Math.max(one, other) > uneven_legs * Math.min(one, other)) return said;
  const wide = Math.max(...right.outer.map(({ x }) => x)) - Math.min(...left.outer.map(({ x }) => x));
  if (Math.min(left.hem_y, right.hem_y) - crotch_y < least_length * wide) return said;
  const parted = (crotch_y - waist_y) / (Math.min(left.hem_y, right.hem_y) - waist_y);
  return parted > parted_below && parted < parted_above ? 'trousers' : said;
}
