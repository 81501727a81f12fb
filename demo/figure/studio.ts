import { valueNoise } from '#science/imaging/value-noise.ts';
import type { Canvas } from '../cloth/paint.ts';

/** Where wall and floor meet, share of the height. */
const horizon = 0.87;

/** Fills a canvas with a studio: a wall lit from the left, a floor, and the shadow of somebody who stands there. */
export function paintStudio({ width, height, pixels }: Canvas): void {
  const noise = valueNoise(5);
  for (let y = 0; y < height; y += 1) {
    const v = y / height;
    const step = Math.max(0, Math.min(1, (v - horizon + 0.03) / 0.06));
    const floor_share = step * step * (3 - 2 * step);
    for (let x = 0; x < width; x += 1) {
      const u = x / width;
      const wall = 0.905 - 0.15 * Math.hypot(u - 0.36, (v - 0.3) * 0.9) ** 1.4;
      const floor = 0.78 + (0.06 * (v - horizon)) / (1 - horizon) - 0.05 * Math.abs(u - 0.45);
      const light = wall + (floor - wall) * floor_share + (noise(x / 180, y / 180) - 0.5) * 0.012;
      const feet = Math.exp(-0.9 * (((u - 0.565) / 0.19) ** 2 + ((v - 0.948) / 0.016) ** 2));
      const back = Math.exp(-(((u - 0.64) / 0.13) ** 2) - ((v - 0.62) / 0.34) ** 4);
      const at = (y * width + x) * 4;
      const shade = light * (1 - 0.42 * feet) * (1 - 0.055 * back);
      pixels[at] = 255 * shade;
      pixels[at + 1] = 251 * shade;
      pixels[at + 2] = 241 * shade;
      pixels[at + 3] = 255;
    }
  }
}
