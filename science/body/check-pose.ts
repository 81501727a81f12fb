import type { Size } from '../imaging/picture.ts';
import type { GarmentShape } from '../try-on/try-on.ts';
import type { Joint, JointName, Joints } from './joints.ts';

/** Why a person cannot be dressed as they are seen. */
export type PoseProblem = 'back_view' | 'side_view' | 'arms_cut_off' | 'hips_cut_off' | 'legs_cut_off' | 'seated';

/** For each shape of garment, what stands in its way; null: nothing does. */
export type PoseVerdict = Record<GarmentShape, PoseProblem | null>;

/** Chance from which a joint counts as seen. */
const seen_min = 0.5;
/**
 * The networks see bodies in garments too, where no person is. Of 20 photos of people the certainty is 0.98 at least, elbows are
 * told with 0.9 (mean of both), and the mask covers 0.88 of the joints; of 41 garments none has a certainty of 0.97 with 0.8 of
 * the joints covered, and none 0.9 with elbows told with more than 0.82.
 */
const certainty_min = 0.97;
const covered_min = 0.8;
const doubtful_certainty_min = 0.9;
const elbows_min = 0.85;
/** Shoulders' width by torso's length: standing towards us 0.56 to 0.78; from the side nothing. */
const across_min = 0.42;
/** Knees under hips by torso's length: standing 0.76 and more; a thigh that points towards us or aside is shorter. */
const thigh_min = 0.5;
/** A share of the frame by which a joint may lie outside: networks err so much. */
const margin = 0.02;
/** Which part of the thigh, and of the shin, must be in the frame. */
const thigh_seen_min = 0.5;
const shin_seen_min = 0.6;

/** The joints by which a body is told from what only looks like one. */
export const main_joints = [
  'nose',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
] as const satisfies readonly JointName[];

/** What was found where a person may be. */
export interface FoundBody {
  joints: Joints;
  /** Chance 0..1 that the network gives itself. */
  certainty: number;
  /** Opacity 0..1 of people, [height x width]. */
  mask: Float32Array;
}

/** Tells a person from a garment in which the networks saw one: both agree, or one of them saw arms. */
export function isPerson({ joints, certainty, mask }: FoundBody, frame: Size): boolean {
  const inside = main_joints.map((name) => joints[name]).filter((joint) => isInside(joint, frame));
  const opacity = inside.reduce((sum, joint) => sum + opacityAt(mask, joint, frame), 0) / Math.max(1, inside.length);
  if (certainty >= certainty_min && opacity >= covered_min) return true;
  return certainty >= doubtful_certainty_min && (joints.left_elbow.seen + joints.right_elbow.seen) / 2 >= elbows_min;
}

function opacityAt(mask: Float32Array, { x, y }: Joint, { width, height }: Size): number {
  const [column, row] = [Math.min(width - 1, Math.max(0, Math.round(x))), Math.min(height - 1, Math.max(0, Math.round(y)))];
  return mask[row * width + column]!;
}

/** Says what can be put on somebody as they stand: a top needs shoulders, elbows and hips, trousers knees and shins. */
export function checkPose(joints: Joints, frame: Size): PoseVerdict {
  const view = problemOfView(joints);
  const hips = areSeen(joints, ['left_hip', 'right_hip'], frame) ? null : 'hips_cut_off';
  const arms = areSeen(joints, ['left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow'], frame) ? null : 'arms_cut_off';
  const sits = isSeated(joints, frame) ? 'seated' : null;
  const thighs = reaches(joints, frame, { from: 'hip', to: 'knee', share: thigh_seen_min }) ? null : 'legs_cut_off';
  const shins = reaches(joints, frame, { from: 'knee', to: 'ankle', share: shin_seen_min }) ? null : 'legs_cut_off';
  const below = view ?? hips ?? sits ?? thighs;
  return {
    top: view ?? arms ?? hips,
    dress: view ?? arms ?? below,
    skirt: below,
    shorts: below,
    trousers: below ?? shins,
  };
}

/** How long the torso is, px: from between the shoulders to between the hips. */
export const torsoLength = ({ left_shoulder, right_shoulder, left_hip, right_hip }: Joints): number =>
  Math.hypot(left_shoulder.x + right_shoulder.x - left_hip.x - right_hip.x, left_shoulder.y + right_shoulder.y - left_hip.y - right_hip.y) /
  2;

/** Left is the person's own: seen from behind, it lies on our left. */
function problemOfView(joints: Joints): 'back_view' | 'side_view' | null {
  const across = (joints.left_shoulder.x - joints.right_shoulder.x) / Math.max(1, torsoLength(joints));
  if (across <= -across_min) return 'back_view';
  return across < across_min ? 'side_view' : null;
}

const isInside = ({ x, y }: Joint, { width, height }: Size): boolean =>
  x >= -margin * width && y >= -margin * height && x <= (1 + margin) * width && y <= (1 + margin) * height;

const areSeen = (joints: Joints, names: readonly JointName[], frame: Size): boolean =>
  names.every((name) => joints[name].seen >= seen_min && isInside(joints[name], frame));

/** Only of legs that are seen: below the frame the network guesses. */
function isSeated(joints: Joints, frame: Size): boolean {
  const torso = torsoLength(joints);
  return (['left', 'right'] as const).some((side) => {
    const [hip, knee] = [joints[`${side}_hip`], joints[`${side}_knee`]];
    return isInside(knee, frame) && knee.seen >= seen_min && knee.y - hip.y < thigh_min * torso;
  });
}

interface Stretch {
  from: 'hip' | 'knee';
  to: 'knee' | 'ankle';
  share: number;
}

/** Tells whether so much of both legs between two joints is in the frame. */
const reaches = (joints: Joints, frame: Size, { from, to, share }: Stretch): boolean =>
  (['left', 'right'] as const).every((side) => {
    const [start, end] = [joints[`${side}_${from}`], joints[`${side}_${to}` as JointName]];
    const at = { ...end, x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
    return isInside(start, frame) && isInside(at, frame);
  });
