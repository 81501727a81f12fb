import type { Size } from '../imaging/picture.ts';
import { type BodyFrame, distance } from './body-frame.ts';

/** What a photo shows below the waist. [height x width] each. */
export interface LowerBody {
  /** 1 where what is worn on hips and legs shows. */
  lower: Uint8Array;
  /** px from the line through the hips' middle to either side of the body; of the waist, undefined where arms hide it. */
  hip_half: number;
  waist_half: number | undefined;
}

interface LowerSearch {
  frame: BodyFrame;
  is_person: Uint8Array;
  /** 1 for skin, head and what is worn above: none of it is worn below. */
  taken: Uint8Array;
  /** The nearer arm, in radii. */
  arm: Float32Array;
  /** 1 where somebody painted over the photo. */
  painted: Uint8Array;
  /** The row in which what is worn above ends, in each column: what is above it is not worn below. */
  hem: Int32Array;
}

/** Widths of a body between hips, in widths between the shoulder joints: what is outside of them is loose cloth, or a bag. */
const [narrowest, widest] = [0.46, 0.75];

export function findLowerBody({ frame, is_person, taken, arm, painted, hem }: LowerSearch, size: Size): LowerBody {
  const { left, right } = frame;
  const ends_y = Math.max(left.ankle.y, right.ankle.y);
  const lower = new Uint8Array(size.width * size.height);
  for (let y = 0, i = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, i++) lower[i] = is_person[i]! && !taken[i]! && y >= hem[x]! && y < ends_y ? 1 : 0;
  const hip_half = hipHalf({ frame, is_person, arm, painted }, size);
  const waist = bodyHalf({ frame, is_person, arm, painted }, size, waist_rows);
  const waist_half = waist === undefined ? undefined : Math.min(waist, hip_half);
  return { lower, hip_half, waist_half };
}

/** Rows of hips and waist, from shoulders (0) to hips (1). */
const hip_rows = [1, 1.17] as const;
const waist_rows = [0.55, 0.8] as const;

/** Half of the body between the hip joints and where legs part. */
function hipHalf(search: Omit<LowerSearch, 'taken' | 'hem'>, size: Size): number {
  const unit = search.frame.width;
  return Math.max(narrowest * unit, Math.min(widest * unit, bodyHalf(search, size, hip_rows) ?? 0.56 * unit));
}

/** Half of the body in some rows: their median, without arms; undefined where nothing shows it. */
function bodyHalf(
  { frame, is_person, arm, painted }: Omit<LowerSearch, 'taken' | 'hem'>,
  { width, height }: Size,
  [first, last]: readonly [number, number],
): number | undefined {
  const { shoulders, hips, length, left, right } = frame;
  const halves: number[] = [];
  const joints_half = distance(left.hip, right.hip) / 2;
  for (let y = Math.max(0, Math.round(shoulders.y + first * length)); y < Math.min(height, shoulders.y + last * length); y++) {
    const middle = shoulders.x + (hips.x - shoulders.x) * Math.min(1, (y - shoulders.y) / (length || 1));
    const reach = (way: 1 | -1): number | undefined => {
      for (let out = 0; ; out++) {
        const x = Math.round(middle) + way * out;
        if (x < 0 || x >= width) return undefined;
        const i = y * width + x;
        if (!is_person[i]) return out;
        // Where an arm begins, or paint, nobody sees where the body ends.
        if (painted[i] || (arm[i]! < 1 && out > joints_half)) return undefined;
      }
    };
    for (const half of [reach(-1), reach(1)]) if (half !== undefined) halves.push(half);
  }
  return halves.toSorted((a, b) => a - b)[halves.length >> 1];
}
