import sharp from 'sharp';
import type { PictureFile } from '../renderer.ts';
import type { Frame } from './outside-renderer.ts';

/** 1..100: what is sent is drawn anew anyway. */
const quality = 92;

/**
 * Makes a photo wider or higher until it has the proportions in which a model draws: else each would cut or stretch it in its own
 * way, and nothing would lie where it lay. The border is drawn on. Of several proportions the nearest is taken.
 */
export async function framePhoto(
  { content, width, height }: PictureFile,
  ratios: readonly number[],
): Promise<{ frame: Frame; jpeg: Buffer }> {
  const off = (ratio: number): number => Math.abs(Math.log(width / height / ratio));
  const ratio = ratios.toSorted((a, b) => off(a) - off(b))[0]!;
  const [across, down] = [Math.max(0, Math.round(height * ratio) - width), Math.max(0, Math.round(width / ratio) - height)];
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)];
  const wider = { left, right: across - left, top, bottom: down - top, extendWith: 'copy' as const };
  const jpeg = await sharp(content).extend(wider).jpeg({ quality }).toBuffer();
  return { frame: { width: width + across, height: height + down, left, top }, jpeg };
}

/** Cuts out of what was drawn in a frame what lies where the photo lay, in its size. */
export async function cutFromFrame(
  content: Buffer,
  frame: Frame,
  { width, height }: Pick<PictureFile, 'width' | 'height'>,
): Promise<PictureFile> {
  const whole = await sharp(content).resize(frame.width, frame.height, { fit: 'fill' }).toBuffer();
  const cut = await sharp(whole).extract({ left: frame.left, top: frame.top, width, height }).jpeg({ quality }).toBuffer();
  return { content: cut, media_type: 'image/jpeg', width, height };
}

/** A garment as models know garments: on white, because not each of them knows what see-through is. */
export const onWhite = (garment: PictureFile): Promise<Buffer> =>
  sharp(garment.content).flatten({ background: 'white' }).jpeg({ quality }).toBuffer();
