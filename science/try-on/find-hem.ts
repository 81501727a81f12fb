import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { BodyFrame } from './body-frame.ts';
import type { Waist } from './find-waist.ts';
import { medianColor } from './median-color.ts';

interface HemSearch {
  frame: BodyFrame;
  waist: Waist;
  is_person: Uint8Array;
  /** 1 for skin and head. */
  is_bare: Uint8Array;
  /** Distance from the middle of the nearer arm, in its radii. */
  arm: Float32Array;
}

/** How far from the row of the waist a hem may lie in some columns, in torso lengths. */
const most_off = 0.2;
/** Where fewer of each cloth's pixels are nearer its own colour than the other's, the two cannot be told. */
const told = 0.9;
/** Of so many px above a hem and below it, half must show the one cloth and the other, for it to be seen in a column. */
const seen_px = 6;
/** px that a hem rises or falls a px at most, and at once, in torso lengths. */
const [steepest, most_jump] = [0.7, 0.06];
/** Columns on either side that a hem is smoothed over, and how far beside the hips one is looked for, in widths between the shoulders. */
const [smooth, aside] = [0.04, 0.75];

/** The row in which what is worn above ends, in each column of a picture: it slants and dips. Level where the two cloths cannot be told by colour, or a belly shows between. */
export function findHem(planes: ColorPlanes, { frame, waist, is_person, is_bare, arm }: HemSearch): Int32Array {
  const { width, height } = planes;
  const level = new Int32Array(width).fill(waist.upper_ends_y);
  if (!waist.is_seen || waist.upper_ends_y !== waist.y) return level;
  const { hips, length, width: unit } = frame;
  const isCloth = (i: number): boolean => is_person[i] === 1 && !is_bare[i] && arm[i]! > 1;
  const sampled = (from: number, to: number): number[] => {
    const found: number[] = [];
    for (let y = Math.max(0, Math.round(waist.y + from * length)); y < Math.min(height, waist.y + to * length); y += 2)
      for (let x = Math.max(0, Math.round(hips.x - 0.3 * unit)); x < Math.min(width, hips.x + 0.3 * unit); x += 2)
        if (isCloth(y * width + x)) found.push(y * width + x);
    return found;
  };
  const [above, below] = [sampled(-0.3, -0.1), sampled(0.1, 0.3)];
  const [upper, lower] = [medianColor(planes, above), medianColor(planes, below)];
  if (!upper || !lower) return level;
  const off = (i: number, [l, a, b]: readonly [number, number, number]): number =>
    (planes.lightness[i]! - l) ** 2 + (planes.a[i]! - a) ** 2 + (planes.b[i]! - b) ** 2;
  const isUpper = (i: number): boolean => off(i, upper) < off(i, lower);
  const is_told = above.filter(isUpper).length > told * above.length && below.filter((i) => !isUpper(i)).length > told * below.length;
  if (!is_told) return level;
  const rows = [
    Math.max(0, Math.round(waist.y - most_off * length)),
    Math.min(height - 1, Math.round(waist.y + most_off * length)),
  ] as const;
  const columns = [Math.max(0, Math.round(hips.x - aside * unit)), Math.min(width - 1, Math.round(hips.x + aside * unit))] as const;
  const found: [x: number, y: number][] = [];
  for (let x = columns[0]; x <= columns[1]; x++) {
    let [sum, best] = [0, { sum: 0, y: rows[0] }];
    for (let y = rows[0]; y <= rows[1]; y++) {
      const i = y * width + x;
      if (!isCloth(i)) continue;
      sum += isUpper(i) ? 1 : -1;
      if (sum >= best.sum) best = { sum, y: y + 1 };
    }
    const count = (from: number, to: number, is_upper: boolean): number => {
      let all = 0;
      for (let y = Math.max(0, from); y < Math.min(height, to); y++) {
        const i = y * width + x;
        if (isCloth(i) && isUpper(i) === is_upper) all++;
      }
      return all;
    };
    if (2 * count(best.y - seen_px, best.y, true) > seen_px && 2 * count(best.y, best.y + seen_px, false) > seen_px)
      found.push([x, best.y]);
  }
  return smoothed(inLine(found, hips.x, most_jump * length), level, Math.round(smooth * unit));
}

/** What goes on from the middle of the body outwards without a jump, as a hem does and a hand before it does not. */
function inLine(found: readonly (readonly [x: number, y: number])[], middle: number, jump: number): (readonly [x: number, y: number])[] {
  const central = found.filter(([x]) => Math.abs(x - middle) < 2 * jump).map(([, y]) => y);
  const begins_y = (central.length > 0 ? central : found.map(([, y]) => y)).toSorted((a, b) => a - b)[
    (central.length || found.length) >> 1
  ];
  const follow = (side: readonly (readonly [x: number, y: number])[]): (readonly [x: number, y: number])[] => {
    let [last_x, last_y] = [middle, begins_y!];
    return side.filter(([x, y]) => {
      if (Math.abs(y - last_y) > Math.min(jump, 3 + steepest * Math.abs(x - last_x))) return false;
      [last_x, last_y] = [x, y];
      return true;
    });
  };
  const right = found.findIndex(([x]) => x >= middle);
  const [before, after] = right < 0 ? [found, []] : [found.slice(0, right), found.slice(right)];
  return [...follow(before.toReversed()).toReversed(), ...follow(after)];
}

/** The median of what was found near each column; beside the outermost of them as there, and `level` where nothing was found. */
function smoothed(found: readonly (readonly [x: number, y: number])[], level: Int32Array, around: number): Int32Array {
  if (found.length === 0) return level;
  const out = level.slice();
  for (let x = 0, first = 0; x < out.length; x++) {
    while (first < found.length - 1 && found[first]![0] < x - around) first++;
    const near = [found[first]![1]];
    for (let k = first + 1; k < found.length && found[k]![0] <= x + around; k++) near.push(found[k]![1]);
    out[x] = near.toSorted((a, b) => a - b)[near.length >> 1]!;
  }
  return out;
}
