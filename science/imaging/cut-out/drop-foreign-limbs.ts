import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { openMask } from '#science/imaging/reshape-mask.ts';
import { findForeign } from './find-foreign.ts';

/** A limb is narrower than twice this share of the thing's side: a hanger's bar, a hook, a clip; a sleeve is twice as wide. */
const limb_share = 0.06;
/** A limb goes when more of it than this is foreign: seams and shadows alone do not condemn one. */
const foreign_share = 0.6;
/** Without its limbs the thing must keep this share: sandals and bows are all limbs and stay whole. */
const body_share_min = 0.7;

/**
 * Takes from a mask what sticks out narrowly and has colours that the rest has not: what a thing hangs on rather than the
 * thing. Straps and belts of the thing's own colours stay. [height x width]. O(pixels).
 */
export function dropForeignLimbs(inside: Uint8Array, planes: ColorPlanes): Uint8Array {
  const area = inside.reduce((sum, value) => sum + value, 0);
  const body = openMask(inside, planes, limb_share * Math.sqrt(area));
  const body_area = body.reduce((sum, value) => sum + value, 0);
  if (body_area <= body_share_min * area) return inside;
  const is_strange = findForeign(body, planes);
  const limbs = findConnectedParts(
    inside.map((value, i) => value - body[i]!),
    planes,
  );
  const foreign = limbs.areas.map(() => 0);
  for (let i = 0; i < inside.length; i++) if (is_strange[i] === 1) foreign[limbs.of[i]!]!++;
  return inside.map((value, i) => {
    const part = limbs.of[i]!;
    return limbs.values[part] === 1 && foreign[part]! > foreign_share * limbs.areas[part]! ? 0 : value;
  });
}
