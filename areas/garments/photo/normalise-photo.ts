import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { photoProblem } from '../errors.ts';
import type { PictureKind } from '../garments-tables.ts';
import { checkPhoto, pixels_max } from './check-photo.ts';

/** A picture that was made, ready to be kept. */
export interface MadePicture {
  kind: PictureKind;
  media_type: string;
  width: number;
  height: number;
  content: Buffer;
}

/** The longer side of what is kept: more than any screen shows, and than any renderer takes. */
export const original_max_px = 3000;
/** A card in a grid on a phone with three pixels a point. */
const thumb_max_px = 480;
/** 1..100: above, grain of the sensor is kept, not the cloth's. */
const original_quality = 88;
const thumb_quality = 80;
/** As layers of a look are packed: cloth is seen close. */
const layer_quality = 90;
/** 0..9: the last steps take three times as long for a hundredth of the bytes. */
export const png_effort = 6;
/** A photo has no holes; a picture of which this part is see-through was cut out by somebody already. */
const clear_min = 0.02;
/** What stands behind what is see-through: the app's own white (`sheet`). */
export const app_white = '#FCFBF8';

/**
 * Makes of a photo, whatever it was, what is kept: upright, sRGB with 8 bits, at most 3000 px, encoded anew, so that nothing
 * that the camera wrote beside the pixels is left. Of several frames the first counts. A picture that is cut out already
 * gives its `clean` one too, and the same as `given`, to come back to. Throws `garments.*` when nothing can come of it.
 */
export async function normalisePhoto(content: Uint8Array): Promise<MadePicture[]> {
  const { hasAlpha: has_alpha } = await checkPhoto(content);
  try {
    const clean = has_alpha ? await readCutOut(content) : null;
    const original = await jpegOf(upright(content).flatten({ background: 'white' }), 'original', original_quality);
    const thumb = await makeThumb(clean?.content ?? original.content);
    return clean ? [original, clean, { ...clean, kind: 'given' }, thumb] : [original, thumb];
  } catch (cause) {
    throw photoProblem('garments.damaged_picture', undefined, cause);
  }
}

/**
 * Makes of a photo of anything an upright JPEG, sRGB with 8 bits, of at most so many px a side, with nothing of what the camera
 * wrote beside the pixels. Throws `garments.*` when nothing can come of it.
 */
export async function uprightPhoto(content: Uint8Array, side: number): Promise<Pick<MadePicture, 'content' | 'width' | 'height'>> {
  await checkPhoto(content);
  try {
    return await jpegOf(upright(content, side).flatten({ background: 'white' }), 'original', original_quality);
  } catch (cause) {
    throw photoProblem('garments.damaged_picture', undefined, cause);
  }
}

/** Makes of a picture that is see-through in parts a WebP of the same, checked and made small as any photo is. Throws `garments.*`. */
export async function uprightLayer(content: Uint8Array, side: number): Promise<Pick<MadePicture, 'content' | 'width' | 'height'>> {
  await checkPhoto(content);
  try {
    const { data, info } = await upright(content, side)
      .webp({ quality: layer_quality, alphaQuality: 100 })
      .toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height };
  } catch (cause) {
    throw photoProblem('garments.damaged_picture', undefined, cause);
  }
}

/** Makes the small picture of another one, on our own white. */
export const makeThumb = (content: Uint8Array): Promise<MadePicture> =>
  jpegOf(sharp(content).resize(within(thumb_max_px)).flatten({ background: app_white }), 'thumb', thumb_quality);

/** Half a picture is refused; a decoder's smaller complaints are not, since every other phone writes files that earn one. */
const upright = (content: Uint8Array, side = original_max_px): Sharp =>
  sharp(content, { limitInputPixels: pixels_max, failOn: 'truncated', sequentialRead: true })
    .autoOrient()
    .resize(within(side))
    .toColourspace('srgb');

const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;

async function readCutOut(content: Uint8Array): Promise<MadePicture | null> {
  const { data, info } = await upright(content).ensureAlpha().png({ compressionLevel: png_effort }).toBuffer({ resolveWithObject: true });
  const { channels } = await sharp(data).stats();
  const is_cut_out = (channels[3]?.mean ?? 255) < 255 * (1 - clear_min);
  return is_cut_out ? made('clean', 'image/png', { data, info }) : null;
}

async function jpegOf(image: Sharp, kind: PictureKind, quality: number): Promise<MadePicture> {
  return made(kind, 'image/jpeg', await image.jpeg({ quality }).toBuffer({ resolveWithObject: true }));
}

export const made = (kind: PictureKind, media_type: string, { data, info }: { data: Buffer; info: OutputInfo }): MadePicture => ({
  kind,
  media_type,
  width: info.width,
  height: info.height,
  content: data,
});
