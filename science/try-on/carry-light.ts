import { boxBlur } from '../imaging/box-blur.ts';
import { toColorPlanes } from '../imaging/color-planes.ts';
import type { Picture, Size } from '../imaging/picture.ts';
import { resizePlane } from '../imaging/resize-plane.ts';
import { shrinkPicture } from '../imaging/shrink-picture.ts';

/** How broad light is that cloth carries, in widths between the shoulders: folds are narrower, and stay with the old cloth. */
const breadth = 0.045;
/** Cloth whose lightness varies by more from place to place (0..100) is printed: what it shows is no light. */
const plain_within = 11;
/** What differs by more from the cloth around it is on the cloth. */
const detail = 7;
/** Below this lightness (0..100) noise is all that is left of light. */
const darkest = 12;
const [least, most] = [0.8, 1.14];

/** Light is broad: it is read from a picture of so many times fewer px a side. */
const coarser = 4;

/**
 * Reads off what somebody wears how light falls on them: [height x width], 1 where it says nothing. Each of `worn` (1 where that garment
 * is) is read by itself, and only where it is plain. O(pixels).
 */
export function carryLight(picture: Picture, worn: readonly Uint8Array[], unit: number): Float32Array {
  const small = { width: Math.ceil(picture.width / coarser), height: Math.ceil(picture.height / coarser) };
  const { lightness } = toColorPlanes(shrinkPicture(picture, small));
  const light = new Float32Array(small.width * small.height).fill(1);
  for (const mask of worn) readLight(lightness, sampleMask(mask, picture, small), small, { sigma: (breadth * unit) / coarser, light });
  return resizePlane(light, small, picture);
}

/** A mask at fewer pixels: what lies in the middle of each. */
function sampleMask(mask: Uint8Array, { width, height }: Size, small: Size): Uint8Array {
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0, i = 0; y < small.height; y++) {
    const row = Math.min(height - 1, Math.floor(((y + 0.5) * height) / small.height)) * width;
    for (let x = 0; x < small.width; x++, i++) out[i] = mask[row + Math.min(width - 1, Math.floor(((x + 0.5) * width) / small.width))]!;
  }
  return out;
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
  const values = means.filter((_, i) => plain[i]);
  const usual = values.toSorted()[values.length >> 1];
  if (usual === undefined || usual < darkest) return;
  for (let i = 0; i < mask.length; i++) {
    if (weights[i]! < 0.02) continue;
    const shade = Math.max(least, Math.min(most, (means[i]! + 8) / (usual + 8)));
    // Out beyond the old cloth its light fades.
    light[i] = 1 + (shade - 1) * Math.min(1, 2 * weights[i]!);
  }
}
