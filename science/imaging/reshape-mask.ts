import { findConnectedParts } from './connected-parts.ts';
import type { Size } from './picture.ts';

/** Grows a mask [height x width] of ones by a disc of `radius` px. Exact, O(pixels). */
export function growMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  return withinDisc(mask, size, { value: 1, radius });
}

/** Shrinks a mask by a disc of `radius` px; what is outside the picture counts as inside the mask, so the frame does not eat it. */
export function shrinkMask(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const lost = withinDisc(mask, size, { value: 0, radius });
  for (let i = 0; i < lost.length; i++) lost[i] = 1 - lost[i]!;
  return lost;
}

/**
 * 1 where a pixel of `value` lies within `radius` px. Such a pixel `off` rows away, in its own column, reaches half of the disc's
 * chord to either side: how far the farthest of them reaches is carried along each row, once in either direction.
 */
function withinDisc(mask: Uint8Array, { width, height }: Size, { value, radius }: { value: 0 | 1; radius: number }): Uint8Array {
  const most = Math.floor(radius);
  const chord = Int32Array.from({ length: most + 1 }, (_, off) => Math.floor(Math.sqrt(radius * radius - off * off)));
  const offs = rowsAway(mask, { width, height }, { value, most });
  const out = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0, reach = -1; x < width; x++) {
      const off = offs[row + x]!;
      if (off <= most && x + chord[off]! > reach) reach = x + chord[off]!;
      if (reach >= x) out[row + x] = 1;
    }
    for (let x = width - 1, reach = width; x >= 0; x--) {
      const off = offs[row + x]!;
      if (off <= most && x - chord[off]! < reach) reach = x - chord[off]!;
      if (reach <= x) out[row + x] = 1;
    }
  }
  return out;
}

/** Rows to the nearest pixel of `value` in the same column; `most` + 1 where it is farther. */
function rowsAway(mask: Uint8Array, { width, height }: Size, { value, most }: { value: 0 | 1; most: number }): Uint16Array {
  const far = most + 1;
  const offs = new Uint16Array(mask.length);
  for (let i = 0; i < offs.length; i++) {
    const above = i < width ? far : offs[i - width]! + 1;
    offs[i] = mask[i] === value ? 0 : Math.min(far, above);
  }
  for (let i = width * (height - 1) - 1; i >= 0; i--) {
    const below = offs[i + width]! + 1;
    if (below < offs[i]!) offs[i] = below;
  }
  return offs;
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
