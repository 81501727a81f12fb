import sharp, { type Metadata } from 'sharp';
import { photoProblem } from '../errors.ts';
import { sniffType } from './sniff-type.ts';

/** Phones reach 50; a file of a few kB may claim 400 million, which would take a gigabyte. */
export const pixels_max = 64_000_000;
/** Below, nobody could tell a shirt from a cloth. */
const side_min_px = 64;

/** Refuses by its first bytes what is no picture, or none that we read. Throws `garments.not_a_picture`, `garments.heic`. */
export function checkType(first: Uint8Array): void {
  const type = sniffType(first);
  if (type === null) throw photoProblem('garments.not_a_picture');
  if (type === 'heic') throw photoProblem('garments.heic');
}

/** Looks at a photo's header, before any pixel is decoded, and refuses what should not be. Throws `garments.*`. */
export async function checkPhoto(content: Uint8Array): Promise<Metadata> {
  checkType(content);
  // The limit is ours below: the library's own would say in other words that there are too many.
  const facts = await sharp(content, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw photoProblem('garments.damaged_picture', undefined, cause);
    });
  const [width, height] = [facts.width ?? 0, facts.pageHeight ?? facts.height ?? 0];
  if (width * height > pixels_max) throw photoProblem('garments.too_many_pixels', `${width} x ${height}`);
  if (Math.min(width, height) < side_min_px) throw photoProblem('garments.too_small', `${width} x ${height}`);
  return facts;
}
