import type { Picture, Size } from '../imaging/picture.ts';
import { bare_arm, bare_leg, type BareLimb, eachOfLimb, shapeLimb } from './bare-limb.ts';
import { between } from './body-frame.ts';
import { usualLine } from './hang-top.ts';
import type { TakenOff } from './try-on.ts';
import type { PersonParts } from './parse-person.ts';
import { lightAt, readSkin, shadeOf, type SkinLook, toneOf } from './skin-light.ts';

/** A body without clothes as it may look in a photo. */
export interface BareBody {
  /** [height x width x 3] sRGB 0..255, where the body is. */
  color: Float32Array;
  /** [height x width] opacity 0..1 of the body. */
  opacity: Float32Array;
  /** Standard deviation of the grain that skin has in the photo, 0..255. */
  grain: number;
}

/** Chest and belly are flatter than limbs. */
const torso_round = 0.6;
/** How much lighter collarbones are than the hollows beside them. */
const collarbone = 0.035;

interface BareSearch {
  /** 1 where skin is, without its edges. */
  sure: Uint8Array;
  taken: TakenOff;
}

/**
 * Draws somebody's body from the light, the colour and the thickness of what of it shows; legs only where something is taken off them. undefined where no skin shows at all. O(pixels).
 */
export function drawBareBody(picture: Picture, parts: PersonParts, { sure, taken }: BareSearch): BareBody | undefined {
  const { left, right, width: unit } = parts.frame;
  const shape = { unit, skin: parts.skin };
  const legs = (taken.lower ? [left, right] : []).map(({ hip, knee, ankle }) =>
    shapeLimb([hip, knee, ankle], { ...shape, shape: bare_leg, worn: parts.below.lower }, picture),
  );
  const arms = [left, right].map(({ shoulder, elbow, wrist }) =>
    shapeLimb([shoulder, elbow, wrist, between(elbow, wrist, 1.25)], { ...shape, shape: bare_arm, worn: parts.upper }, picture),
  );
  const look = readSkin(picture, sure, [...arms, ...legs]);
  if (!look) return undefined;
  const count = picture.width * picture.height;
  const body: BareBody = { color: new Float32Array(count * 3), opacity: new Float32Array(count), grain: look.grain };
  const arm_tones = arms.map((arm) => limbTone(picture, arm, look.tone, sure)) as [Tone, Tone];
  const of_arms: Tone = meanOf(...arm_tones);
  const usual = lighterOf(look.tone, of_arms);
  for (const leg of legs) drawLimb(body, leg, { ...look, tone: limbTone(picture, leg, usual, sure) });
  // All that shows of a chest may be a neck in the shade of its chin.
  drawTorso(body, picture, { parts, look: { ...look, tone: lighterOf(chestTone(picture, parts, sure) ?? usual, of_arms) } });
  for (const [index, arm] of arms.entries()) drawLimb(body, arm, { ...look, tone: arm_tones[index]! });
  return body;
}

type Tone = SkinLook['tone'];

const meanOf = (one: Tone, other: Tone): Tone => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2];
const lighterOf = (one: Tone, other: Tone): Tone => (other[0] + 2 * other[1] > one[0] + 2 * one[1] ? other : one);

/** A limb's own skin, as far as it shows: a hand alone is redder than its arm. */
function limbTone(picture: Picture, limb: BareLimb, usual: SkinLook['tone'], sure: Uint8Array): SkinLook['tone'] {
  let [all, bare] = [0, 0];
  const own = toneOf(picture, (visit) =>
    eachOfLimb(limb, (i, off) => {
      if (Math.abs(off) >= 1) return;
      all++;
      bare += sure[i]!;
      if (sure[i]) visit(i);
    }),
  );
  if (!own) return usual;
  const trust = Math.min(1, bare / (0.25 * all));
  return [0, 1, 2].map((c) => usual[c]! + (own[c]! - usual[c]!) * trust) as [number, number, number];
}

function drawLimb({ color, opacity }: BareBody, limb: BareLimb, look: SkinLook): void {
  const own = new Float32Array(3);
  eachOfLimb(limb, (i, off, half) => {
    const covered = Math.max(0, Math.min(1, (1 - Math.abs(off)) * half + 0.5));
    if (covered <= 0) return;
    shadeOf(look.tone, lightAt(look, off), own, 0);
    for (let c = 0; c < 3; c++) color[i * 3 + c] = opacity[i]! > 0 ? color[i * 3 + c]! * (1 - covered) + own[c]! * covered : own[c]!;
    opacity[i] = Math.max(opacity[i]!, covered);
  });
}

/** Skin of the neck and what a neckline shows. */
function chestTone(picture: Picture, { frame, head }: PersonParts, sure: Uint8Array): SkinLook['tone'] | undefined {
  const { shoulders, width: unit } = frame;
  return toneOf(picture, (visit) => {
    for (let y = Math.max(0, Math.round(shoulders.y - 0.3 * unit)); y < Math.min(picture.height, shoulders.y + 0.4 * unit); y++) {
      // Beside a neck hangs hair, which may have the colour of skin.
      const half = (y < shoulders.y ? 0.15 : 0.3) * unit;
      for (let x = Math.max(0, Math.round(shoulders.x - half)); x < Math.min(picture.width, shoulders.x + half); x++) {
        const i = y * picture.width + x;
        if (sure[i] && !head[i]) visit(i);
      }
    }
  });
}

/** Neck, shoulders, chest and belly, down to where legs part. */
function drawTorso(
  { color, opacity }: BareBody,
  { width, height }: Size,
  { parts: { frame, lineAt, below }, look }: { parts: PersonParts; look: SkinLook },
): void {
  const { shoulders, hips, width: unit, length } = frame;
  const tilt = (frame.right.shoulder.y - frame.left.shoulder.y) / (frame.right.shoulder.x - frame.left.shoulder.x || 1);
  const light = { round: torso_round * look.round, right: torso_round * look.right };
  const lines = Float32Array.from({ length: width }, (_, x) => {
    const out = (x - shoulders.x) / unit;
    // Cloth lies higher than the shoulder.
    const neck = 0.22 * Math.exp(-Math.max(0, Math.abs(out) - 0.15) / 0.05);
    return shoulders.y + tilt * (x - shoulders.x) - (Math.min(lineAt(out), usualLine(out)) + neck) * unit;
  });
  for (let y = Math.max(0, Math.round(shoulders.y - 0.45 * unit)); y < Math.min(height, hips.y + 0.08 * length); y++) {
    const low = (y - shoulders.y) / (length || 1);
    const middle = shoulders.x + (hips.x - shoulders.x) * Math.max(0, Math.min(1, low));
    const half = torsoHalf({ frame, below }, low);
    for (let x = Math.max(0, Math.floor(middle - half - 1)); x <= Math.min(width - 1, middle + half + 1); x++) {
      const inside = Math.min(half - Math.abs(x - middle), y - lines[x]!);
      const covered = Math.max(0, Math.min(1, inside + 0.5));
      if (covered <= 0) continue;
      const i = y * width + x;
      const off = (x - middle) / half;
      const bones = collarbone * collarboneAt(Math.abs(x - middle) / unit, (y - shoulders.y - tilt * (x - shoulders.x)) / unit);
      shadeOf(look.tone, lightAt(light, 0.9 * off) + bones + bellyLight(off, low), color, i * 3);
      opacity[i] = covered;
    }
  }
}

/** px from the middle of a bare body to its sides, at rows from shoulders (0) to hips (1). */
export function torsoHalf({ frame: { width: unit }, below }: Pick<PersonParts, 'frame' | 'below'>, low: number): number {
  if (low < 0) return 0.5 * unit;
  const down = Math.min(1, low);
  const [chest_half, hip_half] = [0.47 * unit, Math.min(below.hip_half, 0.5 * unit)];
  const half = chest_half + (hip_half - chest_half) * down - 0.08 * unit * Math.sin(Math.PI * down);
  // A waist that is seen to be narrower is as it is seen.
  const narrower = Math.max(0, Math.min(half - (below.waist_half ?? half), 0.1 * unit));
  return half - narrower * Math.exp(-(((down - 0.68) / 0.25) ** 2));
}

/** How much darker a belly is at its sides, in its middle line and beside its straight muscles, and how much lighter where it is round below; shares of light. */
const belly = { sides: 0.19, groove: 0.035, muscles: 0.02, round: 0.03 };

/** Light and shade on ribs and belly, at shares -1..1 of its breadth, and of the way from shoulders (0) to hips (1): what a cylinder has not. */
export function bellyLight(off: number, low: number): number {
  const shown = Math.max(0, Math.min(1, (low - 0.4) / 0.12));
  if (shown === 0) return 0;
  const bump = (value: number, at: number, breadth: number): number => Math.exp(-(((value - at) / breadth) ** 2));
  const across = Math.abs(off);
  const groove = bump(off, 0, 0.07) * bump(low, 0.58, 0.14);
  const muscles = bump(across, 0.5, 0.14) * bump(low, 0.66, 0.16);
  const round = bump(across, 0.12, 0.35) * bump(low, 0.84, 0.1);
  return shown * (belly.round * round - belly.sides * across ** 4 - belly.groove * groove - belly.muscles * muscles);
}

/** Light on a collarbone and shade below it: -1..1, at places in widths between the shoulders from the middle and below the joints. */
function collarboneAt(out: number, low: number): number {
  if (out < 0.05 || out > 0.42) return 0;
  const off = (low - (-0.02 - 0.25 * out)) / 0.022;
  const fade = Math.min(1, (out - 0.05) / 0.06, (0.42 - out) / 0.12);
  return fade * (Math.exp(-(off * off)) - 0.8 * Math.exp(-((off - 1.8) ** 2)));
}
