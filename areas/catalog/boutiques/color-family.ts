import type { ColorFamily } from '#contract/for-sale.ts';
import { toOklab } from '#science/imaging/oklab.ts';

/** Below this chroma people name a lightness, not a hue; dark cloth needs more colour to look coloured. */
const chroma_min = 0.022;
const dark_chroma_min = 0.035;
const dark = 0.3;

/** Hues in degrees of OKLab, each up to where the next begins. */
const hues: readonly (readonly [until: number, ColorFamily])[] = [
  [12, 'pink'],
  [35, 'red'],
  [70, 'orange'],
  [112, 'yellow'],
  [188, 'green'],
  [290, 'blue'],
  [328, 'purple'],
  [360, 'pink'],
];

/** Names the family of a colour, as people look for it. `hex` as in #1f3a5f. */
export function colorFamily(hex: string): ColorFamily {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  const [lightness, a, b] = toOklab([part(1), part(3), part(5)]);
  const chroma = Math.hypot(a, b);
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  if (chroma < (lightness < dark ? dark_chroma_min : chroma_min)) return greyOf(lightness);
  const is_warm = hue >= 25 && hue <= 112;
  if (is_warm && chroma < 0.075 && lightness > 0.66) return lightness > 0.955 ? 'white' : 'beige';
  if (is_warm && lightness < 0.7 && chroma < (hue < 40 ? 0.09 : 0.11)) return hue > 95 ? 'green' : 'brown';
  if (hue > 12 && hue <= 35 && lightness > 0.74) return 'pink';
  if ((hue <= 12 || hue > 345) && lightness < 0.45) return 'red';
  return hues.find(([until]) => hue <= until)![1];
}

const greyOf = (lightness: number): ColorFamily => (lightness < 0.32 ? 'black' : lightness > 0.93 ? 'white' : 'grey');
