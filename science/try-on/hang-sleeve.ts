import { makeMesh, type Mesh } from '../imaging/draw-mesh.ts';
import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodySide, distance, unit } from './body-frame.ts';
import type { Sleeve, TopSide } from './garment/top-side.ts';
import type { OutlineReach } from './outline-reach.ts';
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
};

interface SleevePlace {
  arm: BodySide;
  /** px from the upper arm's bone to its edge. */
  half: number;
  /** Where a place of the garment's body lies on the person. */
  place: (point: Point) => Point;
  scale: number;
  width: number;
  hips: Point;
  reach: OutlineReach;
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
  const edge = (along: number, off: number, sign: 1 | -1): Point => {
    const [at, next] = [alongLine(bones, along - 4), alongLine(bones, along + 4)];
    const bone = unit(at, next);
    const middle = between(at, next);
    // Down the left arm of the picture outside is left.
    return { x: middle.x + sign * way * bone.y * off, y: middle.y - sign * way * bone.x * off };
  };
  const corner = { x: way * Math.SQRT1_2, y: -Math.SQRT1_2 };
  const [least, most] = sleeve_proportions.rounds;
  const round = Math.max(
    least * width,
    Math.min(most * width, reach(arm.shoulder, corner, 0.4 * width) ?? sleeve_proportions.round * width),
  );
  const begins = Math.max(0, armpit.y - arm.shoulder.y);
  const end = is_full ? whole : outer_length;
  const over: Point[] = [shoulder, { x: arm.shoulder.x + round * corner.x, y: arm.shoulder.y + round * corner.y }];
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
