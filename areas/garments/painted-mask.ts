import sharp from 'sharp';
import type { Ctx } from '#platform/area/context.ts';
import { badMask } from './errors.ts';
import { deletePictureOf, listPictures } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';
import { made, type MadePicture } from './photo/normalise-photo.ts';
import { keepPictures } from './picture-files.ts';

/** Painted by a finger: finer than this nobody paints, px of the longer side. */
const side_max = 1024;
/** How far the shape may stray from the photo's: a pixel's rounding at 200 px. */
const shape_slack = 0.01;

/** Reads a mask that somebody painted, as a grey PNG made anew. Throws `garments.bad_mask` on anything else. */
export async function readMask(mask_png: string): Promise<MadePicture> {
  const content = Buffer.from(mask_png, 'base64');
  try {
    const image = sharp(content, { limitInputPixels: side_max * side_max, failOn: 'truncated' });
    const { format, width, height } = await image.metadata();
    if (format !== 'png' || Math.max(width, height) > side_max) throw badMask();
    const grey = image.flatten({ background: 'black' }).toColourspace('b-w').png();
    return made('mask', 'image/png', await grey.toBuffer({ resolveWithObject: true }));
  } catch (cause) {
    throw badMask(cause);
  }
}

/** Puts a painted mask in the place of the last one, or takes that away when there is none. Throws `garments.bad_mask` when it has another shape than the photo. */
export async function replaceMask(
  tx: Ctx,
  garment: GarmentRow,
  { photo_id, painted }: { photo_id: string; painted: MadePicture | null },
): Promise<void> {
  const pictures = await listPictures(tx, [garment.id]);
  const photo = pictures.find(({ kind }) => kind === 'original');
  if (!painted) {
    // Its file stays, sealed, until the photo goes or the next mask lies over it: doomed, it might take that one along.
    return deletePictureOf(tx, garment.id, 'mask');
  }
  if (!photo || Math.abs(painted.width / painted.height / (photo.width / photo.height) - 1) > shape_slack) throw badMask();
  await keepPictures(tx, garment, { photo_id, pictures: [painted] });
}
