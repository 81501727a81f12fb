import sharp from 'sharp';
import { cutOut } from '#science/imaging/cut-out/cut-out.ts';
import { edge_side, refineAlpha } from '#science/imaging/cut-out/refine-alpha.ts';
import { sizeWithin, type Picture } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { photoProblem } from '../errors.ts';
import type { CutOutMask } from './cut-out.ts';
import { findGarment } from './find-garment.ts';

export interface Cutting {
  /** The photo, as it is kept. */
  content: Uint8Array;
  /** A mask that its owner painted, as a PNG of the photo's shape; left out: the garment is looked for. */
  painted?: Uint8Array | undefined;
}

/**
 * Opens a photo and cuts its garment out, or makes the edges of a painted mask follow the photo's own. Takes seconds of one
 * core: call it in a thread, as `built-in-cut-out.ts` does. Throws `garments.no_garment_found`.
 */
export async function cutPhoto({ content, painted }: Cutting): Promise<CutOutMask> {
  const picture = await readPicture(content);
  if (painted) return { alpha: bytesOf(await followPainted(painted, picture)), doubts: [] };
  const { alpha, is_sure, doubts } = cutOut(picture, { prior: await findGarment(picture) });
  if (doubts.includes('nothing_found')) throw photoProblem('garments.no_garment_found');
  return { alpha: bytesOf(alpha), doubts: is_sure ? [] : nonEmpty(doubts) };
}

async function readPicture(content: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(content).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** What is half light counts as garment from the middle on. */
async function followPainted(painted: Uint8Array, picture: Picture): Promise<Uint8ClampedArray> {
  const { data, info } = await sharp(painted)
    .flatten({ background: 'black' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const inside = Uint8Array.from({ length: info.width * info.height }, (_, i) => (data[i * info.channels]! > 127 ? 1 : 0));
  return refineAlpha(inside, info, { picture, reduced: shrinkPicture(picture, sizeWithin(picture, edge_side)) });
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8ClampedArray): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength);

/** Whoever is unsure without being able to say why is unsure all the same. */
const nonEmpty = (doubts: readonly string[]): string[] => (doubts.length > 0 ? [...doubts] : ['unsure']);
