import type { ColorPlanes } from '../imaging/color-planes.ts';
import { medianColor } from './median-color.ts';

interface SleeveSearch {
  /** Distance of each pixel from the middle of each arm in a sleeve, in its radii. */
  sleeves: readonly Float32Array[];
  is_person: Uint8Array;
  skin: Uint8Array;
  /** Row in which what is worn above ends on the body, and the one in which what is worn below begins. */
  from_y: number;
  waist_y: number;
  hips_x: number;
  unit: number;
}

/** Cloths that differ by less (OKLab, stretched) cannot be told by colour. */
const same_cloth = 14;
const usual_reach = 0.95;
const widest_reach = 1.45;

/** Tells whether a pixel beside the hips is a sleeve: near the arm, and rather of the colour of the sleeve above than of what is worn below. */
export function sleeveBelow(planes: ColorPlanes, search: SleeveSearch): (index: number) => boolean {
  const { sleeves, is_person, skin, from_y, waist_y, hips_x, unit } = search;
  const { width, height } = planes;
  const near = (i: number): number => Math.min(...sleeves.map((arm) => arm[i]!));
  const sampled = (from: number, to: number, is: (i: number, x: number) => boolean): number[] => {
    const found: number[] = [];
    for (let y = Math.max(0, Math.round(from)); y < Math.min(height, to); y += 2)
      for (let x = 0; x < width; x += 2) {
        const i = y * width + x;
        if (is_person[i] && !skin[i] && is(i, x)) found.push(i);
      }
    return found;
  };
  const above = sampled(from_y - 0.7 * unit, from_y, (i) => near(i) < 0.6);
  const below = sampled(waist_y, waist_y + 0.6 * unit, (i, x) => Math.abs(x - hips_x) < 0.3 * unit && near(i) > 1.2);
  const [sleeve, lower] = [medianColor(planes, above), medianColor(planes, below)];
  const plain = (i: number): boolean => near(i) < usual_reach;
  if (!sleeve || !lower || Math.hypot(...sleeve.map((one, c) => one - lower[c]!)) < same_cloth) return plain;
  return (i) => {
    const off = near(i);
    if (off > widest_reach) return false;
    const own = [planes.lightness[i]!, planes.a[i]!, planes.b[i]!];
    return Math.hypot(...own.map((one, c) => one - sleeve[c]!)) < Math.hypot(...own.map((one, c) => one - lower[c]!));
  };
}
