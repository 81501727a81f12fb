import { findConnectedParts } from './connected-parts.ts';
import { squaredDistances } from './distance-map.ts';
import type { Size } from './picture.ts';

/** Grows a mask [height x width] of ones by a disc of `radius` px. O(pixels). */
export function growMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const distances = squaredDistances(mask, size, 1);
  return mask.map((_, i) => (distances[i]! <= radius * radius ? 1 : 0));
}

/** Shrinks a mask by a disc of `radius` px; what is outside the picture counts as inside the mask, so the frame does not eat it. */
export function shrinkMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const distances = squaredDistances(mask, size, 0);
  return mask.map((_, i) => (distances[i]! > radius * radius ? 1 : 0));
}

/** Closes gaps narrower than twice the radius: grown, then shrunk. Gives all of the mask and more. */
export function closeMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const closed = shrinkMask(growMask(mask, size, radius), size, radius);
  return closed.map((value, i) => value | mask[i]!);
}

/** Opens a mask: what is narrower than twice the radius goes. Gives a part of the mask. */
export function openMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const opened = growMask(shrinkMask(mask, size, radius), size, radius);
  return opened.map((value, i) => value & mask[i]!);
}

/** Fills the holes of at most `most` px: pieces of nothing that do not reach the frame. */
export function fillHoles(mask: Uint8Array, size: Size, most = Infinity): Uint8Array {
  const { of, areas, values, frame_pixels } = findConnectedParts(mask, size);
  return mask.map((value, i) => {
    const part = of[i]!;
    return values[part] === 0 && frame_pixels[part] === 0 && areas[part]! <= most ? 1 : value;
  });
}
