import { applyGuidedMask, fitGuidedMask } from '#science/imaging/guided-filter.ts';
import { sizeWithin, type Picture, type Size } from '#science/imaging/picture.ts';
import { growMask, shrinkMask } from '#science/imaging/reshape-mask.ts';
import { resizePlane } from '#science/imaging/resize-plane.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';

/** Longer side, px, at which edges are fitted: a 12 MP photo is rarely sharper than a third of its pixels. */
const fit_side = 1024;
/** How far, in px of the mask, the outline may be off. */
const slack = 2;
/** Colour variance taken for flat: deviations under 2.5 % of full range, about a phone's noise. */
const smoothness = 6e-4;
/** The filter blurs a hard mask over its whole square; the middle part of its ramp is the edge. */
const [ramp_low, ramp_high] = [0.2, 0.8];

/**
 * Makes of a hard mask at a small size the soft mask of the whole picture: [height x width of the picture], 0..1. Within a
 * band along the outline it follows the picture's own edges; elsewhere it is 0 or 1. O(pixels).
 */
export function refineAlpha(inside: Uint8Array, size: Size, picture: Picture): Float32Array {
  const fitted_size = sizeWithin(picture, Math.max(fit_side, Math.max(size.width, size.height)));
  const small = shrinkPicture(picture, fitted_size);
  const enlarged = resizePlane(Float32Array.from(inside), size, fitted_size);
  const scale = fitted_size.width / size.width;
  const radius = Math.max(2, Math.round(slack * scale));
  const fitted = fitGuidedMask(enlarged, small, { radius, smoothness });
  const hard = Uint8Array.from(enlarged, (value) => (value > 0.5 ? 1 : 0));
  const band = 2 * radius;
  const outer = growMask(hard, fitted_size, band);
  const inner = shrinkMask(hard, fitted_size, band);
  const is_open = outer.map((value, i) => value & (1 - inner[i]!));
  const alpha = applyGuidedMask(fitted, picture, { is_open, plain: Float32Array.from(hard) });
  for (let i = 0; i < alpha.length; i++) alpha[i] = Math.max(0, Math.min(1, (alpha[i]! - ramp_low) / (ramp_high - ramp_low)));
  return alpha;
}
