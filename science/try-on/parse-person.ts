import { toColorPlanes } from '../imaging/color-planes.ts';
import type { Size } from '../imaging/picture.ts';
import { maskWhere } from '../imaging/mask-where.ts';
import { growMask, openMask } from '../imaging/reshape-mask.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodyFrame, frameOf } from './body-frame.ts';
import { armHalf } from './arm-half.ts';
import { fillBareSections } from './bare-sections.ts';
import { endAtFeet } from './end-at-feet.ts';
import { findHead } from './find-head.ts';
import { findHem } from './find-hem.ts';
import { findSkin } from './find-skin.ts';
import { findWaist } from './find-waist.ts';
import { withoutCloth, withoutSpecks } from './skin-colored-cloth.ts';
import { findLowerBody, type LowerBody } from './lower-body.ts';
import { limbDistance } from './limb-distance.ts';
import { type PersonReach, readPersonReach } from './outline-reach.ts';
import { withStraps } from './find-straps.ts';
import { findPaintedOver } from './painted-over.ts';
import { findShadedSkin } from './shaded-skin.ts';
import { settleFrame } from './settle-frame.ts';
import { sleeveBelow } from './sleeve-below.ts';
import type { ShoulderLine } from './hang-top.ts';
import { readShoulderLine } from './shoulder-line.ts';
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
  /** 1 where forearms and hands are, and bare arms just above the elbow: they lie before what is worn on the body. */
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
    lineAt: readShoulderLine({ is_person, hidden }, picture, frame),
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

/** Where a bare arm begins to lie before what is worn on the body, from shoulder to elbow: above that an armpit is. */
const before_body = 0.66;

/** Bare ones as far as their skin goes, up to the armpit; ones in sleeves as wide as arms are. */
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
  const [left_upper, right_upper] = [frame.left, frame.right].map(({ shoulder, elbow }) =>
    limbDistance({ joints: [between(shoulder, elbow, before_body), elbow], radii: [0.14 * frame.width, 0.125 * frame.width] }, size),
  );
  return maskWhere(skin.length, (i) => {
    if (skin[i]) return left![i]! < 1.3 || right![i]! < 1.3 || left_upper![i]! < 1.3 || right_upper![i]! < 1.3;
    return upper[i] === 1 && ((!is_bare[0] && left![i]! < 0.9) || (!is_bare[1] && right![i]! < 0.9));
  });
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
