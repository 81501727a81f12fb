import { type ColorPlanes, toColorPlanes } from '../imaging/color-planes.ts';
import type { Joint } from '../body/joints.ts';
import type { Size } from '../imaging/picture.ts';
import { maskWhere } from '../imaging/mask-where.ts';
import { growMask, openMask } from '../imaging/reshape-mask.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, distance, type BodyFrame, frameOf, unit } from './body-frame.ts';
import { fillBareSections } from './bare-sections.ts';
import { endAtFeet } from './end-at-feet.ts';
import { findHem } from './find-hem.ts';
import { findWaist } from './find-waist.ts';
import { withoutCloth, withoutSpecks } from './skin-colored-cloth.ts';
import { findLowerBody, type LowerBody } from './lower-body.ts';
import { limbDistance } from './limb-distance.ts';
import { type OutlineReach, type PersonReach, readPersonReach } from './outline-reach.ts';
import { withStraps } from './find-straps.ts';
import { findPaintedOver } from './painted-over.ts';
import { findShadedSkin } from './shaded-skin.ts';
import { settleFrame } from './settle-frame.ts';
import { sleeveBelow } from './sleeve-below.ts';
import { type ShoulderLine, usualLine } from './hang-top.ts';
import type { DressedPerson } from './try-on.ts';

/** What a person in a photo consists of, for changing clothes. All [height x width]. */
export interface PersonParts {
  frame: BodyFrame;
  /** 1 where skin shows. */
  skin: Uint8Array;
  /** 1 where the head is, with its hair: nothing that is put on may cover it. */
  head: Uint8Array;
  /** 1 where what is worn on the upper body shows. */
  upper: Uint8Array;
  /** Distance from the middle of the nearer arm, in its radii. */
  arm: Float32Array;
  /** 1 where forearms and hands are: they lie before what is worn on the body. */
  forearms: Uint8Array;
  /** px from the bone of each upper arm to its edge. */
  arm_half: Record<'left' | 'right', number>;
  reach: PersonReach;
  /** How high the shoulders lie, as far as the outline tells it. */
  lineAt: ShoulderLine;
  /** Row in which upper and lower garment meet, and whether that was seen or is only usual. */
  waist_y: number;
  is_waist_seen: boolean;
  /** The row in which what is worn above ends, in each column. */
  hem: Int32Array;
  below: LowerBody;
}

/** Parts a person by joints and colours. */
export function parsePerson({ picture, joints, mask }: DressedPerson): PersonParts {
  const { width, height } = picture;
  const planes = toColorPlanes(picture);
  const told = frameOf(joints);
  const is_person = maskWhere(mask.length, (i) => mask[i]! > 0.4);
  const chin = chinOf(joints, told);
  const by_color = withoutCloth(findSkin(planes, { joints, is_person, across: told.width, chin }), { frame: told, is_person }, picture);
  const painted = findPaintedOver(picture, told);
  // The mask of a person is coarse: beside paint it follows the paint.
  const is_hidden = growMask(painted, picture, Math.max(2, Math.round(0.05 * told.width)));
  const unpainted = maskWhere(mask.length, (i) => is_person[i] === 1 && !painted[i]);
  const head = findHead(planes, { is_person: unpainted, skin: by_color, joints, frame: told, chin });
  const hidden = maskWhere(head.length, (i) => head[i] === 1 || is_hidden[i] === 1);
  const reach = readPersonReach({ is_person, is_hidden: hidden, skin: by_color }, picture);
  const frame = settleFrame(told, reach);
  const across = frame.width;
  const arms = [frame.left, frame.right].map(({ shoulder, elbow, wrist }) =>
    limbDistance(
      {
        joints: [shoulder, elbow, wrist, between(elbow, wrist, 1.35)],
        radii: [0.17 * across, 0.135 * across, 0.095 * across, 0.12 * across],
      },
      picture,
    ),
  );
  const arm = arms[0]!.map((off, i) => Math.min(off, arms[1]![i]!));
  const sections = fillBareSections(planes, { skin: by_color, is_person, frame });
  const waist = findWaist(planes, { frame, is_person, skin: sections });
  const { y: waist_y, upper_ends_y, is_seen: is_waist_seen } = waist;
  const worn_to_y = upper_ends_y < waist_y ? upper_ends_y : Infinity;
  const found_skin = withoutSpecks(planes, sections, { frame, is_person, arm, upper_ends_y: worn_to_y });
  // Beside a bare forearm lies what is worn below; a sleeve hangs there otherwise.
  const is_bare = [frame.left, frame.right].map(({ elbow, wrist }) =>
    isBare(limbDistance({ joints: [between(elbow, wrist, 0.3), wrist], radii: [0.11 * across, 0.085 * across] }, picture), found_skin),
  );
  const sleeves = arms.filter((_, side) => !is_bare[side]);
  const isSleeve = sleeveBelow(planes, {
    sleeves,
    is_person,
    skin: found_skin,
    from_y: upper_ends_y,
    waist_y,
    hips_x: frame.hips.x,
    unit: across,
  });
  const is_bare_or_head = maskWhere(mask.length, (i) => found_skin[i] === 1 || head[i] === 1);
  const hem = findHem(planes, { frame, waist, is_person, is_bare: is_bare_or_head, arm });
  const dressed = new Uint8Array(width * height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!is_person[i] || found_skin[i] || head[i] || (y < chin.y && !painted[i])) continue;
      dressed[i] = y < hem[x]! || isSleeve(i) ? 1 : 0;
    }
  const broad = keepBroad(dressed, picture, Math.max(1, Math.round(0.035 * across)));
  const dressed_above = withStraps(planes, { dressed, upper: broad, skin: found_skin, frame, chin_y: chin.y });
  const taken = maskWhere(mask.length, (i) => dressed_above[i] === 1 || is_bare_or_head[i] === 1);
  const found_below = findLowerBody({ frame, is_person, taken, arm, painted: is_hidden, hem }, picture);
  const worn = maskWhere(mask.length, (i) => dressed_above[i] === 1 || found_below.lower[i] === 1);
  const shaded = findShadedSkin(planes, { skin: found_skin, worn, arm });
  const skin = maskWhere(mask.length, (i) => found_skin[i] === 1 || shaded[i] === 1);
  const upper = maskWhere(mask.length, (i) => dressed_above[i] === 1 && !shaded[i]);
  const below_hem = maskWhere(mask.length, (i) => is_person[i] === 1 && !taken[i] && !shaded[i]);
  const legs = maskWhere(mask.length, (i) => found_below.lower[i] === 1 && !shaded[i]);
  const below = { ...found_below, lower: endAtFeet(planes, { frame, below_hem, lower: legs }) };
  const forearms = findForearms({ frame, skin, upper, is_bare }, picture);
  return {
    frame,
    skin,
    head,
    upper,
    arm,
    forearms,
    reach,
    arm_half: { left: armHalf(frame.left, frame, reach.any), right: armHalf(frame.right, frame, reach.any) },
    waist_y,
    is_waist_seen,
    hem,
    below,
    lineAt: readLine({ is_person, hidden }, picture, frame),
  };
}

/** Whether skin shows on most of a limb, which is given by the distance from its middle. */
function isBare(limb: Float32Array, skin: Uint8Array): boolean {
  let [all, bare] = [0, 0];
  for (let i = 0; i < limb.length; i++) {
    if (limb[i]! > 0.7) continue;
    all++;
    bare += skin[i]!;
  }
  return bare > 0.4 * all;
}

/** Bare ones as far as their skin goes; ones in sleeves as wide as arms are. */
function findForearms(
  { frame, skin, upper, is_bare }: Pick<PersonParts, 'frame' | 'skin' | 'upper'> & { is_bare: boolean[] },
  size: Size,
): Uint8Array {
  const [left, right] = [frame.left, frame.right].map(({ elbow, wrist }) =>
    limbDistance(
      {
        joints: [between(elbow, wrist, 0.15), wrist, between(elbow, wrist, 1.35)],
        radii: [0.125 * frame.width, 0.1 * frame.width, 0.13 * frame.width],
      },
      size,
    ),
  );
  return maskWhere(skin.length, (i) => {
    if (skin[i]) return left![i]! < 1.3 || right![i]! < 1.3;
    return upper[i] === 1 && ((!is_bare[0] && left![i]! < 0.9) || (!is_bare[1] && right![i]! < 0.9));
  });
}

/** An upper arm from bone to edge, in widths between the shoulders: the least, the most, and the usual where nothing shows it. */
const [thinnest, thickest, usual_half] = [0.105, 0.22, 0.13];

/** Half of an upper arm: the median of how far it goes outwards from its bone, where ground is seen beside it. */
function armHalf({ shoulder, elbow }: BodyFrame['left'], { shoulders, width }: BodyFrame, reach: OutlineReach): number {
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

/** Drops slivers along edges, which are light and shade on skin: what stays is broad somewhere, with its own edges. */
function keepBroad(mask: Uint8Array, size: Size, radius: number): Uint8Array {
  const broad = growMask(openMask(mask, size, radius), size, radius);
  return maskWhere(mask.length, (i) => mask[i] === 1 && broad[i] === 1);
}

/** Below the mouth as far as it is below the nose, twice. */
function chinOf({ nose, mouth_left, mouth_right }: DressedPerson['joints'], { shoulders, width }: BodyFrame): Point {
  const mouth = between(mouth_left, mouth_right);
  const chin = { x: mouth.x + (mouth.x - nose.x) * 1.2, y: mouth.y + (mouth.y - nose.y) * 1.2 };
  return chin.y < shoulders.y ? chin : { x: shoulders.x, y: shoulders.y - 0.3 * width };
}

interface SkinSearch {
  joints: DressedPerson['joints'];
  is_person: Uint8Array;
  across: number;
  chin: Point;
}

/** How far below the chin its shadow falls, and how wide a neck is, in widths between the shoulders. */
const [chin_shade, neck_half] = [0.32, 0.2];

/** Learns the colour of skin where it must be, in the face and at the hands, and finds it all over the person. */
function findSkin({ width, height, lightness, a, b }: ColorPlanes, { joints, is_person, across, chin }: SkinSearch): Uint8Array {
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

interface HeadSearch {
  is_person: Uint8Array;
  skin: Uint8Array;
  joints: DressedPerson['joints'];
  frame: BodyFrame;
  chin: Point;
}

/** All above the chin, and hair that falls below it: what has the colour of the hair beside the face and hangs together with it. */
function findHead({ width, height, lightness, a, b }: ColorPlanes, { is_person, skin, joints, frame, chin }: HeadSearch): Uint8Array {
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

/** How far above and below the usual line shoulders are looked for, in widths between them. */
const [highest, lowest] = [0.16, 0.16];

/** Reads the line of the shoulders off the outline, each side by itself; hair, straps and what is no person are told by how far off the usual they are. */
function readLine(
  { is_person, hidden }: Record<'is_person' | 'hidden', Uint8Array>,
  { width, height }: Size,
  { left, right, shoulders, width: across_px }: BodyFrame,
): ShoulderLine {
  const across = { x: (right.shoulder.x - left.shoulder.x) / across_px, y: (right.shoulder.y - left.shoulder.y) / across_px };
  /** How much higher than usual the outline lies; undefined where it is not found. */
  const offAt = (out: number): number | undefined => {
    const [x, level] = [Math.round(shoulders.x + across.x * out * across_px), shoulders.y + across.y * out * across_px];
    if (x < 0 || x >= width) return undefined;
    const isPerson = (high: number): boolean => {
      const y = Math.round(level - high * across_px);
      return y >= 0 && y < height && is_person[y * width + x] === 1;
    };
    const usual = usualLine(out);
    if (isPerson(usual + highest)) return undefined;
    for (let high = usual + highest; high > usual - lowest; high -= 0.01) {
      if (!isPerson(high)) continue;
      const i = Math.round(level - high * across_px) * width + x;
      return hidden[i] ? undefined : high - usual;
    }
    return undefined;
  };
  const [of_left, of_right] = [-1, 1].map((way) => {
    const seen = [0.3, 0.34, 0.38, 0.42, 0.46, 0.5].map((out) => offAt(way * out)).filter((one) => one !== undefined);
    return seen.length < 2 ? undefined : seen.toSorted((a, b) => a - b)[seen.length >> 1]!;
  });
  const [at_left, at_right] = [of_left ?? of_right ?? 0, of_right ?? of_left ?? 0];
  return (out) => {
    const share = Math.max(0, Math.min(1, out / 0.6 + 0.5));
    return usualLine(out) + at_left + (at_right - at_left) * share;
  };
}
