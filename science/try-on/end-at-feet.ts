import type { ColorPlanes } from '../imaging/color-planes.ts';
import { type BodyFrame, type BodySide, distance } from './body-frame.ts';
import { countColors } from './color-counts.ts';

interface FeetSearch {
  frame: BodyFrame;
  /** 1 where what is worn below the waist may show, feet and shoes among it. */
  below_hem: Uint8Array;
  /** 1 where what is worn on hips and legs shows for certain. */
  lower: Uint8Array;
}

/** How far to either side of an ankle lies its foot, in widths between the shoulders. */
const foot_half = 0.42;
/** In shins: how far above an ankle a hem's colours are read, how far below it cloth may go on, and how far a joint may be off. */
const [read_above, goes_on, unsure] = [0.3, 0.17, 0.03];
/** A hem covers the ankle where so much of what is read there is cloth; colours of the hem are as frequent as that. */
const [covered, own] = [0.5, 0.008];

/**
 * Cuts what is worn on the legs off where it ends, foot by foot: at the ankle, since what is below is a shoe; farther down where the
 * cloth that covers the ankle goes on in its own colours. O(px beside feet).
 */
export function endAtFeet(planes: ColorPlanes, { frame, below_hem, lower }: FeetSearch): Uint8Array {
  const out = lower.slice();
  for (const side of [frame.left, frame.right]) {
    const other = side === frame.left ? frame.right : frame.left;
    endAtFoot(out, planes, { side, other, half: foot_half * frame.width, below_hem });
  }
  return out;
}

function endAtFoot(
  out: Uint8Array,
  planes: ColorPlanes,
  { side: { knee, ankle }, other, half, below_hem }: { side: BodySide; other: BodySide; half: number; below_hem: Uint8Array },
): void {
  const { width, height } = planes;
  const shin = distance(knee, ankle);
  if (ankle.y >= height || ankle.y <= knee.y) return;
  const [from, to] = [Math.max(0, Math.round(ankle.x - half)), Math.min(width - 1, Math.round(ankle.x + half))];
  const isNear = (x: number): boolean => Math.abs(x - ankle.x) <= Math.abs(x - other.ankle.x);
  const eachIn = (top: number, bottom: number, visit: (i: number, y: number) => void): void => {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(height, bottom); y++)
      for (let x = from; x <= to; x++) if (isNear(x) && below_hem[y * width + x]) visit(y * width + x, y);
  };
  const hem = countColors(planes, (visit) => eachIn(ankle.y - read_above * shin, ankle.y - unsure * shin, visit));
  const is_covered = hem.total > covered * 0.2 * half * read_above * shin;
  const ends = ankle.y + (is_covered ? goes_on * shin : 0);
  eachIn(ankle.y + unsure * shin, height, (i, y) => {
    out[i] = y < ends && hem.shareLike(i) > own ? 1 : 0;
  });
}
