import type { Size } from '../imaging/picture.ts';
import type { Point } from '../imaging/trace-outline.ts';

/** How thick a bare limb is: half widths at places along it, counted in bones from its first joint. */
export type LimbShape = readonly (readonly [at: number, half: number])[];

/** In widths between the shoulder joints. Measured on people with bare arms and legs; a deltoid is the widest of an arm. */
export const bare_arm: LimbShape = [
  [0, 0.135],
  [0.3, 0.125],
  [0.65, 0.105],
  [1, 0.092],
  [1.3, 0.095],
  [1.65, 0.078],
  [2, 0.058],
];
export const bare_leg: LimbShape = [
  [0, 0.27],
  [0.35, 0.25],
  [0.75, 0.185],
  [1, 0.16],
  [1.3, 0.165],
  [1.7, 0.12],
  [2, 0.095],
];

/** Parts of a bone in which skin is measured. */
const per_bone = 16;
/** A limb that is thinner or thicker than this, of what is usual, was not seen whole: cloth covers some of it, or more than it is bare. */
const [thinnest, thickest] = [0.6, 1.45];
/** What a seen part tells of one farther away fades over this many bones. */
const told_within = 0.6;

/** A limb as it lies in a picture. */
export interface BareLimb {
  near: NearPixels;
  /** px from the line through the joints to the limb's middle, and from there to its edges, at each 1/16 bone. */
  middles: Float32Array;
  halves: Float32Array;
}

/** The pixels near a limb: which, how many bones from its first joint, and px to the right of the line of its joints where that goes down. */
interface NearPixels {
  index: Int32Array;
  at: Float32Array;
  across: Float32Array;
}

/** O(px near the joints x bones). */
function pixelsNear(joints: readonly Point[], reach: number, { width, height }: Size): NearPixels {
  const [xs, ys] = [joints.map(({ x }) => x), joints.map(({ y }) => y)];
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs) - reach)), Math.min(width - 1, Math.ceil(Math.max(...xs) + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys) - reach)), Math.min(height - 1, Math.ceil(Math.max(...ys) + reach))];
  const [columns, rows] = [Math.max(0, right - left + 1), Math.max(0, bottom - top + 1)];
  const squares_none = Math.fround(reach * reach);
  const squares = new Float32Array(columns * rows).fill(squares_none);
  const [places, offs] = [new Float32Array(columns * rows), new Float32Array(columns * rows)];
  let count = 0;
  for (let bone = 1; bone < joints.length; bone++) {
    const [from, to] = [joints[bone - 1]!, joints[bone]!];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length2 = dx * dx + dy * dy || 1;
    const [first, last] = [Math.max(left, Math.floor(Math.min(from.x, to.x) - reach)), Math.min(right, Math.max(from.x, to.x) + reach)];
    const [lowest, highest] = [Math.min(bottom, Math.max(from.y, to.y) + reach), Math.max(top, Math.floor(Math.min(from.y, to.y) - reach))];
    for (let y = highest; y <= lowest; y++)
      for (let x = first; x <= last; x++) {
        const [px, py] = [x - from.x, y - from.y];
        const share = Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
        const [off_x, off_y] = [px - dx * share, py - dy * share];
        const square = off_x * off_x + off_y * off_y;
        const at = (y - top) * columns + x - left;
        if (square >= squares[at]!) continue;
        if (squares[at] === squares_none) count++;
        squares[at] = square;
        places[at] = bone - 1 + share;
        offs[at] = dx * py - dy * px <= 0 ? Math.sqrt(square) : -Math.sqrt(square);
      }
  }
  const near = { index: new Int32Array(count), at: new Float32Array(count), across: new Float32Array(count) };
  for (let at = 0, to = 0; to < count; at++) {
    if (squares[at] === squares_none) continue;
    near.index[to] = (top + Math.floor(at / columns)) * width + left + (at % columns);
    near.at[to] = places[at]!;
    near.across[to] = offs[at]!;
    to++;
  }
  return near;
}

function halfAt(shape: LimbShape, at: number): number {
  const next = shape.findIndex(([place]) => place >= at);
  if (next < 0) return shape.at(-1)![1];
  if (next === 0) return shape[0]![1];
  const [[from, a], [to, b]] = [shape[next - 1]!, shape[next]!];
  return a + ((b - a) * (at - from)) / (to - from);
}

/**
 * Shapes a limb after what of it is bare already: as thick as that and in line with it, and as usual (`shape`, times `unit` px) where
 * nothing tells, but no thicker than what is worn on it. `skin` and `worn` are 1 where skin and clothes show.
 */
export function shapeLimb(
  joints: readonly Point[],
  { shape, unit, skin, worn }: { shape: LimbShape; unit: number; skin: Uint8Array; worn: Uint8Array },
  size: Size,
): BareLimb {
  const count = (joints.length - 1) * per_bone + 1;
  const usual = Float32Array.from({ length: count }, (_, i) => halfAt(shape, i / per_bone) * unit);
  const seen = Array.from({ length: count }, (): number[] => []);
  const room = Array.from({ length: count }, () => [0, 0] as [number, number]);
  const near = pixelsNear(joints, thickest * Math.max(...usual), size);
  for (let i = 0; i < near.index.length; i++) {
    const [pixel, bin, across] = [near.index[i]!, Math.round(near.at[i]! * per_bone), near.across[i]!];
    if (Math.abs(across) >= thickest * usual[bin]!) continue;
    if (skin[pixel]) seen[bin]!.push(across);
    if (skin[pixel] || worn[pixel]) room[bin]![across < 0 ? 0 : 1]++;
  }
  const bone_px = (bin: number): number => {
    const bone = Math.min(joints.length - 2, Math.floor(bin / per_bone));
    return Math.hypot(joints[bone + 1]!.x - joints[bone]!.x, joints[bone + 1]!.y - joints[bone]!.y) / per_bone;
  };
  const told: { bin: number; middle: number; ratio: number }[] = [];
  // At its ends a limb goes over into shoulder or hand.
  for (let bin = 2; bin < count - 2; bin++) {
    const places = seen[bin]!.toSorted((a, b) => a - b);
    if (places.length < 8) continue;
    const [from, to] = [places[Math.floor(0.02 * places.length)]!, places[Math.ceil(0.98 * places.length) - 1]!];
    const half = (to - from) / 2 + 0.5;
    const ratio = half / usual[bin]!;
    const is_whole = places.length > 0.8 * 2 * half * bone_px(bin) && Math.min(-from, to) > 0.2 * usual[bin]!;
    if (is_whole && ratio > thinnest && ratio < thickest) told.push({ bin, middle: (from + to) / 2, ratio });
  }
  const ratios = told.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
  // Too little was seen to say how thick the whole is.
  const own = ratios.length < 4 ? 1 : ratios[ratios.length >> 1]!;
  const [middles, halves] = [new Float32Array(count), new Float32Array(count)];
  for (let bin = 0; bin < count; bin++) {
    let [weights, middle, ratio] = [0.02, 0, 0.02 * own];
    for (const one of told) {
      const weight =
        Math.exp(-(((one.bin - bin) / per_bone / 0.12) ** 2)) + 0.05 * Math.exp(-Math.abs(one.bin - bin) / per_bone / told_within);
      weights += weight;
      middle += weight * one.middle;
      ratio += weight * one.ratio;
    }
    middles[bin] = middle / weights;
    halves[bin] = (ratio / weights) * usual[bin]!;
  }
  keepWithin(middles, halves, (bin, side) => room[bin]![side] / bone_px(bin));
  return { near, middles, halves };
}

/** Nothing bare stands out from what was worn over it: moves and narrows a limb into the room, px, on either side of its joints' line. */
function keepWithin(middles: Float32Array, halves: Float32Array, roomAt: (bin: number, side: 0 | 1) => number): void {
  const edges = ([0, 1] as const).map((side) =>
    Float32Array.from(middles, (middle, bin) => {
      const edge = halves[bin]! + (side === 1 ? middle : -middle);
      const room = roomAt(bin, side);
      // Where hardly anything is worn the limb is hidden by something else.
      return bin === 0 || bin === middles.length - 1 || room < 0.35 * edge ? edge : Math.min(edge, room - 1.5);
    }),
  );
  const [before, after] = edges.map((edge) =>
    edge.map((_, bin) => {
      const around = edge.subarray(Math.max(0, bin - 2), bin + 3);
      return around.reduce((sum, one) => sum + one, 0) / around.length;
    }),
  );
  for (let bin = 0; bin < middles.length; bin++) {
    halves[bin] = Math.max(2, (before![bin]! + after![bin]!) / 2);
    middles[bin] = (after![bin]! - before![bin]!) / 2;
  }
}

/** Goes through the pixels of a limb and a little around it: -1 and 1 are its edges. */
export function eachOfLimb({ near, middles, halves }: BareLimb, visit: (index: number, off: number, half: number) => void): void {
  for (let i = 0; i < near.index.length; i++) {
    const place = near.at[i]! * per_bone;
    const bin = Math.min(halves.length - 2, Math.floor(place));
    const share = place - bin;
    const half = halves[bin]! + (halves[bin + 1]! - halves[bin]!) * share;
    const middle = middles[bin]! + (middles[bin + 1]! - middles[bin]!) * share;
    const off = (near.across[i]! - middle) / half;
    if (Math.abs(off) < 1 + 2 / half) visit(near.index[i]!, off, half);
  }
}
