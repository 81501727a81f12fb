import { valueNoise } from '#science/imaging/value-noise.ts';
import type { Canvas } from '../cloth/paint.ts';

/** Where wall and floor meet, share of the height. */
const horizon = 0.87;
/** Light is soft: it is worked out every so many px and blended between, which takes a sixteenth of the time. */
const cell = 4;

/** Fills a canvas with a studio: a wall lit from the left, a floor, and the shadow of somebody who stands there. */
export function paintStudio({ width, height, pixels }: Canvas): void {
  const columns = Math.ceil(width / cell) + 1;
  const shades = shadesAt({ columns, rows: Math.ceil(height / cell) + 1, width, height });
  for (let y = 0; y < height; y += 1) {
    const [row, down] = [Math.floor(y / cell), (y % cell) / cell];
    for (let x = 0; x < width; x += 1) {
      const corner = row * columns + Math.floor(x / cell);
      const across = (x % cell) / cell;
      const above = shades[corner]! + (shades[corner + 1]! - shades[corner]!) * across;
      const below = shades[corner + columns]! + (shades[corner + columns + 1]! - shades[corner + columns]!) * across;
      const shade = above + (below - above) * down;
      const at = (y * width + x) * 4;
      pixels[at] = 255 * shade;
      pixels[at + 1] = 251 * shade;
      pixels[at + 2] = 241 * shade;
      pixels[at + 3] = 255;
    }
  }
}

/** How bright the studio is at the corners of the cells, 0..1, row-major [rows x columns]. */
function shadesAt({ columns, rows, width, height }: { columns: number; rows: number; width: number; height: number }): Float32Array {
  const noise = valueNoise(5);
  const shades = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [column * cell, row * cell];
      shades[row * columns + column] = shadeAt(x / width, y / height) + (noise(x / 180, y / 180) - 0.5) * 0.012;
    }
  }
  return shades;
}

function shadeAt(u: number, v: number): number {
  const step = Math.max(0, Math.min(1, (v - horizon + 0.03) / 0.06));
  const floor_share = step * step * (3 - 2 * step);
  const wall = 0.905 - 0.15 * Math.hypot(u - 0.36, (v - 0.3) * 0.9) ** 1.4;
  const floor = 0.78 + (0.06 * (v - horizon)) / (1 - horizon) - 0.05 * Math.abs(u - 0.45);
  const light = wall + (floor - wall) * floor_share;
  const feet = Math.exp(-0.9 * (((u - 0.565) / 0.19) ** 2 + ((v - 0.948) / 0.016) ** 2));
  const back = Math.exp(-(((u - 0.64) / 0.13) ** 2) - ((v - 0.62) / 0.34) ** 4);
  return light * (1 - 0.42 * feet) * (1 - 0.055 * back);
}
