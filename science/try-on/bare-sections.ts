import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodyFrame, distance, unit } from './body-frame.ts';

/** Half widths of a bare arm at shoulder, elbow, wrist and knuckles, in widths between the shoulders. */
const halves = [0.125, 0.105, 0.085, 0.09] as const;
/** Where so much of an arm from edge to edge has the colour of skin, the rest is light and shade on it. */
const enough = 0.5;
/** Light and shade change the hue of skin by less (units of a and b as in CIELAB); cloth beside it differs by more. */
const same_hue = 8;
/** Fewer px of a person across an arm tell nothing. */
const least_px = 4;
/** Sections of an arm, and places in them, lie so many px apart: no pixel is left out. */
const step = 0.7;

interface BareSearch {
  /** 1 each where skin was found by its colour, and where the person is. */
  skin: Uint8Array;
  is_person: Uint8Array;
  frame: BodyFrame;
}

/** Skin [height x width] with what light and shade took from bare arms and hands given back. O(px of the arms). */
export function fillBareSections(planes: ColorPlanes, { skin, is_person, frame }: BareSearch): Uint8Array {
  const out = skin.slice();
  for (const { shoulder, elbow, wrist } of [frame.left, frame.right]) {
    const joints = [shoulder, elbow, wrist, between(elbow, wrist, 1.35)];
    for (let bone = 1; bone < joints.length; bone++) {
      const [at_from, at_to] = [halves[bone - 1]! * frame.width, halves[bone]! * frame.width];
      fillBone(out, planes, { skin, is_person, from: joints[bone - 1]!, to: joints[bone]!, at_from, at_to });
    }
  }
  return out;
}

interface Bone extends Omit<BareSearch, 'frame'> {
  from: Point;
  to: Point;
  /** px from the bone to the arm's edges, at its ends. */
  at_from: number;
  at_to: number;
}

function fillBone(out: Uint8Array, { width, height, a, b }: ColorPlanes, { skin, is_person, from, to, at_from, at_to }: Bone): void {
  const long = distance(from, to);
  const along = unit(from, to);
  for (let down = 0; down < long; down += step) {
    const middle = between(from, to, down / long);
    const half = at_from + ((at_to - at_from) * down) / long;
    const across: number[] = [];
    for (let off = -half; off <= half; off += step) {
      const [x, y] = [Math.round(middle.x + along.y * off), Math.round(middle.y - along.x * off)];
      if (x >= 0 && y >= 0 && x < width && y < height && is_person[y * width + x]) across.push(y * width + x);
    }
    const bare = across.filter((i) => skin[i]);
    if (across.length < least_px || bare.length < enough * across.length) continue;
    const mean = (plane: Float32Array): number => bare.reduce((sum, i) => sum + plane[i]!, 0) / bare.length;
    const [mean_a, mean_b] = [mean(a), mean(b)];
    for (const i of across) if (Math.hypot(a[i]! - mean_a, b[i]! - mean_b) < same_hue) out[i] = 1;
  }
}
