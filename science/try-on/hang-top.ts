import { makeMesh, type Mesh } from '../imaging/draw-mesh.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodyFrame, type BodySide, distance, unit } from './body-frame.ts';
import type { TopLandmarks } from './garment/find-landmarks.ts';
import type { TopSide } from './garment/top-side.ts';
import { alongLine, atShare, lengthOf } from './polyline.ts';

/** Proportions that joints do not tell, in widths between the shoulder joints. Chosen on photos; see the README. */
export const proportions = {
  /** How wide garments are cut between their shoulder seams. */
  shoulder_seams: 0.96,
  /** A chest under the arms, from side to side. */
  chest: 0.97,
  /** How high the line of the shoulders lies above their joints in the middle, and how it falls outwards. */
  shoulder_line: 0.31,
  shoulder_fall: 0.35,
  /** How wide and how long a sleeve is round an arm, of what it is when laid flat. */
  sleeve_width: 0.92,
  sleeve_length: 0.95,
  /** How much of a sleeve's slack stands out from the arm; and how much shows at all, the rest lies in folds. */
  slack_outside: 0.4,
  slack_shown: 0.55,
  /** Sleeves of these lengths, in arms, end at the wrist, as they are meant to. */
  full_sleeve: [0.7, 1.3] as const,
  /** How much wider than the hips cloth lies there, and how far it is widened for that at most. */
  hip_ease: 1.03,
  widened: 1.3,
  /** How far a dress that would end too high is lengthened at most. */
  lengthened: 1.5,
};

/** What of a body a top follows beside its joints. */
export interface WornOn {
  lineAt: ShoulderLine;
  /** px from the line through the hips' middle to either side. */
  hip_half: number;
  /** Row that the hem reaches at least: no dress ends at the hips. */
  reach_y?: number | undefined;
}

export interface HungTop {
  torso: Mesh;
  left_sleeve?: Mesh;
  right_sleeve?: Mesh;
}

/** Says where each part of a top or dress comes to lie on a body. */
export function hangTop({ axis_x, left, right }: TopLandmarks, body: BodyFrame, { lineAt, hip_half, reach_y }: WornOn): HungTop {
  const scale = scaleOf({ left, right }, body);
  const across = unit(body.left.shoulder, body.right.shoulder);
  const hip_across = unit(body.left.hip, body.right.hip);
  const down = unit(body.shoulders, body.hips);
  const zero_y = anchorOf([left.neck, right.neck, left.shoulder, right.shoulder], { axis_x, scale, width: body.width, lineAt });
  /** How far the line of the garment's shoulders must be lifted to lie on the person's, px, where it is `out` px from the axis. */
  const lifted = [left, right].map((side) => liftOf(side, { axis_x, zero_y, scale, width: body.width, lineAt }));
  const at_hips = zero_y + body.length / scale;
  const own_half = (Math.abs(edgeAtRow(left.side, at_hips) - edgeAtRow(right.side, at_hips)) / 2) * scale;
  /** Cloth goes round a body, however narrow it was laid down. */
  const wider = Math.max(0, Math.min(proportions.widened, (hip_half * proportions.hip_ease) / (own_half || 1)) - 1);
  const hem = (Math.max(left.hem.y, right.hem.y) - zero_y) * scale;
  const chest = 0.45 * body.length;
  const wanted = reach_y === undefined ? hem : reach_y - body.shoulders.y;
  const longer = hem > chest ? Math.max(1, Math.min(proportions.lengthened, (wanted - chest) / (hem - chest))) : 1;
  /** Where a place of the garment's body lies on the person: level with the shoulders at the top, with the hips further down. */
  const place = ({ x, y }: Point): Point => {
    const laid = (y - zero_y) * scale;
    const plain = laid < chest ? laid : chest + (laid - chest) * longer;
    const out = (x - axis_x) * scale * (1 + wider * smooth((plain / body.length - 0.35) / 0.65));
    const low = plain - lifted[out < 0 ? 0 : 1]!(out) * Math.max(0, Math.min(1, 1 - plain / (0.45 * body.length)));
    const turned = Math.max(0, Math.min(1, low / body.length));
    return {
      x: body.shoulders.x + (across.x + (hip_across.x - across.x) * turned) * out + down.x * low,
      y: body.shoulders.y + (across.y + (hip_across.y - across.y) * turned) * out + down.y * low,
    };
  };
  const top = Math.min(left.neck.y, right.neck.y, left.shoulder.y, right.shoulder.y);
  const bottom = Math.max(left.hem.y, right.hem.y, ...left.side.map(({ y }) => y), ...right.side.map(({ y }) => y));
  const reach = Math.max(edgeAt(left, axis_x), edgeAt(right, axis_x)) * 1.15;
  const torso = makeMesh({ columns: 16, rows: 24 }, (u, v) => {
    const from = { x: axis_x + (2 * u - 1) * reach, y: top + (bottom - top) * (1.15 * v - 0.05) };
    return { from, to: place(from) };
  });
  const sleeveOf = (side: TopSide, arm: BodySide): Mesh | undefined =>
    side.sleeve && hangSleeve(side, arm, { place, scale, width: body.width, hips: body.hips });
  const [left_sleeve, right_sleeve] = [sleeveOf(left, body.left), sleeveOf(right, body.right)];
  return { torso, ...(left_sleeve && { left_sleeve }), ...(right_sleeve && { right_sleeve }) };
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

function liftOf(
  { neck, shoulder }: TopSide,
  { axis_x, zero_y, scale, width, lineAt }: Anchor & { zero_y: number },
): (out: number) => number {
  const lift = ({ x, y }: Point): number => lineAt(((x - axis_x) * scale) / width) * width + (y - zero_y) * scale;
  const [from, to] = [(neck.x - axis_x) * scale, (shoulder.x - axis_x) * scale];
  const [at_neck, at_shoulder] = [lift(neck), lift(shoulder)];
  return (out) => at_neck + (at_shoulder - at_neck) * Math.max(0, Math.min(1, (out - from) / (to - from || 1)));
}

/** Where a side lies in a row, or where it ends. */
const edgeAtRow = (side: readonly Point[], y: number): number => (side.find((point) => point.y >= y) ?? side.at(-1))?.x ?? 0;

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

interface SleevePlace {
  place: (point: Point) => Point;
  scale: number;
  width: number;
  hips: Point;
}

/** A sleeve follows upper arm and forearm; where it begins it hangs on the garment's body. */
function hangSleeve(side: TopSide, arm: BodySide, { place, scale, width, hips }: SleevePlace): Mesh {
  const { outer, inner } = side.sleeve!;
  const bones = [arm.shoulder, arm.elbow, arm.wrist];
  const [shoulder, armpit] = [place(side.shoulder), place(side.armpit)];
  // Outside is away from the body.
  const way = Math.sign(arm.shoulder.x - hips.x) || 1;
  // No sleeve goes far beyond the wrist: what is longer is pushed up.
  const arms = (lengthOf(outer) * scale) / lengthOf(bones);
  const is_full = arms > proportions.full_sleeve[0] && arms < proportions.full_sleeve[1];
  const shown = Math.min(proportions.sleeve_length, 1.06 / arms);
  const [outer_length, inner_length] = [lengthOf(outer) * scale * shown, lengthOf(inner) * scale * shown];
  /** Cloth lies on the arm outside; what a sleeve is wider than the arm hangs, most of it inside. */
  const offAt = (share: number, sign: 1 | -1): number => {
    const arm_half = armHalf(share) * width;
    const wide = distance(atShare(outer, share), atShare(inner, share)) * scale * proportions.sleeve_width;
    return (
      arm_half +
      proportions.slack_shown * Math.max(0, wide - 2 * arm_half) * (sign === 1 ? proportions.slack_outside : 1 - proportions.slack_outside)
    );
  };
  const edge = (length: number, half: number, sign: 1 | -1): Point => {
    const [at, next] = [alongLine(bones, length - 4), alongLine(bones, length + 4)];
    const bone = unit(at, next);
    const middle = between(at, next);
    // Down the left arm of the picture outside is left.
    return { x: middle.x + sign * way * bone.y * half, y: middle.y - sign * way * bone.x * half };
  };
  // Over the shoulder's round, then down the arm; below, from the armpit to the arm.
  const round = 0.19 * width;
  const bend = Math.SQRT1_2 * round;
  const over: Point[] = [shoulder, { x: arm.shoulder.x + way * bend, y: arm.shoulder.y - bend }];
  const under: Point[] = [armpit];
  const first = 0.05 * width;
  const before = lengthOf([...over, edge(first, offAt(0, 1), 1)]);
  const end = is_full ? lengthOf(bones) : Math.max(3 * first, outer_length - 0.5 * before);
  for (let step = 1; step <= 12; step++) {
    const share = step / 12;
    const along = first + share * (end - first);
    over.push(edge(along, offAt(share, 1), 1));
    if (along > distance(shoulder, armpit)) under.push(edge(along, offAt(share, -1), -1));
  }
  if (under.length === 1) under.push(edge(distance(shoulder, armpit) + inner_length, offAt(1, -1), -1));
  return makeMesh({ columns: 8, rows: 16 }, (u, v) => {
    // A little beyond the edges, so that they are cut by the garment's own opacity.
    const share = 1.2 * u - 0.1;
    const [to_outer, to_inner] = [atShare(over, v), atShare(under, v)];
    return { from: between(atShare(outer, v), atShare(inner, v), share), to: between(to_outer, to_inner, share) };
  });
}

/** Half the width of an arm, in widths between the shoulders, along a sleeve. */
const armHalf = (share: number): number => 0.17 - 0.05 * share;
