import sharp, { type Sharp } from 'sharp';
import { findBody } from '#platform/body-finder/find-body.ts';
import type { Joints } from '#science/body/joints.ts';
import type { Picture } from '#science/imaging/picture.ts';
import type { GarmentShape } from '#science/try-on/try-on.ts';
import { compareLook, type Compared } from './compare-look.ts';

export interface CompareInput {
  photo: Uint8Array;
  joints: Joints;
  drawn: Uint8Array;
  garments: { index: number; shape: GarmentShape; picture: Uint8Array }[];
}

/** Opens a photo and what was drawn of it, of the same size, and judges the one by the other. Runs in a thread, for half a second. */
export async function compareAside({ photo, joints, drawn, garments }: CompareInput): Promise<Compared> {
  const picture = await read(sharp(drawn).removeAlpha());
  const body = await findBody(picture);
  const worn = await Promise.all(
    garments.map(async ({ picture: content, ...worn_as }) => ({ ...worn_as, picture: await read(sharp(content).ensureAlpha()) })),
  );
  const before = { picture: await read(sharp(photo).removeAlpha()), joints };
  return compareLook(before, { picture, joints: body && body.certainty >= certain_min ? body.joints : undefined }, worn);
}

/** Chance that somebody is there; as for photos that come in, half is enough once one knows where to look. */
const certain_min = 0.5;

async function read(image: Sharp): Promise<Picture> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
