import { makeMesh, type Mesh } from '../imaging/draw-mesh.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodySide, distance, unit } from './body-frame.ts';
import type { Sleeve, TopSide } from './garment/top-side.ts';
import type { PersonReach } from './outline-reach.ts';
import { alongLine, atShare, lengthOf } from './polyline.ts';

/** Proportions of sleeves on arms. Chosen on photos; see the README. */
export const sleeve_proportions = {
  /** How much of a sleeve's length shows: over the shoulder it goes away from us. */
  length: 0.88,
  /** And of its length inside, of that: an armpit draws it up. */
  length_inside: 0.75,
  /** How much of what a sleeve is wider than the arm shows, the rest lies in folds; and how much of that stands out. */
  slack_shown: 0.6,
  slack_outside: 0.5,
  /** From this length on, in arms, sleeves end at the wrist, as they are meant to; what is longer is pushed up. */
  full: 0.7,
  /** A forearm at the wrist, of the upper arm's width. */
  wrist: 0.72,
  /** How much wider than the arm the tightest cloth lies. */
  ease: 1.08,
  /** How far the round of a shoulder lies from its joint, outwards and up, in widths between the shoulders: usual, least and most. */
  round: 0.15,
  rounds: [0.08, 0.23] as const,
  /** How far a bare arm or shoulder is looked for from its bone. */
  bare: 0.4,
};

/** px by which a sleeve stands out beyond the bare arm that it covers. */
const beyond_skin = 2;

/** Places on the round of a shoulder, from above outwards: all of a bare one, else the one in its middle. */
function roundOf(joint: Point, { way, width, reach }: { way: number; width: number; reach: PersonReach }): Point[] {
  const placeAt = (angle: number, off: number): Point => ({ x: joint.x + way * Math.cos(angle) * off, y: joint.y - Math.sin(angle) * off });
  const bare = [1.2, 0.8, 0.4].flatMap((angle) => {
    const off = reach.bare(joint, { x: way * Math.cos(angle), y: -Math.sin(angle) }, sleeve_proportions.bare * width);
    return off === undefined ? [] : [placeAt(angle, off + beyond_skin)];
  });
  if (bare.length > 1) return bare;
  const corner = { x: way * Math.SQRT1_2, y: -Math.SQRT1_2 };
  const [least, most] = sleeve_proportions.rounds;
  const seen = reach.any(joint, corner, 0.4 * width) ?? sleeve_proportions.round * width;
  return [placeAt(Math.PI / 4, Math.max(least * width, Math.min(most * width, seen)))];
}

interface SleevePlace {
  arm: BodySide;
  /** px from the upper arm's bone to its edge. */
  half: number;
  /** Where a place of the garment's body lies on the person. */
  place: (point: Point) => Point;
  scale: number;
  width: number;
  hips: Point;
  reach: PersonReach;
}

/** A sleeve begins at its armhole, wherever that lies on the body, and follows upper arm and forearm as far as it is long. */
export function hangSleeve(side: TopSide & { sleeve: Sleeve }, { arm, half, place, scale, width, hips, reach }: SleevePlace): Mesh {
  const { outer, inner } = side.sleeve;
  const bones = [arm.shoulder, arm.elbow, arm.wrist];
  const whole = lengthOf(bones);
  const [shoulder, armpit] = [place(side.shoulder), place(side.armpit)];
  // Outside is away from the body.
  const way = Math.sign(arm.shoulder.x - hips.x) || 1;
  const arms = (lengthOf(outer) * scale) / whole;
  const is_full = arms > sleeve_proportions.full;
  const shown = sleeve_proportions.length;
  const [outer_length, inner_length] = [
    lengthOf(outer) * scale * shown,
    lengthOf(inner) * scale * shown * sleeve_proportions.length_inside,
  ];
  /** px from the bone to the sleeve's edge, at a share of the sleeve and of the arm: outside is 1, inside -1. */
  const offAt = (share: number, along: number, sign: 1 | -1): number => {
    const own = half * (1 - (1 - sleeve_proportions.wrist) * Math.max(0, Math.min(1, along / whole)));
    // Above its middle a sleeve is as wide as its armhole is deep.
    const beyond = Math.max(share, 0.6);
    const wide = distance(atShare(outer, beyond), atShare(inner, beyond)) * scale;
    const slack = sleeve_proportions.slack_shown * Math.max(0, wide - 2 * own * sleeve_proportions.ease);
    return own * sleeve_proportions.ease + slack * (sign === 1 ? sleeve_proportions.slack_outside : 1 - sleeve_proportions.slack_outside);
  };
  const edge = (along: number, cloth: number, sign: 1 | -1): Point => {
    const [at, next] = [alongLine(bones, along - 4), alongLine(bones, along + 4)];
    const bone = unit(at, next);
    const middle = between(at, next);
    // Down the left arm of the picture outside is left.
    const out = { x: sign * way * bone.y, y: -sign * way * bone.x };
    const skin = reach.bare(middle, out, sleeve_proportions.bare * width);
    const off = Math.max(cloth, skin === undefined ? 0 : skin + beyond_skin);
    return { x: middle.x + out.x * off, y: middle.y + out.y * off };
  };
  const begins = Math.max(0, armpit.y - arm.shoulder.y);
  const end = is_full ? whole : outer_length;
  const over: Point[] = [shoulder, ...roundOf(arm.shoulder, { way, width, reach })];
  const under: Point[] = [armpit];
  const steps = 16;
  for (let step = 1; step <= steps; step++) {
    const along = (step / steps) * end;
    over.push(edge(along, offAt(along / end, along, 1), 1));
    if (along > begins + 0.05 * width) under.push(edge(along, offAt(along / end, along, -1), -1));
  }
  const under_end = begins + inner_length;
  if (under.length === 1) under.push(edge(under_end, offAt(1, under_end, -1), -1));
  const [over_length, under_length] = is_full ? [lengthOf(over), lengthOf(under)] : [outer_length, inner_length];

  return makeMesh({ columns: 8, rows: 16 }, (u, v) => {
    // A little beyond the edges, so that they are cut by the garment's own opacity.
    const share = 1.2 * u - 0.1;
    const [to_outer, to_inner] = [alongLine(over, v * over_length), alongLine(under, v * under_length)];
    return { from: between(atShare(outer, v), atShare(inner, v), share), to: between(to_outer, to_inner, share) };
  });
}
