/** Red, green, blue, 0 to 255, as they stand in the picture. */
export type Rgb = readonly [number, number, number];
/** The colour of each dye that a drawing names. */
export type Palette = Readonly<Record<string, Rgb>>;

/** Reads `#rrggbb`. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Mixes two colours; `share` 0 is the first, 1 the second. */
export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
