import sharp from 'sharp';
import { maskWhere } from '#science/imaging/mask-where.ts';
import type { Picture, Size } from '#science/imaging/picture.ts';

/** Decodes a picture file as it is meant to be seen (turned upright); 3 channels, or 4 when it has opacity. */
export async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(file).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Decodes a mask file at the size of its picture: 1 where it is above half, [height x width]. */
export async function readMask(file: string, { width, height }: Size): Promise<Uint8Array> {
  const data = await sharp(file).removeAlpha().greyscale().resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return maskWhere(width * height, (i) => data[i]! > 127);
}
