import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import type { Size } from '#science/imaging/picture.ts';

/** A loose piece smaller than this share of the largest is dirt, a label or a shadow; a second shoe is far larger. */
const piece_share = 0.06;
/** A hole smaller than this share of the thing is a button, a print or a highlight; a gap below an arm is mostly larger. */
const hole_share = 0.004;

/** Takes away small loose pieces and fills small holes, unless a mark says that they are meant: [height x width]. O(pixels). */
export function tidyMask(inside: Uint8Array, size: Size, marks?: Int8Array): Uint8Array {
  const { of, areas, values, frame_pixels } = findConnectedParts(inside, size);
  const is_marked = areas.map(() => false);
  marks?.forEach((mark, i) => {
    if (mark !== 0) is_marked[of[i]!] = true;
  });
  const largest = Math.max(0, ...areas.filter((_, part) => values[part] === 1));
  const value_of = areas.map((area, part) => {
    if (is_marked[part]) return values[part]!;
    if (values[part] === 1) return area >= piece_share * largest ? 1 : 0;
    return frame_pixels[part] === 0 && area < hole_share * largest ? 1 : 0;
  });
  return inside.map((_, i) => value_of[of[i]!]!);
}
