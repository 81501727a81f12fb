import { type BodyCrop, cropAroundMask, readCrop } from '#science/body/body-crop.ts';
import type { Joints } from '#science/body/joints.ts';
import { readPose } from '#science/body/read-pose.ts';
import { type Picture, sizeWithin } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { keepTensorModel } from '#platform/vision-runtime/keep-tensor-model.ts';
import { findPersonMask } from './find-person-mask.ts';

/** A person in a picture. */
export interface Body {
  joints: Joints;
  /** Chance 0..1 that there is a person where the joints were looked for. */
  certainty: number;
  /** Opacity 0..1 of the person (or of several), [height x width] of the picture. */
  mask: Float32Array;
}

/** px of the square that the network looks at. */
const side = 256;
const model_file = new URL(import.meta.resolve('@mediapipe/pose/pose_landmark_full.tflite'));

/**
 * Finds the person of a picture: joints and mask. Of several, the one in whose middle most of the mask lies. Undefined where nobody
 * is. Tenths of a second for 768 x 1024 px; computes on the calling thread, so call it in a worker.
 */
export async function findBody(picture: Picture): Promise<Body | undefined> {
  const mask = await findPersonMask(picture);
  const first = cropAroundMask(mask, picture, picture);
  if (!first) return undefined;
  const looks = [await lookAt(picture, first)];
  // What the joints say of the person's place is better than the mask: a raised arm, a bag, a second person.
  for (let again = 0; again < 2; again++) looks.push(await lookAt(picture, looks.at(-1)!.better_crop));
  const worth = Math.max(...looks.map(worthOf));
  const { joints, certainty } = looks.findLast((look) => worthOf(look) >= nearly * worth)!;
  return { joints, certainty, mask };
}

type Look = Awaited<ReturnType<typeof lookAt>>;

/** A later look is the better one, unless it is much worth less than another. */
const nearly = 0.85;

/**
 * Without a head in the frame the network cannot tell the front from the back, and folds a person between the two: the look whose
 * shoulders are widest is the one that chose. Most people stand before a mirror, so the front counts double.
 */
function worthOf({ joints, certainty }: Look): number {
  const across = joints.left_shoulder.x - joints.right_shoulder.x;
  return certainty * (across > 0 ? across : -across / 2);
}

async function lookAt(picture: Picture, crop: BodyCrop) {
  const model = await keepTensorModel(model_file);
  const told = await model.run({ [model.input_names[0]!]: { data: readSharp(picture, crop), dims: [1, side, side, 3] } });
  return { ...readPose(told['Identity']!.data, crop, side), certainty: told['Identity_1']!.data[0]! };
}

/** A square is read from a picture of about its size, so that no pixel is skipped. */
function readSharp(picture: Picture, crop: BodyCrop): Float32Array {
  const scale = Math.min(1, (1.5 * side) / crop.side);
  const small = shrinkPicture(picture, sizeWithin(picture, Math.ceil(Math.max(picture.width, picture.height) * scale)));
  const [across, down] = [small.width / picture.width, small.height / picture.height];
  return readCrop(small, { x: crop.x * across, y: crop.y * down, side: crop.side * across, angle: crop.angle }, side);
}
