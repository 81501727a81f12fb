import type { Size } from './picture.ts';

/** The value of a plane [height x width] at `x`, `y` (0 is the centre of the first pixel), read linearly; beyond the borders it stays as there. */
export function readPlane(plane: Float32Array, { width, height }: Size, x: number, y: number): number {
  const [u, v] = [Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y))];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1) * width];
  const fx = u - left;
  const row = top * width;
  const upper = plane[row + left]! + (plane[row + right]! - plane[row + left]!) * fx;
  const lower = plane[below + left]! + (plane[below + right]! - plane[below + left]!) * fx;
  return upper + (lower - upper) * (v - top);
}
