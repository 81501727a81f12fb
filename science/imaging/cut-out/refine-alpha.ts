import { applyGuidedMask, fitGuidedMask } from '#science/imaging/guided-filter.ts';
import type { Picture, Size } from '#science/imaging/picture.ts';
import { maskWhere } from '#science/imaging/mask-where.ts';
import { growMask, shrinkMask } from '#science/imaging/reshape-mask.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';

/** Longer side, px, at which edges are fitted: a 12 MP photo is rarely sharper than a third of its pixels. */
export const edge_side = 1024;
/** How far, in px of the mask, the outline may be off. */
const slack = 2;
/** Colour variance taken for flat: deviations under 2.5 % of full range, about a phone's noise. */
const smoothness_plain = 6e-4;
/** The filter blurs a hard mask over its whole square; the middle part of its ramp is the edge. */
const [ramp_low, ramp_high] = [0.2, 0.8];

/**
 * Makes of a hard mask at a small size the soft mask of the whole picture: [height x width of the picture], 0..255. Within a
 * band along the outline it follows the picture's own edges, fitted on `reduced` (the same picture at a size between); elsewhere
 * it is 0 or 255. `smoothness`, a colour variance (0..1 squared), says which changes are too small to be an edge. O(pixels).
 */
export function refineAlpha(
  inside: Uint8Array,
  size: Size,
  { picture, reduced, smoothness = smoothness_plain }: { picture: Picture; reduced: Picture; smoothness?: number },
): Uint8ClampedArray {
  const enlarged = resizePlane(Float32Array.from(inside), size, reduced);
  const radius = Math.max(2, Math.round((slack * reduced.width) / size.width));
  const fitted = fitGuidedMask(enlarged, reduced, { radius, smoothness });
  const hard = maskWhere(enlarged.length, (i) => enlarged[i]! > 0.5);
  const [outer, inner] = [growMask(hard, reduced, 2 * radius), shrinkMask(hard, reduced, 2 * radius)];
  const is_open = outer.map((value, i) => value & (1 - inner[i]!));
  const soft = applyGuidedMask(fitted, picture, { is_open, plain: Float32Array.from(hard) });
  const alpha = new Uint8ClampedArray(soft.length);
  for (let i = 0; i < alpha.length; i++) alpha[i] = ((soft[i]! - ramp_low) / (ramp_high - ramp_low)) * 255;
  return alpha;
}
