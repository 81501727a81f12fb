import type { Cielab } from './cielab.ts';

const radians = Math.PI / 180;
const seventh = 25 ** 7;

/**
 * Tells how different two CIELAB colours look: CIEDE2000 with all weights 1. About 1 is just noticed side by side; symmetric.
 * Source: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula" (2005), doi:10.1002/col.20070, eq. 2 to 22.
 */
export function colorDifference(one: Cielab, other: Cielab): number {
  const chroma_mean = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma_mean ** 7 / (chroma_mean ** 7 + seventh));
  const [c1, h1] = polar(one[1] * stretch, one[2]);
  const [c2, h2] = polar(other[1] * stretch, other[2]);
  const is_grey = c1 * c2 === 0;
  const turn = is_grey ? 0 : shortTurn(h2 - h1);
  const hue_difference = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * radians);
  const lightness = (one[0] + other[0]) / 2;
  const chroma = (c1 + c2) / 2;
  const hue = is_grey ? h1 + h2 : meanHue(h1, h2);
  const lightness_scale = 1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2);
  const [dl, dc, dh] = [
    (other[0] - one[0]) / lightness_scale,
    (c2 - c1) / (1 + 0.045 * chroma),
    hue_difference / (1 + 0.015 * chroma * hueWeight(hue)),
  ];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + blueTurn(chroma, hue) * dc * dh);
}

/** Chroma, and hue in degrees 0..360. */
const polar = (a: number, b: number): [number, number] => [Math.hypot(a, b), (((Math.atan2(b, a) / radians) % 360) + 360) % 360];
const shortTurn = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees);

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

const hueWeight = (hue: number): number =>
  1 -
  0.17 * Math.cos((hue - 30) * radians) +
  0.24 * Math.cos(2 * hue * radians) +
  0.32 * Math.cos((3 * hue + 6) * radians) -
  0.2 * Math.cos((4 * hue - 63) * radians);

/** The turn of the ellipses among blues. */
function blueTurn(chroma: number, hue: number): number {
  const angle = 30 * Math.exp(-(((hue - 275) / 25) ** 2));
  return -Math.sin(2 * angle * radians) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + seventh));
}
