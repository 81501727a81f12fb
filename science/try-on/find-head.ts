import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, distance, type BodyFrame } from './body-frame.ts';
import type { DressedPerson } from './try-on.ts';

interface HeadSearch {
  is_person: Uint8Array;
  skin: Uint8Array;
  joints: DressedPerson['joints'];
  frame: BodyFrame;
  chin: Point;
}

/** All above the chin, and hair that falls below it: what has the colour of the hair beside the face and hangs together with it. */
export function findHead(
  { width, height, lightness, a, b }: ColorPlanes,
  { is_person, skin, joints, frame, chin }: HeadSearch,
): Uint8Array {
  const head = new Uint8Array(width * height);
  const reach = 0.75 * frame.width;
  const eyes = between(joints.left_eye, joints.right_eye);
  const samples: number[] = [];
  const queue: number[] = [];
  for (let y = 0; y < Math.min(height, chin.y); y++)
    for (let x = Math.max(0, Math.round(chin.x - reach)); x < Math.min(width, chin.x + reach); x++) {
      const i = y * width + x;
      if (!is_person[i]) continue;
      head[i] = 1;
      if (!skin[i] && distance({ x, y }, eyes) > 0.12 * frame.width) {
        samples.push(i);
        if (y > chin.y - 3) queue.push(i);
      }
    }
  if (samples.length < 100) return head;
  const median = (plane: Float32Array): number => samples.map((i) => plane[i]!).toSorted((one, other) => one - other)[samples.length >> 1]!;
  const hair = [median(lightness), median(a), median(b)] as const;
  const isHair = (i: number): boolean =>
    ((lightness[i]! - hair[0]) / 20) ** 2 + ((a[i]! - hair[1]) / 6) ** 2 + ((b[i]! - hair[2]) / 8) ** 2 < 1.5;
  const lowest = frame.shoulders.y + 0.55 * frame.length;
  while (queue.length > 0) {
    const i = queue.pop()!;
    for (const next of [i - 1, i + 1, i + width]) {
      if (next < 0 || next >= head.length || head[next] || !is_person[next] || skin[next]) continue;
      const [x, y] = [next % width, Math.floor(next / width)];
      if (y > lowest || Math.abs(x - chin.x) > reach || !isHair(next)) continue;
      head[next] = 1;
      queue.push(next);
    }
  }
  return head;
}
