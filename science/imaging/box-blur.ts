import { meanAcross, meanDown } from './box-mean.ts';
import type { Raster } from './raster.ts';

/** Under this the three boxes would be one pixel wide, which is no blur at all. */
const sigma_min = 0.6;

/**
 * Blurs a raster nearly as a Gaussian of `sigma` px does: three running means each way, borders repeated.
 * The variance is that of three boxes, r(r + 1), with r rounded: right to 10 % above 3 px. O(pixels), whatever the sigma.
 * Gives the same raster back when sigma is under .6.
 * Source: Kovesi, "Fast Almost-Gaussian Filtering" (DICTA 2010), doi:10.1109/DICTA.2010.30, with equal boxes.
 */
export function boxBlur(raster: Raster, sigma: number): Raster {
  if (sigma < sigma_min) return raster;
  const radius = Math.max(1, Math.round(sigma * 0.98));
  const { width, height } = raster;
  let data: Float32Array = raster.data;
  let spare: Float32Array = new Float32Array(data.length);
  const line = new Float32Array(width);
  for (let pass = 0; pass < 3; pass += 1) {
    const across = spare;
    meanAcross(data, across, { width, height, radius });
    spare = pass === 0 ? new Float32Array(data.length) : data;
    meanDown(across, spare, { width, height, radius, line });
    data = spare;
    spare = across;
  }
  return { ...raster, data };
}
