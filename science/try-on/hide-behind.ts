import type { Canvas } from '../imaging/draw-mesh.ts';

/** Takes from a drawing what lies behind something: 1 in `front` [height x width] hides all; its edge is a pixel wide. */
export function hideBehind({ width, height, data }: Canvas, front: Uint8Array): void {
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (data[i * 4 + 3]! <= 0) continue;
      const around =
        front[i]! * 4 + at(front, x - 1, y, width) + at(front, x + 1, y, width) + at(front, x, y - 1, width) + at(front, x, y + 1, width);
      if (around > 0) for (let c = 0; c < 4; c++) data[i * 4 + c]! *= 1 - Math.min(1, around / 8 + (front[i]! ? 0.125 : 0));
    }
}

const at = (mask: Uint8Array, x: number, y: number, width: number): number => (x >= 0 && x < width ? (mask[y * width + x] ?? 0) : 0);
