import { boxBlur } from '../imaging/box-blur.ts';
import { toColorPlanes } from '../imaging/color-planes.ts';
import type { Picture, Size } from '../imaging/picture.ts';

/** How broad light is that cloth carries, in widths between the shoulders: folds are narrower, and stay with the old cloth. */
const breadth = 0.045;
/** Cloth whose lightness varies by more from place to place (0..100) is printed: what it shows is no light. */
const plain_within = 11;
/** What differs by more from the cloth around it is on the cloth. */
const detail = 7;
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
  const meanOf = (of: Uint8Array) => {
    const weights = blur(Float32Array.from(of));
    const sums = blur(Float32Array.from(of, (one, i) => one * lightness[i]!));
    return { weights, means: sums.map((sum, i) => (weights[i]! > 0.02 ? sum / weights[i]! : 0)) };
  };
  const all = meanOf(mask);
  let [count, off] = [0, 0];
  const plain = mask.map((one, i) => {
    if (!one) return 0;
    const miss = Math.abs(lightness[i]! - all.means[i]!);
    count++;
    off += miss ** 2;
    return miss < detail ? 1 : 0;
  });
  if (count === 0 || Math.sqrt(off / count) > plain_within) return;
  // Letters and buttons are no light.
  const { weights, means } = meanOf(plain);
  const values = means.filter((_, i) => plain[i] && i % 16 === 0);
  const usual = values.toSorted()[values.length >> 1];
  if (usual === undefined || usual < darkest) return;
  for (let i = 0; i < mask.length; i++) {
    if (weights[i]! < 0.02) continue;
    const shade = Math.max(least, Math.min(most, (means[i]! + 8) / (usual + 8)));
    // Out beyond the old cloth its light fades.
    light[i] = 1 + (shade - 1) * Math.min(1, 2 * weights[i]!);
  }
}
