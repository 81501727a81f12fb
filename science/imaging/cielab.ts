/** Lightness 0..100, green-red and blue-yellow (about -128..128). */
export type Cielab = readonly [lightness: number, a: number, b: number];

/** D65 for the 2° observer, Y = 1: the white of sRGB. */
const white = [0.95047, 1, 1.08883] as const;
/** Where the cube root of CIELAB passes into a straight line. */
const bend = (6 / 29) ** 3;

/**
 * Turns an sRGB colour (0..1 each) into CIELAB under D65. White is [100, 0, 0].
 * Source: IEC 61966-2-1 (sRGB to XYZ) and CIE 15:2004, eq. 8.3 to 8.11.
 */
export function toCielab([red, green, blue]: readonly [number, number, number]): Cielab {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const x = curved((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0]);
  const y = curved((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / white[1]);
  const z = curved((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const curved = (t: number): number => (t > bend ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
/** Undoes sRGB's transfer curve. */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
