import type { Point } from '../imaging/trace-outline.ts';
import type { Pixels } from './compose-look.ts';

/** Left is the person's own, so at the right of the picture. */
export const anchor_names = ['neck', 'left_shoulder', 'right_shoulder', 'left_end', 'right_end', 'hem'] as const;
export type AnchorName = (typeof anchor_names)[number];
export type Anchors = Record<AnchorName, Point>;

/** So opaque is cloth, 0..255. */
export const cloth_min = 128;

/** How far out and how far down count, looking for the corner that each name means. */
const corners = {
  left_shoulder: [1, -1.6],
  right_shoulder: [-1, -1.6],
  left_end: [4, 1],
  right_end: [-4, 1],
} as const;

/**
 * Finds the points by which cloth is held, in shares of the picture: where its middle begins and ends, and its four corners.
 * null where there is no cloth. O(pixels).
 */
export function findAnchors({ width, height, data }: Pixels): Anchors | null {
  const best: Partial<Record<keyof typeof corners, { score: number; at: Point }>> = {};
  let [sum, count] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3]! < cloth_min) continue;
      sum += x;
      count++;
      for (const [name, [out, down]] of Object.entries(corners) as [keyof typeof corners, readonly [number, number]][]) {
        const score = out * x + down * y;
        if (score > (best[name]?.score ?? -Infinity)) best[name] = { score, at: { x, y } };
      }
    }
  if (count === 0) return null;
  const middle = Math.round(sum / count);
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => data[(y * width + middle) * 4 + 3]! >= cloth_min);
  const share = ({ x, y }: Point): Point => ({ x: (x + 0.5) / width, y: (y + 0.5) / height });
  const [top, bottom] = [rows[0] ?? best.left_shoulder!.at.y, rows.at(-1) ?? best.left_end!.at.y];
  const four = Object.fromEntries(Object.entries(best).map(([name, { at }]) => [name, share(at)])) as Pick<Anchors, keyof typeof corners>;
  return { ...four, neck: share({ x: middle, y: top }), hem: share({ x: middle, y: bottom }) };
}
