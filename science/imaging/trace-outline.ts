import type { Size } from './picture.ts';

/** A place in a picture, px. */
export interface Point {
  x: number;
  y: number;
}

/** The eight neighbours, clockwise from the right, rows downwards. */
const around = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/**
 * Follows the outer edge of the part of a mask [height x width, 0 or 1] that holds its topmost, leftmost pixel: the pixels on the
 * edge, clockwise as seen, first where it began. Empty where the mask is. Moore's tracing with Jacob's stop; O(edge).
 */
export function traceOutline(mask: Uint8Array, { width, height }: Size): Point[] {
  const start = mask.indexOf(1);
  if (start < 0) return [];
  const isSet = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
  const first: Point = { x: start % width, y: Math.floor(start / width) };
  const outline = [first];
  let at = first;
  // The pixel above the first is empty, so looking begins there.
  let looked = 6;
  for (let steps = 0; steps < 4 * width * height; steps++) {
    let next: Point | undefined;
    for (let turn = 1; turn <= 8; turn++) {
      const way = (looked + turn) % 8;
      const [dx, dy] = around[way]!;
      if (!isSet(at.x + dx, at.y + dy)) continue;
      next = { x: at.x + dx, y: at.y + dy };
      // Looking goes on from the empty pixel that was seen last.
      looked = (way + 5 + (way % 2 === 0 ? 1 : 0)) % 8;
      break;
    }
    if (!next) return outline;
    if (next.x === first.x && next.y === first.y) return outline;
    outline.push(next);
    at = next;
  }
  return outline;
}
