import type { Picture } from '../imaging/picture.ts';
import { channelsOf } from '../imaging/picture.ts';
import { torsoLength } from './check-pose.ts';
import type { JointName, Joints } from './joints.ts';

/** Bones and how far flesh, hair and cloth may reach around them, in lengths of the torso. */
const bones: readonly (readonly [JointName, JointName, number])[] = [
  ['left_shoulder', 'right_shoulder', 0.35],
  ['left_hip', 'right_hip', 0.35],
  ['left_shoulder', 'left_hip', 0.35],
  ['right_shoulder', 'right_hip', 0.35],
  ['left_shoulder', 'right_hip', 0.35],
  ['nose', 'nose', 0.6],
  ['left_shoulder', 'left_elbow', 0.25],
  ['left_elbow', 'left_index', 0.25],
  ['right_shoulder', 'right_elbow', 0.25],
  ['right_elbow', 'right_index', 0.25],
  ['left_hip', 'left_knee', 0.3],
  ['right_hip', 'right_knee', 0.3],
  ['left_knee', 'left_foot', 0.3],
  ['right_knee', 'right_foot', 0.3],
];

/** Paints over a person in the mean colour of the picture, so that others in it can be looked for. O(pixels x bones). */
export function coverBody(picture: Picture, joints: Joints): Picture {
  const { width, height } = picture;
  const channels = channelsOf(picture);
  const torso = torsoLength(joints);
  const data = Uint8ClampedArray.from(picture.data);
  const mean = Array.from({ length: channels }, (_, c) => meanOf(picture.data, c, channels));
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += channels)
      if (bones.some(([from, to, reach]) => distance({ x, y }, joints[from], joints[to]) < reach * torso)) data.set(mean, i);
  return { width, height, data };
}

interface Point {
  x: number;
  y: number;
}

/** From a point to a stretch between two others. */
function distance(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / Math.max(1e-9, dx * dx + dy * dy);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}

function meanOf(data: Picture['data'], from: number, step: number): number {
  let [sum, count] = [0, 0];
  for (let i = from; i < data.length; i += step, count++) sum += data[i]!;
  return sum / Math.max(1, count);
}
