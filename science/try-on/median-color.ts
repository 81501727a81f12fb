import type { ColorPlanes } from '../imaging/color-planes.ts';

/** Fewer px say nothing of a colour. */
const enough = 60;

/** The median of each channel over some pixels; undefined where they are too few. */
export function medianColor({ lightness, a, b }: ColorPlanes, pixels: readonly number[]): [number, number, number] | undefined {
  if (pixels.length < enough) return undefined;
  const values = new Float32Array(pixels.length);
  const medianOf = (plane: Float32Array): number => {
    for (let at = 0; at < values.length; at++) values[at] = plane[pixels[at]!]!;
    return values.sort()[values.length >> 1]!;
  };
  return [medianOf(lightness), medianOf(a), medianOf(b)];
}
