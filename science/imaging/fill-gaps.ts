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
  return carryBack(values, known, { filled, size: { width, height }, half, channels });
}

/** Puts between known values what the halved planes say, read linearly at the middle of each pixel. */
function carryBack(
  values: Float32Array,
  known: Float32Array,
  { filled, size: { width, height }, half, channels }: { filled: Float32Array; size: Size; half: Size; channels: number },
): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0, i = 0; y < height; y++) {
    const v = Math.max(0, Math.min(half.height - 1, (y - 0.5) / 2));
    const above = Math.floor(v) * half.width;
    const below = Math.min(half.height - 1, Math.floor(v) + 1) * half.width;
    const fy = v - Math.floor(v);
    for (let x = 0; x < width; x++, i++) {
      const weight = Math.min(1, known[i]!);
      if (weight >= 1) {
        for (let c = 0; c < channels; c++) out[i * channels + c] = values[i * channels + c]!;
        continue;
      }
      const u = Math.max(0, Math.min(half.width - 1, (x - 0.5) / 2));
      const before = Math.floor(u);
      const after = Math.min(half.width - 1, before + 1);
      const fx = u - before;
      for (let c = 0; c < channels; c++) {
        const top = filled[(above + before) * channels + c]! * (1 - fx) + filled[(above + after) * channels + c]! * fx;
        const bottom = filled[(below + before) * channels + c]! * (1 - fx) + filled[(below + after) * channels + c]! * fx;
        const own = weight > 0 ? weight * values[i * channels + c]! : 0;
        out[i * channels + c] = own + (1 - weight) * (top * (1 - fy) + bottom * fy);
      }
    }
  }
  return out;
}
