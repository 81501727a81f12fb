import { between, type BodyFrame, unit } from './body-frame.ts';
import type { OutlineReach } from './outline-reach.ts';

/** An upper arm from bone to edge, in widths between the shoulders: the least, the most, and the usual where nothing shows it. */
const [thinnest, thickest, usual_half] = [0.105, 0.22, 0.13];

/** Half of an upper arm: the median of how far it goes outwards from its bone, where ground is seen beside it. */
export function armHalf({ shoulder, elbow }: BodyFrame['left'], { shoulders, width }: BodyFrame, reach: OutlineReach): number {
  const sign = Math.sign(shoulder.x - shoulders.x) || 1;
  const bone = unit(shoulder, elbow);
  const out = { x: sign * bone.y, y: -sign * bone.x };
  const halves: number[] = [];
  for (let share = 0.4; share <= 0.85; share += 0.03) {
    const half = reach(between(shoulder, elbow, share), out, 0.3 * width);
    if (half !== undefined) halves.push(half);
  }
  const seen = halves.length < 4 ? usual_half * width : halves.toSorted((a, b) => a - b)[halves.length >> 1]!;
  return Math.max(thinnest * width, Math.min(thickest * width, seen));
}
