import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { BodyFrame } from './body-frame.ts';

export interface Waist {
  /** Row in which what is worn below begins. */
  y: number;
  /** Row in which what is worn above ends: the same, where no belly shows. */
  upper_ends_y: number;
  is_seen: boolean;
}

interface WaistSearch {
  frame: BodyFrame;
  is_person: Uint8Array;
  skin: Uint8Array;
}

/** What hides a belly, a string or a shadow, is no broader than this, and a belly no thinner; in torso lengths. */
const [hides, thinnest] = [0.03, 0.012];

/** The row between chest and thighs above and below which colours differ most; where a dress has none, below the hips. */
export function findWaist({ width, height, lightness, a, b }: ColorPlanes, { frame, is_person, skin }: WaistSearch): Waist {
  const { shoulders, hips, length } = frame;
  const from = Math.round(shoulders.y + 0.45 * length);
  const to = Math.min(height - 1, Math.round(hips.y + 0.35 * length));
  const half = 0.28 * frame.width;
  const rows: [number, number, number][] = [];
  /** First and last row of what is bare: a belly, or what a light top has of the colour of skin. */
  const bare_runs: [number, number][] = [];
  for (let y = from; y <= to; y++) {
    const middle = shoulders.x + (hips.x - shoulders.x) * Math.min(1, (y - shoulders.y) / (length || 1));
    const sum: [number, number, number] = [0, 0, 0];
    let [count, bare] = [0, 0];
    for (let x = Math.max(0, Math.round(middle - half)); x <= Math.min(width - 1, middle + half); x++) {
      const i = y * width + x;
      if (!is_person[i]) continue;
      sum[0] += lightness[i]!;
      sum[1] += a[i]!;
      sum[2] += b[i]!;
      count++;
      bare += skin[i]!;
    }
    rows.push(sum.map((one) => one / Math.max(1, count)) as [number, number, number]);
    const run = bare_runs.at(-1);
    if (bare <= 0.7 * count) continue;
    if (run && y - run[1] < hides * length) run[1] = y;
    else bare_runs.push([y, y]);
  }
  // Where a belly shows, what is worn below begins under it.
  const belly = bare_runs.findLast(([first, last]) => last < hips.y && last - first >= thinnest * length);
  if (belly) return { y: belly[1] + 1, upper_ends_y: belly[0], is_seen: true };
  const span = Math.max(4, Math.round(0.08 * length));
  let best = { step: 8, y: Math.round(hips.y + 0.1 * length), is_seen: false };
  for (let row = span; row + span < rows.length; row++) {
    const mean = (first: number, c: 0 | 1 | 2): number => rows.slice(first, first + span).reduce((sum, one) => sum + one[c], 0) / span;
    const step = Math.hypot(...([0, 1, 2] as const).map((c) => mean(row, c) - mean(row - span, c)));
    if (step > best.step) best = { step, y: from + row, is_seen: true };
  }
  return { ...best, upper_ends_y: best.y };
}
