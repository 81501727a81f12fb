/**
 * The 33 points that the pose network tells of a person, in its order; left and right are the person's own.
 * Source: Bazarevsky et al., BlazePose (2020), https://arxiv.org/abs/2006.10204.
 */
export const joint_names = [
  'nose',
  'left_eye_inner',
  'left_eye',
  'left_eye_outer',
  'right_eye_inner',
  'right_eye',
  'right_eye_outer',
  'left_ear',
  'right_ear',
  'mouth_left',
  'mouth_right',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_wrist',
  'right_wrist',
  'left_pinky',
  'right_pinky',
  'left_index',
  'right_index',
  'left_thumb',
  'right_thumb',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
  'left_ankle',
  'right_ankle',
  'left_heel',
  'right_heel',
  'left_foot',
  'right_foot',
] as const;

export type JointName = (typeof joint_names)[number];

/** Where a joint lies, in px of the picture; outside of it when the frame cuts it off. */
export interface Joint {
  x: number;
  y: number;
  /** Towards the camera is negative, in px as x and y, measured from between the hips. Coarse. */
  z: number;
  /** Chance 0..1 that it is seen: in the picture and not hidden. */
  seen: number;
}

export type Joints = Readonly<Record<JointName, Joint>>;
