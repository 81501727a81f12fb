import sharp from 'sharp';
import type { BackgroundColor, ReturnFormat } from '#contract/garments.ts';
import { photoProblem } from '../errors.ts';
import { app_white, made, makeThumb, png_effort, type MadePicture } from '../photo/normalise-photo.ts';
import type { CutOutMask, PhotoToCut } from './cut-out.ts';

/** Less of a photo is no garment, but dirt. */
const garment_min = 0.005;
/** More of it is no cut-out: nothing was taken away. */
const garment_max = 0.995;
const quality = 88;

interface Look {
  bg_color: BackgroundColor;
  clean_format: ReturnFormat;
}

/** Draws what is kept of a cut-out: see-through, small, and on our own white when that is wanted. Throws `garments.no_garment_found`. */
export async function drawCutOut({ content, width, height }: PhotoToCut, { alpha }: CutOutMask, look: Look): Promise<MadePicture[]> {
  const mask = { data: Buffer.from(alpha.buffer, alpha.byteOffset, alpha.byteLength), raw: { width, height, channels: 1 as const } };
  const { channels } = await sharp(mask.data, { raw: mask.raw }).stats();
  const share = (channels[0]?.mean ?? 0) / 255;
  if (share < garment_min || share > garment_max) throw photoProblem('garments.no_garment_found', `${(share * 100).toFixed(1)} % of it`);
  const cut = sharp(content).joinChannel(mask.data, { raw: mask.raw });
  const is_webp = look.bg_color === 'transparent' && look.clean_format === 'webp';
  const encoded = is_webp ? cut.webp({ quality, alphaQuality: 100 }) : cut.png({ compressionLevel: png_effort });
  const clean = made('clean', is_webp ? 'image/webp' : 'image/png', await encoded.toBuffer({ resolveWithObject: true }));
  const studio = look.bg_color === 'app-white' ? [await drawStudio(clean.content, look.clean_format)] : [];
  return [clean, ...studio, await makeThumb(clean.content)];
}

async function drawStudio(clean: Buffer, format: ReturnFormat): Promise<MadePicture> {
  const flat = sharp(clean).flatten({ background: app_white });
  const encoded = format === 'png' ? flat.png({ compressionLevel: png_effort }) : flat.toFormat(format, { quality });
  return made('studio', `image/${format}`, await encoded.toBuffer({ resolveWithObject: true }));
}
