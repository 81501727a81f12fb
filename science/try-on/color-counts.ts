import type { ColorPlanes } from '../imaging/color-planes.ts';

/** How broad a bin of colours is (OKLab, stretched), and how many there are along each axis. */
const [lightness_step, hue_step, lights, hues] = [7, 6, 15, 34];

/** How often colours like each one occur among some pixels. */
export interface ColorCounts {
  /** Share 0..1 of the pixels whose colour is about that of a pixel. */
  shareLike: (index: number) => number;
  total: number;
}

/** Counts the colours of the pixels that are visited. O(pixels). */
export function countColors({ lightness, a, b }: ColorPlanes, each: (visit: (index: number) => void) => void): ColorCounts {
  const counts = new Float32Array(lights * hues * hues);
  const hueOf = (value: number): number => Math.max(0, Math.min(hues - 1, Math.floor(value / hue_step) + hues / 2));
  const binOf = (i: number): number =>
    (Math.max(0, Math.min(lights - 1, Math.floor(lightness[i]! / lightness_step))) * hues + hueOf(a[i]!)) * hues + hueOf(b[i]!);
  let total = 0;
  each((i) => {
    counts[binOf(i)]!++;
    total++;
  });
  return { shareLike: (i) => (total === 0 ? 0 : counts[binOf(i)]! / total), total };
}
