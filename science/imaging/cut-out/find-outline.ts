import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { contrastPrices } from '#science/imaging/contrast-prices.ts';
import { squaredDistances } from '#science/imaging/distance-map.ts';
import type { Size } from '#science/imaging/picture.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';
import { segmentByColor } from '#science/imaging/segment-by-color.ts';
import { logistic } from './logistic.ts';

/** Longer side, px, at which outlines are found. */
export const outline_side = 448;
/**
 * Price in nats of parting two equal neighbours at that side: GrabCut's own 50. Outlines are lengths and colours are areas,
 * so it goes with the side.
 */
const strength = 50;
/** Share of the thing's side over which certainty grows by e: how far the outline may have been off. */
const doubt_share = 0.02;

/** Gives the price of parting two equal neighbours for a picture of this size. */
export function strengthAt({ width, height }: Size): number {
  return (strength * Math.max(width, height)) / outline_side;
}

/**
 * Finds an outline anew on `planes`, near where a mask of any size has it. `marks` [height x width of the planes]: above 0
 * certainly inside, below 0 certainly outside.  With the planes of a small picture this is quick enough to follow a brush.
 */
export function findOutline(
  planes: ColorPlanes,
  found: { inside: Uint8Array; size: Size },
  { marks, rounds = 2 }: { marks?: Int8Array; rounds?: number } = {},
): Uint8Array {
  const guess = resizePlane(certaintyOf(found.inside, found.size), found.size, planes);
  return segmentByColor(planes, { guess, marks }, { prices: contrastPrices(planes, strengthAt(planes)), rounds }).inside;
}

/** Gives how sure a mask is away from its outline: .5 on it, nearly 0 or 1 deep outside or inside. */
function certaintyOf(inside: Uint8Array, size: Size): Float32Array {
  const [to_inside, to_outside] = [squaredDistances(inside, size, 1), squaredDistances(inside, size, 0)];
  const unit = Math.max(1, doubt_share * Math.sqrt(inside.reduce((sum, value) => sum + value, 0)));
  return to_inside.map((distance, i) => logistic((Math.sqrt(to_outside[i]!) - Math.sqrt(distance)) / unit));
}
