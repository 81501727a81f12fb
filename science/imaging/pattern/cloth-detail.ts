import { boxBlur } from '../box-blur.ts';
import { toOklab } from '../oklab.ts';
import { channelsOf, type Picture, type Size } from '../picture.ts';

/**
 * What is drawn on a cloth, without slow light and shade: lightness and colour minus their surroundings' mean.
 * All row-major [height x width]; `weight` 1 well inside of the cloth, 0 outside.
 */
export interface ClothDetail extends Size {
  weight: Float32Array;
  lightness: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

/** Surroundings, as a part of the cloth's size: larger than a stripe, smaller than a sleeve's shadow. */
const surroundings = 1 / 14;
/** The outline has light, shadow and the cut-out's errors on it; so much of the cloth's size is left out. */
const rim = 1 / 40;
/** px: takes away a camera's noise and what JPEG adds, leaves stripes of 3 px. */
const smooth = 0.7;

/** Takes the detail of a cloth. `alpha`: [height x width] 0..255, the picture already cropped to the cloth. */
export function clothDetail(picture: Picture, alpha: Uint8Array): ClothDetail {
  const { width, height } = picture;
  const area = alpha.reduce((sum, value) => sum + (value > 127 ? 1 : 0), 0);
  const scale = Math.sqrt(area);
  const weight = shrinkMask(alpha, { width, height }, Math.max(1, scale * rim));
  const planes = oklabPlanes(picture);
  const [lightness, a, b] = planes.map((plane) => withoutSurroundings(plane, weight, { width, height }, scale * surroundings));
  return { width, height, weight, lightness: lightness!, a: a!, b: b! };
}

/** Keeps what is at least `margin` px inside. */
function shrinkMask(alpha: Uint8Array, { width, height }: Size, margin: number): Float32Array {
  const data = Float32Array.from(alpha, (value) => (value > 127 ? 1 : 0));
  const blurred = boxBlur({ left: 0, top: 0, width, height, data }, margin).data;
  // A straight edge blurs to .5; a margin further in it is about .84.
  const inside = blurred.map((value, i) => (value > 0.84 && data[i]! > 0 ? 1 : 0));
  for (let x = 0; x < width; x++) inside[x] = inside[(height - 1) * width + x] = 0;
  for (let y = 0; y < height; y++) inside[y * width] = inside[y * width + width - 1] = 0;
  return inside;
}

function oklabPlanes(picture: Picture): [Float32Array, Float32Array, Float32Array] {
  const channels = channelsOf(picture);
  const count = picture.width * picture.height;
  const planes: [Float32Array, Float32Array, Float32Array] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  const { data } = picture;
  for (let i = 0; i < count; i++) {
    const at = i * channels;
    const color = toOklab([data[at]! / 255, data[at + 1]! / 255, data[at + 2]! / 255]);
    for (const axis of [0, 1, 2] as const) planes[axis][i] = color[axis];
  }
  return planes;
}

/** The plane, lightly smoothed, minus the mean of the cloth around, counted within the cloth only. */
function withoutSurroundings(plane: Float32Array, weight: Float32Array, { width, height }: Size, sigma: number): Float32Array {
  const raster = (data: Float32Array) => ({ left: 0, top: 0, width, height, data });
  const fine = boxBlur(raster(plane), smooth).data;
  const sum = boxBlur(raster(fine.map((value, i) => value * weight[i]!)), sigma).data;
  const total = boxBlur(raster(weight), sigma).data;
  return fine.map((value, i) => (weight[i]! > 0 ? value - sum[i]! / total[i]! : 0));
}
