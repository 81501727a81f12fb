import type { ColorPlanes } from './color-planes.ts';
import type { GridGraph } from './grid-cut.ts';

/** What it costs to part neighbours. */
export type NeighbourPrices = Pick<GridGraph, 'width' | 'height' | 'right' | 'down' | 'down_right' | 'down_left'>;

/** Energies are whole numbers: one nat is this many. */
export const energy_scale = 256;

/** Every edge costs at least this share of the full price, so that outlines in strong texture do not become free. */
const price_floor = 0.03;

/**
 * Prices neighbours by how alike they look: `strength` nats between equal ones, falling with the squared difference of colour
 * against its mean over the picture, and with distance. O(pixels).
 * Source: Boykov and Jolly, ICCV 2001; Rother et al., GrabCut, ACM TOG 23 (2004), doi:10.1145/1015706.1015720, equation 11.
 */
export function contrastPrices({ width, height, lightness, a, b }: ColorPlanes, strength: number): NeighbourPrices {
  const count = width * height;
  const difference = (i: number, j: number): number => (lightness[i]! - lightness[j]!) ** 2 + (a[i]! - a[j]!) ** 2 + (b[i]! - b[j]!) ** 2;
  let [sum, pairs] = [0, 0];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) [sum, pairs] = [sum + difference(i, i + 1), pairs + 1];
      if (y + 1 < height) [sum, pairs] = [sum + difference(i, i + width), pairs + 1];
    }
  const fall = pairs / Math.max(2 * sum, 1e-6);
  const price = (i: number, j: number, far: number): number =>
    Math.round(((strength * energy_scale) / far) * Math.max(price_floor, Math.exp(-fall * difference(i, j))));
  const prices: NeighbourPrices = {
    width,
    height,
    right: new Int32Array(count),
    down: new Int32Array(count),
    down_right: new Int32Array(count),
    down_left: new Int32Array(count),
  };
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (x + 1 < width) prices.right[i] = price(i, i + 1, 1);
      if (y + 1 === height) continue;
      prices.down[i] = price(i, i + width, 1);
      if (x + 1 < width) prices.down_right[i] = price(i, i + width + 1, Math.SQRT2);
      if (x > 0) prices.down_left[i] = price(i, i + width - 1, Math.SQRT2);
    }
  return prices;
}
