import { type BodyCrop, cropAroundPoints, placeIn } from './body-crop.ts';
import { type Joint, type JointName, type Joints, joint_names } from './joints.ts';

/** Numbers of a point: x, y, z in px of what the network looked at, then two that say whether it is seen and in the frame (logits). */
const numbers_each = 5;
/** The two points behind the joints: between the hips, and on the circle around the body. */
const [middle_at, above_at] = [33, 34];

/**
 * Turns what the pose network tells of a square of `side` px into joints of the picture, and into the square in which the same
 * person is best looked at again.
 */
export function readPose(told: Float32Array, crop: BodyCrop, side: number): { joints: Joints; better_crop: BodyCrop } {
  const pointOf = (index: number): Joint => {
    const at = index * numbers_each;
    const place = placeIn(crop, told[at]! / side, told[at + 1]! / side);
    return { ...place, z: (told[at + 2]! / side) * crop.side, seen: Math.min(chance(told[at + 3]!), chance(told[at + 4]!)) };
  };
  const joints = Object.fromEntries(joint_names.map((name, index) => [name, pointOf(index)])) as Record<JointName, Joint>;
  return { joints, better_crop: cropAroundPoints(pointOf(middle_at), pointOf(above_at)) };
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));
