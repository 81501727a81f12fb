import { type JointName, type Joints, joint_names } from '#science/body/joints.ts';

/** The figure is drawn 900 x 1200 around x = 0 (demo/figure/mannequin.ts), and kept 768 x 1024. */
const [middle, scale] = [450, 1024 / 1200];

/** One side, x away from the middle; the other is its mirror. */
const side: Readonly<Record<string, readonly [number, number]>> = {
  eye_inner: [10, 118],
  eye: [18, 118],
  eye_outer: [26, 118],
  ear: [50, 128],
  shoulder: [104, 288],
  elbow: [141, 456],
  wrist: [160, 594],
  pinky: [172, 648],
  index: [165, 664],
  thumb: [154, 640],
  hip: [56, 612],
  knee: [65, 832],
  ankle: [60, 1080],
  heel: [60, 1100],
  foot: [78, 1140],
};

/** Where the joints of the standing figure lie, px; left is its own, at the right of the picture. */
export const standing_joints: Joints = Object.fromEntries(joint_names.map((name) => [name, jointAt(...placeOf(name))])) as Joints;

function placeOf(name: JointName): readonly [number, number] {
  if (name === 'nose') return [0, 138];
  if (name === 'mouth_left' || name === 'mouth_right') return [name === 'mouth_left' ? 13 : -13, 162];
  const is_left = name.startsWith('left_');
  const [x, y] = side[name.replace(/^(left|right)_/, '')]!;
  return [is_left ? x : -x, y];
}

function jointAt(x: number, y: number) {
  return { x: (middle + x) * scale, y: y * scale, z: 0, seen: 1 };
}
