import type { Picture } from '#science/imaging/picture.ts';
import type { GarmentShape } from '../try-on.ts';
import { findLowerLandmarks } from './find-lower-landmarks.ts';

/** Legs part above this share of a garment's height; a slit in a dress is shorter. */
const parted_above = 0.5;

/** The shape that somebody said, or trousers where the outline shows two legs: tags take wide trousers for dresses. */
export function settleShape(picture: Picture, said: GarmentShape): GarmentShape {
  if (said === 'trousers' || said === 'shorts') return said;
  const marks = findLowerLandmarks(picture, 'trousers');
  if (!marks?.has_legs) return said;
  const { waist_y, crotch_y, left, right } = marks;
  return crotch_y - waist_y < parted_above * (Math.min(left.hem_y, right.hem_y) - waist_y) ? 'trousers' : said;
}
