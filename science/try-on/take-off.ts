import type { Canvas } from '../imaging/draw-mesh.ts';
import { fillGaps } from '../imaging/fill-gaps.ts';
import type { Picture } from '../imaging/picture.ts';
import { growMask, openMask, shrinkMask } from '../imaging/reshape-mask.ts';
import type { PersonParts } from './parse-person.ts';

/** Which of the worn garments go. */
export interface TakenOff {
  upper: boolean;
  lower: boolean;
}

/** The photo without what was worn, where nothing new covers it: skin where the body is, background where it is not. O(pixels). */
export function takeOff(picture: Picture, parts: PersonParts, taken: TakenOff, covering: Canvas): Picture {
  const { width, height, data } = picture;
  const count = width * height;
  const { upper, skin, left_arm, right_arm, below } = parts;
  const values = new Float32Array(count * 3);
  for (let i = 0; i < count; i++) for (let c = 0; c < 3; c++) values[i * 3 + c] = data[i * 3 + c]!;
  const worn = new Uint8Array(count);
  for (let i = 0; i < count; i++) worn[i] = (taken.upper && upper[i]!) || (taken.lower && below.lower[i]!) ? 1 : 0;
  const kept = Uint8Array.from(worn, (one, i) => (one ? 0 : upper[i]! | below.lower[i]!));
  const grown = growMask(worn, picture, Math.max(1, Math.round(width / 256)));
  const gone = Uint8Array.from(grown, (one, i) => (one && !kept[i] ? 1 : 0));
  const person = new Uint8Array(count);
  for (let i = 0; i < count; i++) person[i] = upper[i]! | below.lower[i]! | skin[i]!;
  const near = growMask(person, picture, Math.round(width / 100));
  // Single pixels of the colour of skin are a print, and edges are half of something else.
  const sure = shrinkMask(openMask(skin, picture, Math.max(2, Math.round(0.02 * parts.frame.width))), picture, 2);
  const of_skin = fillGaps(values, Float32Array.from(sure), picture, 3);
  const of_ground = fillGaps(
    values,
    Float32Array.from({ length: count }, (_, i) => (near[i] || gone[i] ? 0 : 1)),
    picture,
    3,
  );
  const out = new Uint8ClampedArray(data);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!gone[i] || covering.data[i * 4 + 3]! > 0.98) continue;
      const is_on_torso = isOnTorso(x, y, parts.frame);
      const arm = Math.min(left_arm[i]!, right_arm[i]!);
      const limb = is_on_torso && arm >= 1 ? Infinity : Math.min(arm, below.left_leg[i]!, below.right_leg[i]!);
      const is_body = limb < 1 || is_on_torso;
      const round = limb < 1 ? 1 - 0.22 * limb * limb : 1;
      for (let c = 0; c < 3; c++) out[i * 3 + c] = is_body ? of_skin[i * 3 + c]! * round : of_ground[i * 3 + c]!;
    }
  return { width, height, data: out };
}

function isOnTorso(x: number, y: number, { shoulders, hips, width, length }: PersonParts['frame']): boolean {
  const low = (y - shoulders.y) / (length || 1);
  if (low < -0.35 || low > 1.1) return false;
  const middle = shoulders.x + (hips.x - shoulders.x) * Math.max(0, low);
  const half = low < 0 ? 0.2 + (low + 0.35) * 0.8 : 0.5 - 0.08 * Math.sin(Math.PI * Math.min(1, low));
  return Math.abs(x - middle) < half * width;
}
