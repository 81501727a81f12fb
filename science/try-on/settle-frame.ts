import type { Point } from '../imaging/trace-outline.ts';
import { between, type BodyFrame, type BodySide, distance, unit } from './body-frame.ts';
import type { OutlineReach, PersonReach } from './outline-reach.ts';

/** Half of an arm at shoulder and elbow, in widths between the shoulders. */
const usual = { shoulder: 0.14, elbow: 0.105 };
/** An edge that is so many times farther from the joint than usual, or nearer, shows that the joint does not lie in the arm's middle. */
const too_far = 1.4;
/** Sleeves are tight, and tell where both arms are, when both edges together lie no farther than this from usual. */
const uneven = 0.3;
/** How far out an edge is looked for, and how far a joint is moved at most, in widths between the shoulders. */
const [looked_for, most_moved] = [0.42, 0.2];
/** Places beside a joint at which edges are read, in bones of the upper arm. */
const places = { shoulder: [0.04, 0.1, 0.16, 0.22, 0.28], elbow: [0.76, 0.82, 0.88, 0.94] };

type ArmJoint = keyof typeof usual;

/**
 * A frame whose shoulders and elbows lie in the middle of arms that are bare, and whose shoulders do so in tight sleeves: pose networks put
 * those of a turned body too far to one side. Where loose cloth or nothing shows how far an arm goes the joints stay.
 */
export function settleFrame(frame: BodyFrame, { any, bare }: PersonReach): BodyFrame {
  const sides = [frame.left, frame.right] as const;
  const half = usual.shoulder * frame.width;
  const [of_left, of_right] = sides.map((side) => edgeOff(side, 'shoulder', { frame, reach: any }));
  const is_tight = of_left !== undefined && of_right !== undefined && Math.abs(of_left + of_right - 2 * half) < uneven * 2 * half;
  const [left, right] = sides.map((side, index) => {
    const by_bare = movedBy(edgeOff(side, 'shoulder', { frame, reach: bare }), half, frame);
    const by_cloth = is_tight ? movedBy([of_left, of_right][index], half, frame) : 0;
    const elbow = movedBy(edgeOff(side, 'elbow', { frame, reach: bare }), usual.elbow * frame.width, frame);
    const out = outOf(side, frame);
    return { ...side, shoulder: moved(side.shoulder, out, by_bare || by_cloth), elbow: moved(side.elbow, out, elbow) };
  }) as [BodySide, BodySide];
  const shoulders = between(left.shoulder, right.shoulder);
  return { ...frame, left, right, shoulders, width: distance(left.shoulder, right.shoulder), length: distance(shoulders, frame.hips) };
}

/** Away from the body, across the upper arm. */
function outOf({ shoulder, elbow }: BodySide, { shoulders }: BodyFrame): Point {
  const way = Math.sign(shoulder.x - shoulders.x) || 1;
  const bone = unit(shoulder, elbow);
  return { x: way * bone.y, y: -way * bone.x };
}

/** px from an arm's bone to its outer edge near a joint; undefined where too little of it shows. */
function edgeOff(side: BodySide, name: ArmJoint, { frame, reach }: { frame: BodyFrame; reach: OutlineReach }): number | undefined {
  const out = outOf(side, frame);
  const offs = places[name].map((share) => reach(between(side.shoulder, side.elbow, share), out, looked_for * frame.width));
  const seen = offs.filter((off) => off !== undefined).toSorted((a, b) => a - b);
  return seen.length < 3 ? undefined : seen[seen.length >> 1];
}

function movedBy(off: number | undefined, half: number, { width }: BodyFrame): number {
  if (off === undefined || (off < too_far * half && off > half / too_far)) return 0;
  return Math.max(-most_moved * width, Math.min(most_moved * width, off - half));
}

const moved = (point: Point, out: Point, by: number): Point => ({ x: point.x + out.x * by, y: point.y + out.y * by });
