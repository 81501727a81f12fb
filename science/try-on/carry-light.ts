import { boxBlur } from '../imaging/box-blur.ts';
import { toColorPlanes } from '../imaging/color-planes.ts';
import type { Picture, Size } from '../imaging/picture.ts';

/** How broad light is that cloth carries, in widths between the shoulders: folds are narrower, and stay with the old cloth. */
const breadth = 0.045;
/** Cloth whose lightness varies by more from place to place (0..100) is printed: what it shows is no light. */
const plain_within = 11;
/** Below this lightness (0..100) noise is all that is left of light. */
const darkest = 12;
const [least, most] = [0.8, 1.14];

/**
 * Reads off what somebody wears how light falls on them: [height x width], 1 where it says nothing. Each of `worn` (1 where that garment
 * is) is read by itself, and only where it is plain. O(pixels).
 */
export function carryLight(picture: Picture, worn: readonly Uint8Array[], unit: number): Float32Array {
  const { lightness } = toColorPlanes(picture);
  const light = new Float32Array(picture.width * picture.height).fill(1);
  for (const mask of worn) readLight(lightness, mask, picture, { sigma: breadth * unit, light });
  return light;
}

function readLight(
  lightness: Float32Array,
  mask: Uint8Array,
  { width, height }: Size,
  { sigma, light }: { sigma: number; light: Float32Array },
): void {
  const blur = (data: Float32Array): Float32Array => boxBlur({ left: 0, top: 0, width, height, data }, sigma).data;
  const weights = blur(Float32Array.from(mask));
  const sums = blur(Float32Array.from(mask, (one, i) => one * lightness[i]!));
  const values: number[] = [];
  let [count, off] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i] || weights[i]! < 0.5) continue;
    const mean = sums[i]! / weights[i]!;
    count++;
    off += (lightness[i]! - mean) ** 2;
    if (count % 16 === 0) values.push(mean);
  }
  const usual = values.toSorted((a, b) => a - b)[values.length >> 1];
  if (usual === undefined || usual < darkest || Math.sqrt(off / count) > plain_within) return;
  for (let i = 0; i < mask.length; i++) {
    if (weights[i]! < 0.02) continue;
    const shade = Math.max(least, Math.min(most, (sums[i]! / weights[i]! + 8) / (usual + 8)));
    // Out beyond the old cloth its light fades.
    light[i] = 1 + (shade - 1) * Math.min(1, 2 * weights[i]!);
  }
}
