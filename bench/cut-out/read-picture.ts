import sharp from 'sharp';
import type { Picture } from '#science/imaging/picture.ts';

/** Decodes a picture file as it is meant to be seen (turned upright); 3 channels, or 4 when it has opacity. */
export async function readPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(file).rotate().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Decodes a mask file: 1 where it is above half, [height x width]. */
export async function readMask(file: string): Promise<{ width: number; height: number; inside: Uint8Array }> {
  const { data, info } = await sharp(file).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, inside: Uint8Array.from(data, (value) => (value > 127 ? 1 : 0)) };
}
