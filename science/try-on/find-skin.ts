import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { Joint } from '../body/joints.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between } from './body-frame.ts';
import type { DressedPerson } from './try-on.ts';

interface SkinSearch {
  joints: DressedPerson['joints'];
  is_person: Uint8Array;
  across: number;
  chin: Point;
}

/** How far below the chin its shadow falls, and how wide a neck is, in widths between the shoulders. */
const [chin_shade, neck_half] = [0.32, 0.2];

/** Learns the colour of skin where it must be, in the face and at the hands, and finds it all over the person. */
export function findSkin({ width, height, lightness, a, b }: ColorPlanes, { joints, is_person, across, chin }: SkinSearch): Uint8Array {
  const samples: number[] = [];
  const take = ({ x, y, seen }: Joint, radius: number): void => {
    if (seen < 0.5) return;
    for (let v = Math.round(y - radius); v <= y + radius; v++)
      for (let u = Math.round(x - radius); u <= x + radius; u++)
        if (u >= 0 && v >= 0 && u < width && v < height && is_person[v * width + u]) samples.push(v * width + u);
  };
  const cheek = (eye: Joint, mouth: Joint): Joint => ({ ...eye, ...between(eye, mouth, 0.55), seen: Math.min(eye.seen, mouth.seen) });
  take(joints.nose, 0.04 * across);
  take(cheek(joints.left_eye, joints.mouth_left), 0.04 * across);
  take(cheek(joints.right_eye, joints.mouth_right), 0.04 * across);
  if (samples.length < 50)
    for (const name of ['left_wrist', 'right_wrist', 'left_index', 'right_index'] as const) take(joints[name], 0.03 * across);
  const skin = new Uint8Array(width * height);
  if (samples.length < 50) return skin;
  const median = (plane: Float32Array): number => samples.map((i) => plane[i]!).toSorted((one, other) => one - other)[samples.length >> 1]!;
  const [light, green_red, blue_yellow] = [median(lightness), median(a), median(b)];
  for (let y = 0, i = 0; y < height; y++) {
    const low = (y - chin.y) / across;
    const is_below_chin = low > -0.05 && low < chin_shade;
    for (let x = 0; x < width; x++, i++) {
      if (!is_person[i]) continue;
      const shade = is_below_chin && Math.abs(x - chin.x) < neck_half * across ? 1.6 : 1;
      // Shade takes lightness and a little colour with it; most of all below a chin.
      const darker = (lightness[i]! - light) / (lightness[i]! < light ? 26 * shade : 16);
      const [redder, yellower] = [(a[i]! - green_red) / (5 * shade), (b[i]! - blue_yellow) / (6.5 * shade)];
      skin[i] = darker * darker + redder * redder + yellower * yellower < 2.2 ? 1 : 0;
    }
  }
  return skin;
}
