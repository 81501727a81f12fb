import type { GarmentColor } from '#contract/garment-colors.ts';
import { toCielab } from '#science/imaging/cielab.ts';
import { nameColor } from './color-names.ts';

/** Names a colour that is told as sRGB, `#1f3a5f`, as a photo of it would be named. */
export function nameHex(hex: string): GarmentColor {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return nameColor(toCielab([part(1), part(3), part(5)])).name;
}
