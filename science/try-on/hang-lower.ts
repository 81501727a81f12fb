import { makeMesh, type Mesh } from '../imaging/draw-mesh.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodyFrame, type BodySide, distance, unit } from './body-frame.ts';
import type { LowerLandmarks, LowerSide } from './garment/find-lower-landmarks.ts';
import { alongLine, lengthOf } from './polyline.ts';

/** Proportions that joints do not tell. Chosen on photos; see the README. */
export const lower_proportions = {
  /** How far below the hip joints legs part, in torso lengths. */
  crotch: 0.17,
  /** Where a waistband that nobody sees is taken to lie above the hip joints, at most, in torso lengths. */
  highest_waist: 0.42,
  /** A waist from side to side, of the hips. */
  waist: 0.8,
  /** How much wider than the body cloth lies. */
  ease: 1.04,
  /** How much of a skirt's flare shows when it hangs. */
  flare: 0.65,
  /** Trousers between these lengths of a leg end at the ankle, as they are meant to. */
  full_length: [0.62, 1.25] as const,
  /** Below the ankle, of a leg's length: where a full-length hem falls. */
  below_ankle: 0.02,
};

/** Where a body is wide, px: from the line through the hips' middle to each side. */
export interface HipWidth {
  half: number;
  /** Row up to which the new garment must reach so that no old waistband shows, if it can be seen. */
  waist_y: number | undefined;
}

interface LowerPlace {
  body: BodyFrame;
  scale: number;
  across: Point;
  down: Point;
  /** Where the legs part. */
  crotch: Point;
  /** px above the crotch at which the band lies, and how far the rise is stretched for that. */
  rise: number;
}

/** Says where both legs of trousers or shorts come to lie: each a mesh from the band to its hem. */
export function hangLegs(marks: LowerLandmarks, body: BodyFrame, hips: HipWidth): { left_leg: Mesh; right_leg: Mesh } {
  const rise = marks.crotch_y - marks.waist_y;
  const at_hips = widthAt(marks, marks.waist_y + 0.72 * rise);
  const place = placeOf(marks, { body, hips, scale: (2 * hips.half * lower_proportions.ease) / at_hips });
  const legOf = (side: LowerSide, leg: BodySide, way: 1 | -1) => hangLeg(side, { ...place, marks, leg, way });
  return { left_leg: legOf(marks.left, body.left, -1), right_leg: legOf(marks.right, body.right, 1) };
}

/** Says where a skirt comes to lie: fitted where it is narrowest against the body, and as long as it is. */
export function hangSkirt(marks: LowerLandmarks, body: BodyFrame, hips: HipWidth): Mesh {
  const by_waist = (2 * hips.half * lower_proportions.waist * lower_proportions.ease) / widthAt(marks, marks.waist_y + 2);
  const hip_drop = (0.3 * body.length) / by_waist;
  const by_hips = (2 * hips.half * lower_proportions.ease) / widthAt(marks, Math.min(marks.crotch_y, marks.waist_y + hip_drop));
  const scale = Math.max(by_waist, by_hips);
  const { across, down } = axesOf(body);
  const waist = between(body.hips, body.hips);
  const high = bandHeight(0.3 * body.length, body, hips);
  const knees = between(body.left.knee, body.right.knee);
  const line = [{ x: waist.x - down.x * high, y: waist.y - down.y * high }, body.hips, knees, between(body.left.ankle, body.right.ankle)];
  return makeMesh({ columns: 16, rows: 24 }, (u, v) => {
    const share = 1.06 * v - 0.03;
    const y = marks.waist_y + share * (marks.crotch_y - marks.waist_y);
    const [from_left, from_right] = [edgeAt(marks.left.outer, y), edgeAt(marks.right.outer, y)];
    const x = from_left + (from_right - from_left) * (1.1 * u - 0.05);
    const middle = alongLine(line, (y - marks.waist_y) * scale);
    const half = ((from_right - from_left) / 2) * scale;
    // Laid down it is spread; worn, what is wider than the hips falls in folds.
    const folded = half > hips.half ? (hips.half + (half - hips.half) * lower_proportions.flare) / half : 1;
    const out = (x - marks.axis_x) * scale * folded;
    return { from: { x, y }, to: { x: middle.x + across.x * out, y: middle.y + across.y * out } };
  });
}

function placeOf(marks: LowerLandmarks, { body, hips, scale }: { body: BodyFrame; hips: HipWidth; scale: number }): LowerPlace {
  const { across, down } = axesOf(body);
  const drop = lower_proportions.crotch * body.length;
  const crotch = { x: body.hips.x + down.x * drop, y: body.hips.y + down.y * drop };
  const rise = drop + bandHeight((marks.crotch_y - marks.waist_y) * scale - drop, body, hips);
  return { body, scale, across, down, crotch, rise };
}

/** How high above the hip joints a band lies, px, that would lie at `own` by itself: over the old one, and not up to the ribs. */
function bandHeight(own: number, body: BodyFrame, { waist_y }: HipWidth): number {
  const old = waist_y === undefined ? 0 : body.hips.y - waist_y + 0.015 * body.length;
  return Math.min(lower_proportions.highest_waist * body.length, Math.max(own, old, 0.05 * body.length));
}

interface LegPlace extends LowerPlace {
  marks: LowerLandmarks;
  leg: BodySide;
  way: 1 | -1;
}

function hangLeg(side: LowerSide, { marks, leg, way, body, scale, across, down, crotch, rise }: LegPlace): Mesh {
  const thigh_share = (lower_proportions.crotch * body.length) / (distance(leg.hip, leg.knee) || 1);
  const bones = [between(leg.hip, leg.knee, Math.min(0.6, thigh_share)), leg.knee, leg.ankle];
  const [body_length, own_length] = [lengthOf(bones), Math.max(1, (side.hem_y - marks.crotch_y) * scale)];
  const [shortest, longest] = lower_proportions.full_length;
  const ratio = own_length / body_length;
  const shown = ratio < shortest ? own_length : body_length * (ratio < longest ? 1 + lower_proportions.below_ankle : 1.04);
  const halfAt = (y: number) => (Math.abs(edgeAt(side.outer, y) - edgeAt(side.inner, y)) / 2) * scale;
  const half_above = halfAt(marks.crotch_y);
  const start = { x: crotch.x + across.x * half_above * way, y: crotch.y + across.y * half_above * way };
  const off = { x: start.x - bones[0]!.x, y: start.y - bones[0]!.y };
  const thigh = distance(bones[0]!, bones[1]!);
  /** Middle of the leg and the way outwards, `along` px below where legs part. */
  const legAt = (along: number): { middle: Point; out: Point } => {
    const [at, next] = [alongLine(bones, along - 6), alongLine(bones, along + 6)];
    const bone = unit(at, next);
    const bent = Math.max(0, Math.min(1, along / (0.8 * thigh || 1)));
    const middle = between(at, next);
    const turned = { x: bone.y, y: -bone.x };
    const out = { x: across.x * (1 - bent) + turned.x * bent, y: across.y * (1 - bent) + turned.y * bent };
    return { middle: { x: middle.x + off.x * (1 - bent), y: middle.y + off.y * (1 - bent) }, out: { x: out.x * way, y: out.y * way } };
  };
  return makeMesh({ columns: 8, rows: 32 }, (u, v) => {
    const y = marks.waist_y + (1.04 * v - 0.02) * (side.hem_y - marks.waist_y);
    const [inner, outer] = [edgeAt(side.inner, y), edgeAt(side.outer, y)];
    const share = 1.09 * u - 0.015;
    const from = { x: inner + (outer - inner) * share, y };
    if (y < marks.crotch_y) {
      const high = rise * ((marks.crotch_y - y) / (marks.crotch_y - marks.waist_y || 1));
      const out = (from.x - marks.axis_x) * scale;
      return { from, to: { x: crotch.x - down.x * high + across.x * out, y: crotch.y - down.y * high + across.y * out } };
    }
    const along = ((y - marks.crotch_y) / (side.hem_y - marks.crotch_y || 1)) * shown;
    const { middle, out } = legAt(along);
    const away = (2 * share - 1) * halfAt(y);
    return { from, to: { x: middle.x + out.x * away, y: middle.y + out.y * away } };
  });
}

const axesOf = (body: BodyFrame) => ({ across: unit(body.left.hip, body.right.hip), down: unit(body.shoulders, body.hips) });

const widthAt = (marks: LowerLandmarks, y: number): number => Math.max(1, edgeAt(marks.right.outer, y) - edgeAt(marks.left.outer, y));

/** Where an edge lies in a row; before its beginning and beyond its end, as there. */
function edgeAt(edge: readonly Point[], y: number): number {
  const [first, last] = [edge[0]!, edge.at(-1)!];
  const at = ((y - first.y) / (last.y - first.y || 1)) * (edge.length - 1);
  const low = Math.max(0, Math.min(edge.length - 2, Math.floor(at)));
  const share = Math.max(0, Math.min(1, at - low));
  return edge[low]!.x + (edge[low + 1]!.x - edge[low]!.x) * share;
}
