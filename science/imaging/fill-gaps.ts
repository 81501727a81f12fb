import type { Size } from './picture.ts';

/**
 * Fills what is not known of a plane set [height x width x channels] smoothly from what is: averages of known values, level by level
 * halved, then carried back where nothing is known. `known` is 0..1 a pixel. Source: Gortler et al., The Lumigraph (1996), section
 * 3.4.2 ("pull-push"). O(pixels x channels). Where nothing at all is known the values stay.
 */
export function fillGaps(values: Float32Array, known: Float32Array, { width, height }: Size, channels: number): Float32Array {
  if ((width <= 1 && height <= 1) || !known.some((share) => share > 0)) return values;
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const means = new Float32Array(half.width * half.height * channels);
  const weights = new Float32Array(half.width * half.height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const weight = known[y * width + x]!;
      if (weight <= 0) continue;
      const to = (y >> 1) * half.width + (x >> 1);
      weights[to]! += weight;
      for (let c = 0; c < channels; c++) means[to * channels + c]! += weight * values[(y * width + x) * channels + c]!;
    }
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= 0) continue;
    for (let c = 0; c < channels; c++) means[i * channels + c]! /= weights[i]!;
    weights[i] = Math.min(1, weights[i]!);
  }
  const filled = fillGaps(means, weights, half, channels);
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const weight = Math.min(1, known[i]!);
      for (let c = 0; c < channels; c++) {
        const own = weight > 0 ? weight * values[i * channels + c]! : 0;
        out[i * channels + c] = weight >= 1 ? own : own + (1 - weight) * readBetween(filled, half, { x, y, channels, c });
      }
    }
  return out;
}

/** A value of the halved planes at the middle of a pixel of the whole ones, read linearly. */
function readBetween(
  planes: Float32Array,
  { width, height }: Size,
  { x, y, channels, c }: { x: number; y: number; channels: number; c: number },
): number {
  const [u, v] = [Math.max(0, Math.min(width - 1, (x - 0.5) / 2)), Math.max(0, Math.min(height - 1, (y - 0.5) / 2))];
  const [x0, y0] = [Math.floor(u), Math.floor(v)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [u - x0, v - y0];
  const at = (px: number, py: number): number => planes[(py * width + px) * channels + c]!;
  return (at(x0, y0) * (1 - fx) + at(x1, y0) * fx) * (1 - fy) + (at(x0, y1) * (1 - fx) + at(x1, y1) * fx) * fy;
}
