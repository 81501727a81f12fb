import sharp from 'sharp';
import { AppError } from '#platform/errors/app-error.ts';
import type { PictureRow } from '../boutiques/boutique-tables.ts';
import { invalidDraft } from '../boutiques/invalid-draft.ts';

/** A small file may claim to be a huge picture, which would fill the memory. */
const pixels_max = 40_000_000;
/** Cloth has fine grain that lower ones smear; higher ones double the bytes. */
const quality = 82;
/** 0..6: from 4 on, twice the time saves 2 % of the bytes. */
const effort = 3;

type Read = Pick<PictureRow, 'width' | 'height' | 'has_alpha'> & { webp: Uint8Array };

/** Reads what a picture is, and makes WebP of a PNG, nearly as it was, since all that is served is made from it. Throws `request.invalid`. */
export async function readPictureFile(content: Uint8Array): Promise<Read> {
  try {
    const image = sharp(content, { limitInputPixels: pixels_max });
    const { format, width, height, hasAlpha: has_alpha } = await image.metadata();
    if (format !== 'webp' && format !== 'png') throw invalidDraft('content', 'Only WebP and PNG pictures are kept');
    const webp = format === 'webp' ? content : await image.webp({ quality: 95, alphaQuality: 100, effort: 2 }).toBuffer();
    return { width, height, has_alpha, webp };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw invalidDraft('content', 'This is no picture that can be read');
  }
}

/** Makes a narrower one; sharp works in threads of its own. What is see-through stays so. */
export const narrow = (webp: Uint8Array, width: number): Promise<Uint8Array> =>
  sharp(webp, { limitInputPixels: pixels_max })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality, alphaQuality: 90, effort })
    .toBuffer();
