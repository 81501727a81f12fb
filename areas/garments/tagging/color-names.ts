import type { GarmentColor } from '#contract/garment-colors.ts';
import type { Cielab } from '#science/imaging/cielab.ts';
import { colorDifference } from '#science/imaging/color-difference.ts';

/**
 * What cloth of that name looks like on a photo, in CIELAB (D65); several where a name covers much. Chosen by eye on photos
 * made at home, where white is seldom above 90 and black seldom below 10.
 */
const anchors: readonly (readonly [GarmentColor, ...Cielab])[] = [
  ['black', 8, 0, 0],
  ['black', 18, 0, 0],
  ['black', 17, 2, -3],
  ['charcoal', 31, 0, -1],
  ['charcoal', 36, 0, 0],
  ['grey', 50, 0, 0],
  ['grey', 58, 0, -2],
  ['light grey', 70, 0, 0],
  ['light grey', 74, -1, -3],
  ['white', 96, 0, 0],
  ['white', 88, 0, 0],
  ['white', 87, 0, -4],
  ['white', 86, 0, 3],
  ['cream', 91, 0, 12],
  ['cream', 86, 1, 14],
  ['beige', 81, 3, 17],
  ['beige', 77, 3, 14],
  ['beige', 68, 4, 14],
  ['camel', 60, 12, 32],
  ['camel', 55, 9, 22],
  ['brown', 40, 15, 22],
  ['brown', 42, 8, 14],
  ['dark brown', 24, 8, 10],
  ['dark brown', 20, 5, 5],
  ['khaki', 56, 0, 18],
  ['khaki', 66, -2, 22],
  ['olive', 42, -5, 24],
  ['olive', 33, -4, 14],
  ['dark green', 25, -12, 6],
  ['dark green', 33, -20, 10],
  ['green', 48, -38, 22],
  ['green', 52, -30, 34],
  ['green', 50, -16, 8],
  ['light green', 76, -22, 34],
  ['light green', 72, -14, 18],
  ['mint', 82, -20, 6],
  ['mint', 72, -28, 8],
  ['teal', 42, -22, -10],
  ['teal', 32, -14, -10],
  ['turquoise', 68, -28, -14],
  ['turquoise', 75, -24, -16],
  ['light blue', 76, -5, -14],
  ['light blue', 68, -4, -20],
  ['light blue', 78, -1, -12],
  ['denim blue', 50, -3, -18],
  ['denim blue', 42, -1, -16],
  ['denim blue', 58, -5, -15],
  ['blue', 42, 10, -48],
  ['blue', 34, 22, -58],
  ['blue', 52, -4, -38],
  ['navy', 18, 3, -14],
  ['navy', 26, 2, -18],
  ['navy', 22, 8, -26],
  ['lavender', 72, 9, -14],
  ['lavender', 62, 12, -20],
  ['purple', 38, 34, -36],
  ['purple', 42, 24, -24],
  ['plum', 27, 20, -11],
  ['plum', 38, 14, -8],
  ['burgundy', 25, 28, 9],
  ['burgundy', 30, 32, 10],
  ['red', 46, 62, 40],
  ['red', 42, 54, 26],
  ['coral', 62, 46, 30],
  ['coral', 58, 38, 20],
  ['orange', 65, 40, 60],
  ['orange', 55, 42, 50],
  ['mustard', 63, 8, 56],
  ['mustard', 56, 10, 46],
  ['yellow', 86, -4, 66],
  ['yellow', 84, -6, 42],
  ['peach', 82, 14, 20],
  ['peach', 74, 20, 20],
  ['pink', 64, 42, -4],
  ['pink', 58, 38, 4],
  ['pink', 64, 28, 2],
  ['light pink', 82, 14, 2],
  ['light pink', 74, 20, 0],
  ['fuchsia', 46, 62, -16],
  ['fuchsia', 42, 48, -8],
];

/** CIEDE2000: where two names are this much apart in nearness, people say the nearer one. */
const doubt_scale = 4;

/** Names a colour by the nearest anchor, and says how sure the name is: .5 half-way between two names. */
export function nameColor(lab: Cielab): { name: GarmentColor; confidence: number } {
  const nearest = new Map<GarmentColor, number>();
  for (const [name, ...anchor] of anchors) nearest.set(name, Math.min(nearest.get(name) ?? Infinity, colorDifference(lab, anchor)));
  const [[name, first], [, second]] = [...nearest].toSorted(([, one], [, other]) => one - other) as [
    [GarmentColor, number],
    [GarmentColor, number],
  ];
  return { name, confidence: 1 / (1 + Math.exp((first - second) / doubt_scale)) };
}
