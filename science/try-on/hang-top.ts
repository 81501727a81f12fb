import { makeMesh, type Mesh } from '../imaging/draw-mesh.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { type BodyFrame, distance, unit } from './body-frame.ts';
import type { TopLandmarks } from './garment/find-landmarks.ts';
import type { TopSide } from './garment/top-side.ts';
import type { PersonReach } from './outline-reach.ts';
import { hangSleeve } from './hang-sleeve.ts';

/** Proportions that joints do not tell, in widths between the shoulder joints. Chosen on photos; see the README. */
export const proportions = {
  /** How wide garments are cut between their shoulder seams. */
  shoulder_seams: 0.91,
  /** A chest under the arms, from side to side. */
  chest: 0.93,
  /** How high the line of the shoulders lies above their joints in the middle, and how it falls outwards. */
  shoulder_line: 0.31,
  shoulder_fall: 0.31,
  /** From shoulders to chest a body slopes away from us: how much of the cloth's length shows there. */
  upper_chest: 0.85,
  /** How far the middle of a chest stands before its shoulders, and how much of cloth's width is nearer to us than its sides. */
  depth: 0.17,
  roundness: 0.2,
  /** How much wider than the hips cloth lies there, and how far it is widened for that at most. */
  hip_ease: 1.03,
  widened: 1.3,
  /** How far a dress that would end too high is lengthened at most. */
  lengthened: 2,
  /** How much shorter and longer below the chest than it is cut a top may be drawn to end where the old one did. */
  near_hem: [0.85, 1.25] as const,
};

/** What of a body a top follows beside its joints. */
export interface WornOn {
  lineAt: ShoulderLine;
  /** px from the line through the hips' middle to either side. */
  hip_half: number;
  waist_half: number | undefined;
  /** px from the bone of each upper arm to its edge. */
  arm_half: Record<'left' | 'right', number>;
  reach: PersonReach;
  /** Row that the hem reaches at least: no dress ends at the hips. */
  reach_y?: number | undefined;
  /** Row in which what was worn before ended: a hem that comes near it ends there. */
  near_y?: number | undefined;
}

export interface HungTop {
  torso: Mesh;
  left_sleeve?: Mesh;
  right_sleeve?: Mesh;
}

/** Says where each part of a top or dress comes to lie on a body. */
export function hangTop(
  { axis_x, hem_y, left, right }: TopLandmarks,
  body: BodyFrame,
  { lineAt, hip_half, waist_half, arm_half, reach, reach_y, near_y }: WornOn,
): HungTop {
  const scale = scaleOf({ left, right }, body);
  const across = unit(body.left.shoulder, body.right.shoulder);
  const hip_across = unit(body.left.hip, body.right.hip);
  const down = unit(body.shoulders, body.hips);
  const zero_y = anchorOf([left.neck, right.neck, left.shoulder, right.shoulder], { axis_x, scale, width: body.width, lineAt });
  /** How far the line of the garment's shoulders must be lifted to lie on the person's, px, where it is `out` px from the axis. */
  const lifted = liftOf([left.shoulder, left.neck, right.neck, right.shoulder], { axis_x, zero_y, scale, width: body.width, lineAt });
  const at_hips = zero_y + body.length / scale;
  /** Cloth goes round a body, however narrow it was laid down: by how much it is widened for that. */
  const widenedTo = (half: number | undefined, row: number): number => {
    const own = (Math.abs(edgeAtRow(left.side, row) - edgeAtRow(right.side, row)) / 2) * scale;
    return half === undefined ? 0 : Math.max(0, Math.min(proportions.widened, (half * proportions.hip_ease) / (own || 1)) - 1);
  };
  const [at_waist_wider, at_hips_wider] = [widenedTo(waist_half, zero_y + (waist * body.length) / scale), widenedTo(hip_half, at_hips)];
  const widerAt = (share: number): number =>
    Math.max(at_hips_wider * smooth((share - 0.35) / 0.65), at_waist_wider * smooth(share / waist));
  const chest = 0.45 * body.length;
  const bust = 0.4 * body.length;
  const hem = (hem_y - zero_y) * scale - (1 - proportions.upper_chest) * bust;
  const longer = hem > chest ? lengthenedTo({ hem: hem - chest, reach: reach_y, near: near_y }, body.shoulders.y + chest) : 1;
  const half_width = 0.5 * body.width;
  /** How far round cloth lies beside where flat cloth would, in halves of a chest. */
  const roundAt = (share: number): number => {
    const inside = Math.max(-1, Math.min(1, share));
    return (
      proportions.roundness * (Math.sin((inside * Math.PI) / 2) - inside) +
      2 * proportions.depth * Math.sin(body.turned) * (1 - inside * inside)
    );
  };
  /** Where a place of the garment's body lies on the person: level with the shoulders at the top, with the hips further down. */
  const place = ({ x, y }: Point): Point => {
    const laid = (y - zero_y) * scale;
    const sloped = laid > 0 ? Math.min(laid, bust) * proportions.upper_chest + Math.max(0, laid - bust) : laid;
    const plain = sloped < chest ? sloped : chest + (sloped - chest) * longer;
    const flat = (x - axis_x) * scale * (1 + widerAt(plain / body.length));
    const out = flat + roundAt(flat / half_width) * half_width;
    const low = plain - lifted(out) * Math.max(0, Math.min(1, 1 - plain / (0.45 * body.length)));
    const turned = Math.max(0, Math.min(1, low / body.length));
    return {
      x: body.shoulders.x + (across.x + (hip_across.x - across.x) * turned) * out + down.x * low,
      y: body.shoulders.y + (across.y + (hip_across.y - across.y) * turned) * out + down.y * low,
    };
  };
  const top = Math.min(left.neck.y, right.neck.y, left.shoulder.y, right.shoulder.y);
  const bottom = Math.max(hem_y, left.hem.y, right.hem.y, ...left.side.map(({ y }) => y), ...right.side.map(({ y }) => y));
  const widest = Math.max(edgeAt(left, axis_x), edgeAt(right, axis_x)) * 1.15;
  const torso = makeMesh({ columns: 16, rows: 24 }, (u, v) => {
    const from = { x: axis_x + (2 * u - 1) * widest, y: top + (bottom - top) * (1.15 * v - 0.05) };
    return { from, to: place(from) };
  });
  const sleeveOf = (side: 'left' | 'right'): Mesh | undefined => {
    const marks = { left, right }[side];
    return (
      marks.sleeve &&
      hangSleeve(
        { ...marks, sleeve: marks.sleeve },
        { arm: body[side], half: arm_half[side], reach, place, scale, width: body.width, hips: body.hips },
      )
    );
  };
  const [left_sleeve, right_sleeve] = [sleeveOf('left'), sleeveOf('right')];
  return { torso, ...(left_sleeve && { left_sleeve }), ...(right_sleeve && { right_sleeve }) };
}

/** How many times as long cloth is drawn below row `from_y` so that its hem, px below that, ends where it should. */
function lengthenedTo({ hem, reach, near }: { hem: number; reach: number | undefined; near: number | undefined }, from_y: number): number {
  if (reach !== undefined && reach - from_y > hem) return Math.min(proportions.lengthened, (reach - from_y) / hem);
  const [shortest, longest] = proportions.near_hem;
  const ratio = near === undefined ? 1 : (near - from_y) / hem;
  return ratio > shortest && ratio < longest ? ratio : 1;
}

/** How high the shoulders lie above their joints, px in widths between them, where it is `out` widths from the middle (left is less than 0). */
export type ShoulderLine = (out: number) => number;

export const usualLine: ShoulderLine = (out) => proportions.shoulder_line - proportions.shoulder_fall * Math.abs(out);

interface Anchor {
  axis_x: number;
  scale: number;
  width: number;
  lineAt: ShoulderLine;
}

/** The row of the garment's picture that lies level with the shoulder joints when seams lie on the line of the shoulders. */
function anchorOf(seams: readonly Point[], { axis_x, scale, width, lineAt }: Anchor): number {
  const rows = seams.map(({ x, y }) => y + (lineAt(((x - axis_x) * scale) / width) * width) / scale);
  return rows.reduce((sum, row) => sum + row, 0) / rows.length;
}

/** Through all seams, and as at the outermost beyond them. */
function liftOf(seams: readonly Point[], { axis_x, zero_y, scale, width, lineAt }: Anchor & { zero_y: number }): (out: number) => number {
  const lifts = seams
    .map(({ x, y }) => ({ out: (x - axis_x) * scale, lift: lineAt(((x - axis_x) * scale) / width) * width + (y - zero_y) * scale }))
    .toSorted((a, b) => a.out - b.out);
  return (out) => {
    const next = lifts.findIndex((one) => one.out > out);
    if (next <= 0) return lifts.at(next)!.lift;
    const [a, b] = [lifts[next - 1]!, lifts[next]!];
    return a.lift + ((b.lift - a.lift) * (out - a.out)) / (b.out - a.out);
  };
}

/** Where a side lies in a row, or where it ends. */
const edgeAtRow = (side: readonly Point[], y: number): number => (side.find((point) => point.y >= y) ?? side.at(-1))?.x ?? 0;

/** Where a waist is, from shoulders to hips. */
const waist = 0.68;

const smooth = (share: number): number => {
  const within = Math.max(0, Math.min(1, share));
  return within * within * (3 - 2 * within);
};

const edgeAt = ({ side, shoulder }: TopSide, axis_x: number): number =>
  Math.max(Math.abs(shoulder.x - axis_x), ...side.map(({ x }) => Math.abs(x - axis_x)));

/** px of the photo for one px of the garment's picture. */
function scaleOf({ left, right }: Pick<TopLandmarks, 'left' | 'right'>, { width }: BodyFrame): number {
  const by_chest = (proportions.chest * width) / distance(left.armpit, right.armpit);
  const seams = distance(left.shoulder, right.shoulder);
  // So much wider than its shoulders is no vest, and no halter yet: sleeves lie on its body, and cannot be told from it.
  const spread = distance(left.armpit, right.armpit) / seams;
  const has_hidden_sleeves = spread > 1.4 && spread < 2;
  if ((!left.sleeve || !right.sleeve) && !has_hidden_sleeves) return by_chest;
  return (proportions.shoulder_seams * width) / seams;
}
