import type { Picture, Size } from '#science/imaging/picture.ts';
import { channelsOf } from '#science/imaging/picture.ts';
import { boxMean } from '#science/imaging/box-mean.ts';

/**
 * Structural similarity of two pictures' luma at each pixel [height x width], about -1..1, windows of 7 x 7.
 * Source: Wang et al., "Image quality assessment" (2004), doi:10.1109/TIP.2003.819861, eq. 13, K1 = .01, K2 = .03.
 */
export function similarityMap(one: Picture, other: Picture): Float32Array {
  const size: Size = one;
  const [x, y] = [lumaOf(one), lumaOf(other)];
  const product = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value * b[i]!);
  const mean = (plane: Float32Array): Float32Array => boxMean(plane, size, 3);
  const [mx, my, xx, yy, xy] = [mean(x), mean(y), mean(product(x, x)), mean(product(y, y)), mean(product(x, y))];
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  return mx.map((a, i) => {
    const b = my[i]!;
    const [vx, vy, cov] = [xx[i]! - a * a, yy[i]! - b * b, xy[i]! - a * b];
    return ((2 * a * b + c1) * (2 * cov + c2)) / ((a * a + b * b + c1) * (vx + vy + c2));
  });
}

function lumaOf(picture: Picture): Float32Array {
  const channels = channelsOf(picture);
  const { width, height, data } = picture;
  const luma = new Float32Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += channels) luma[i] = 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
  return luma;
}
