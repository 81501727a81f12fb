import type { Size } from './picture.ts';

/** Gives the mean of each pixel's square of 2 radius + 1 px a side, borders repeated: [height x width]. O(pixels). */
export function boxMean(plane: Float32Array, { width, height }: Size, radius: number): Float32Array {
  const [across, out] = [new Float32Array(plane.length), new Float32Array(plane.length)];
  meanAcross(plane, across, { width, height, radius });
  meanDown(across, out, { width, height, radius, line: new Float32Array(width) });
  return out;
}

/** The size of both planes, and how far the mean reaches each way, px. */
export interface MeanShape {
  width: number;
  height: number;
  radius: number;
}

/** Writes to `to` the running mean of 2 radius + 1 pixels along each row of `from`, borders repeated. O(pixels). */
export function meanAcross(from: Float32Array, to: Float32Array, { width, height, radius }: MeanShape): void {
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y += 1) {
    const at = y * width;
    let sum = 0;
    for (let i = -radius; i <= radius; i += 1) sum += from[at + Math.min(width - 1, Math.max(0, i))]!;
    for (let x = 0; x < width; x += 1) {
      to[at + x] = sum * share;
      sum += from[at + Math.min(width - 1, x + radius + 1)]! - from[at + Math.max(0, x - radius)]!;
    }
  }
}

/** Does the same along each column. Keeps one sum a column and goes down all of them together, so that memory is read in order; `line` [width] is scratch. */
export function meanDown(from: Float32Array, to: Float32Array, { width, height, radius, line }: MeanShape & { line: Float32Array }): void {
  const share = 1 / (2 * radius + 1);
  line.fill(0);
  for (let i = -radius; i <= radius; i += 1) {
    const at = Math.min(height - 1, Math.max(0, i)) * width;
    for (let x = 0; x < width; x += 1) line[x]! += from[at + x]!;
  }
  for (let y = 0; y < height; y += 1) {
    const at = y * width;
    const enter = Math.min(height - 1, y + radius + 1) * width;
    const leave = Math.max(0, y - radius) * width;
    for (let x = 0; x < width; x += 1) {
      to[at + x] = line[x]! * share;
      line[x]! += from[enter + x]! - from[leave + x]!;
    }
  }
}
