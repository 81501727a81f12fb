import { boxBlur } from '../imaging/box-blur.ts';
import type { Canvas } from '../imaging/draw-mesh.ts';

/** How much darker skin is right beside cloth, how far its shade reaches, and how far it falls down, in widths between the shoulders: light comes from above. */
const darkest = 0.4;
const [reach, falls] = [0.04, 0.02];
/** Shade is read at a quarter of the size. */
const coarse = 4;

/** The shade that what is put on casts on what is beside it, as a share 0..1 of light that is left at a pixel. O(pixels). */
export function castShade({ width, height, data }: Canvas, unit: number): (index: number) => number {
  const small = { width: Math.ceil(width / coarse), height: Math.ceil(height / coarse) };
  const plane = new Float32Array(small.width * small.height);
  for (let v = 0; v < small.height; v++)
    for (let u = 0; u < small.width; u++) plane[v * small.width + u] = Math.min(1, data[(v * coarse * width + u * coarse) * 4 + 3]!);
  const shade = boxBlur({ left: 0, top: 0, ...small, data: plane }, Math.max(1, (reach * unit) / coarse)).data;
  const at = (u: number, v: number): number => shade[Math.min(small.height - 1, v) * small.width + Math.min(small.width - 1, u)]!;
  return (index) => {
    const [x, y] = [(index % width) / coarse, Math.max(0, Math.floor(index / width) - falls * unit) / coarse];
    const [u, v] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - u, y - v];
    const above = at(u, v) * (1 - fx) + at(u + 1, v) * fx;
    const below = at(u, v + 1) * (1 - fx) + at(u + 1, v + 1) * fx;
    return 1 - darkest * (above * (1 - fy) + below * fy);
  };
}
