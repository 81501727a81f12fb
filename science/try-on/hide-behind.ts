import { boxMean } from '../imaging/box-mean.ts';
import type { Canvas } from '../imaging/draw-mesh.ts';

/** How ragged the edge of what is in front may be, px: it is told pixel by pixel, and cloth ends smoothly beside it. */
const ragged = 2;

/** Takes from a drawing what lies behind something: 1 in `front` [height x width] hides all; its edge is smoothed, and soft over two pixels. O(pixels). */
export function hideBehind({ width, height, data }: Canvas, front: Uint8Array): void {
  const near = boxMean(Float32Array.from(front), { width, height }, ragged);
  for (let i = 0; i < near.length; i++) {
    if (near[i]! < 0.25 || data[i * 4 + 3]! <= 0) continue;
    const left = Math.max(0, Math.min(1, 1.5 - 2 * near[i]!));
    for (let c = 0; c < 4; c++) data[i * 4 + c]! *= left;
  }
}
