import { fitColorMixture, logDensity } from '#science/imaging/color-mixture.ts';
import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { openMask } from '#science/imaging/reshape-mask.ts';

/** A limb is narrower than twice this share of the thing's side: a hanger's bar, a hook, a clip; a sleeve is twice as wide. */
const limb_share = 0.06;
/** A colour is foreign when it is less likely than all but this share of the body's own. */
const odd_share = 0.02;
/** A limb goes when more of it than this is foreign: seams and shadows alone do not condemn one. */
const foreign_share = 0.6;
/** Without its limbs the thing must keep this share: sandals and bows are all limbs and stay whole. */
const body_share_min = 0.7;
/** Gaussians for the body's colours. */
const color_count = 5;

/**
 * Takes from a mask what sticks out narrowly and has colours that the rest has not: what a thing hangs on rather than the
 * thing. Straps and belts of the thing's own colours stay. [height x width]. O(pixels).
 */
export function dropForeignLimbs(inside: Uint8Array, planes: ColorPlanes): Uint8Array {
  const area = inside.reduce((sum, value) => sum + value, 0);
  const body = openMask(inside, planes, limb_share * Math.sqrt(area));
  const body_area = body.reduce((sum, value) => sum + value, 0);
  if (body_area < body_share_min * area) return inside;
  const density = logDensity(planes, fitColorMixture(planes, Float32Array.from(body), { count: color_count }));
  const threshold = density.filter((_, i) => body[i] === 1).toSorted()[Math.floor(odd_share * body_area)]!;
  const limbs = findConnectedParts(
    inside.map((value, i) => value - body[i]!),
    planes,
  );
  const foreign = limbs.areas.map(() => 0);
  for (let i = 0; i < inside.length; i++) if (density[i]! < threshold) foreign[limbs.of[i]!]!++;
  return inside.map((value, i) => {
    const part = limbs.of[i]!;
    return limbs.values[part] === 1 && foreign[part]! > foreign_share * limbs.areas[part]! ? 0 : value;
  });
}
