/** Lightness 0..1, green-red and blue-yellow (about -0.4..0.4). */
export type Oklab = readonly [lightness: number, a: number, b: number];

/**
 * Turns an sRGB colour (0..1 each) into OKLab, in which equal distances look about equally large.
 * Source: B. Ottosson, "A perceptual color space for image processing" (2020), https://bottosson.github.io/posts/oklab/,
 * after the inverse transfer function of IEC 61966-2-1.
 */
export const toOklab = ([red, green, blue]: readonly [number, number, number]): Oklab =>
  linearToOklab(toLinear(red), toLinear(green), toLinear(blue));

/** The same of light, from which the transfer curve is taken already. */
export function linearToOklab(r: number, g: number, b: number): Oklab {
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

/** Undoes sRGB's transfer curve. */
export const toLinear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
