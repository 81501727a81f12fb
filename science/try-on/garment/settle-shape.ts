import type { Picture } from '#science/imaging/picture.ts';
import { findTopLandmarks } from './find-landmarks.ts';
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

/** Both sleeves stand out so plainly, or it is a skirt. */
const plain_sleeve = 0.75;

/**
 * The shape that somebody said, or trousers where the outline shows two legs, and a top where it shows two sleeves: tags take wide
 * trousers for dresses, and bodysuits for shorts.
 */
export function settleShape(picture: Picture, said: GarmentShape): GarmentShape {
  if ((said === 'skirt' || said === 'shorts') && hasSleeves(picture)) return 'top';
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

function hasSleeves(picture: Picture): boolean {
  const marks = findTopLandmarks(picture);
  return marks !== undefined && [marks.left, marks.right].every(({ sleeve, plausibility }) => sleeve && plausibility > plain_sleeve);
}
