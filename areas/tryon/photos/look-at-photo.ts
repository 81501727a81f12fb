import sharp from 'sharp';
import type { PersonPhotoProblem } from '#contract/tryon.ts';
import { findBody, type Body } from '#platform/body-finder/find-body.ts';
import { checkPose, isPerson, torsoLength } from '#science/body/check-pose.ts';
import { coverBody } from '#science/body/cover-body.ts';
import type { Joints } from '#science/body/joints.ts';
import { type Picture, sizeWithin } from '#science/imaging/picture.ts';
import { lightBelow, liesOnPlain } from '#science/imaging/picture-light.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';

/** What a look at a photo of a person tells. */
export interface PhotoVerdict {
  /** Why nobody can be dressed in it; null when at least one kind of garment can be tried on. */
  problem: PersonPhotoProblem | null;
  /** For each shape of garment, what stands in its way; null when nobody was found. */
  garments: Record<GarmentShape, PersonPhotoProblem | null> | null;
  joints: Joints | null;
}

/** All but a hundredth of such a photo is darker than this, 0..255: not even the lights of a face or a shirt are seen. */
const light_min = 56;
/** px of the photo's longer side, and of the torso: a garment drawn on less is a smear. */
const side_min = 360;
const torso_min = 90;
/** A second person counts from this part of the first one's torso on; who walks by far behind does not matter. */
const second_min = 0.4;
/** Chance that the second one's elbows are seen, in the mean: where a person was painted over, the networks see half a one more easily. */
const second_elbows_min = 0.6;
/** px in which a second person is looked for. */
const second_side = 384;

/** Opens a photo as it is kept and looks at it. Runs in a thread: about half a second the first time, 0.2 s after. */
export async function lookAtPhoto({ content }: { content: Uint8Array }): Promise<PhotoVerdict> {
  const { data, info } = await sharp(content).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return checkPicture({ width: info.width, height: info.height, data });
}

/** Says whether and in what the person of a picture can be dressed. */
export async function checkPicture(picture: Picture): Promise<PhotoVerdict> {
  if (lightBelow(picture, 0.01) < light_min) return refused('tryon.photo_too_dark');
  const body = await findBody(picture);
  if (!body || !isPerson(body, picture)) return refused(isGarment(picture) ? 'tryon.only_a_garment' : 'tryon.nobody');
  if (Math.max(picture.width, picture.height) < side_min || torsoLength(body.joints) < torso_min) return refused('tryon.photo_too_small');
  if (await hasSecond(picture, body)) return refused('tryon.several_people');
  const pose = checkPose(body.joints, picture);
  const garments = Object.fromEntries(
    Object.entries(pose).map(([shape, problem]) => [shape, problem && (`tryon.${problem}` as const)]),
  ) as NonNullable<PhotoVerdict['garments']>;
  const is_any_possible = Object.values(garments).includes(null);
  return { problem: is_any_possible ? null : garments.top, garments, joints: body.joints };
}

const refused = (problem: PersonPhotoProblem): PhotoVerdict => ({ problem, garments: null, joints: null });

const isGarment = (picture: Picture): boolean => liesOnPlain(shrinkPicture(picture, sizeWithin(picture, 128)));

/** The first person is painted over; whoever is found then is another one. */
async function hasSecond(picture: Picture, { joints }: Body): Promise<boolean> {
  const small = shrinkPicture(picture, sizeWithin(picture, second_side));
  const scale = small.width / picture.width;
  const first = Object.fromEntries(
    Object.entries(joints).map(([name, joint]) => [name, { ...joint, x: joint.x * scale, y: joint.y * scale }]),
  ) as Joints;
  const second = await findBody(coverBody(small, first));
  if (!second || !isPerson(second, small)) return false;
  const { left_elbow, right_elbow } = second.joints;
  if ((left_elbow.seen + right_elbow.seen) / 2 < second_elbows_min) return false;
  return torsoLength(second.joints) > second_min * torsoLength(first);
}
