import type { Joints } from '../body/joints.ts';
import type { Point } from '../imaging/trace-outline.ts';

/** A body as a garment sees it; left is left in the picture, so a person who faces us has their right arm there. */
export interface BodyFrame {
  left: BodySide;
  right: BodySide;
  /** Between the shoulder joints, and between the hip joints. */
  shoulders: Point;
  hips: Point;
  /** px between the shoulder joints. */
  width: number;
  /** px from shoulders to hips. */
  length: number;
  /** How far the body is turned about its own axis, rad: 0 faces us, more than 0 faces what is right in the picture. Coarse. */
  turned: number;
}

export interface BodySide {
  shoulder: Point;
  elbow: Point;
  wrist: Point;
  hip: Point;
  knee: Point;
  ankle: Point;
}

/** Reads the frame from joints. A person seen from behind has left and right as they stand in the picture too. */
export function frameOf(joints: Joints): BodyFrame {
  const sideOf = (side: 'left' | 'right'): BodySide => ({
    shoulder: joints[`${side}_shoulder`],
    elbow: joints[`${side}_elbow`],
    wrist: joints[`${side}_wrist`],
    hip: joints[`${side}_hip`],
    knee: joints[`${side}_knee`],
    ankle: joints[`${side}_ankle`],
  });
  const [a, b] = [sideOf('right'), sideOf('left')];
  const [left, right] = a.shoulder.x <= b.shoulder.x ? [a, b] : [b, a];
  const [shoulders, hips] = [between(left.shoulder, right.shoulder), between(left.hip, right.hip)];
  return {
    left,
    right,
    shoulders,
    hips,
    width: distance(left.shoulder, right.shoulder),
    length: distance(shoulders, hips),
    turned: Math.atan2(
      joints[left === a ? 'left_shoulder' : 'right_shoulder'].z - joints[left === a ? 'right_shoulder' : 'left_shoulder'].z,
      right.shoulder.x - left.shoulder.x,
    ),
  };
}

export const between = (a: Point, b: Point, share = 0.5): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The direction from one place to another, of length 1. */
export const unit = (from: Point, to: Point): Point => {
  const length = distance(from, to) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
};
