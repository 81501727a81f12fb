import type { Size } from './picture.ts';

/** Connected pieces of equal value in a mask. */
export interface ConnectedParts {
  count: number;
  /** [height x width]: the part of each pixel, numbered from 0 in reading order. */
  of: Int32Array;
  /** Per part: its size in px, its value, and how many of its pixels lie on the frame. */
  areas: number[];
  values: number[];
  frame_pixels: number[];
}

/** Finds the pieces of a mask [height x width] that hang together by sides: of ones and of zeros alike. O(pixels). */
export function findConnectedParts(mask: Uint8Array, { width, height }: Size): ConnectedParts {
  const of = new Int32Array(mask.length).fill(-1);
  const queue = new Int32Array(mask.length);
  const parts: ConnectedParts = { count: 0, of, areas: [], values: [], frame_pixels: [] };
  for (let start = 0; start < mask.length; start++) {
    if (of[start]! >= 0) continue;
    const value = mask[start]!;
    const part = parts.count++;
    let [done, filled, on_frame] = [0, 1, 0];
    queue[0] = start;
    of[start] = part;
    const visit = (j: number): void => {
      if (of[j]! >= 0 || mask[j] !== value) return;
      of[j] = part;
      queue[filled++] = j;
    };
    while (done < filled) {
      const i = queue[done++]!;
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x + 1 < width) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i + width < mask.length) visit(i + width);
      if (x === 0 || x + 1 === width || i < width || i + width >= width * height) on_frame++;
    }
    parts.areas.push(filled);
    parts.values.push(value);
    parts.frame_pixels.push(on_frame);
  }
  return parts;
}
