import sharp, { type Sharp } from 'sharp';
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
  if (!isCutOut(alpha)) throw photoProblem('garments.no_garment_found', `${(shareOf(alpha) * 100).toFixed(1)} % of it`);
  const cut = sharp(content).joinChannel(mask.data, { raw: mask.raw });
  const clean = await encodeClean(cut, look);
  return [clean, ...(await drawFrom(clean, alpha, look))];
}

/** Draws anew what came cut out already, with its own edges. Throws `garments.no_garment_found`. */
export async function drawGiven({ content }: PhotoToCut, look: Look): Promise<MadePicture[]> {
  const alpha = await sharp(content).extractChannel(3).raw().toBuffer();
  const clean = await encodeClean(sharp(content), look);
  return [clean, ...(await drawFrom(clean, alpha, look))];
}

async function encodeClean(cut: Sharp, { bg_color, clean_format }: Look): Promise<MadePicture> {
  const is_webp = bg_color === 'transparent' && clean_format === 'webp';
  const encoded = is_webp ? cut.webp({ quality, alphaQuality: 100 }) : cut.png({ compressionLevel: png_effort });
  return made('clean', is_webp ? 'image/webp' : 'image/png', await encoded.toBuffer({ resolveWithObject: true }));
}

/** Tells whether what is left is a garment: neither next to nothing nor nearly all of the photo. */
export function isCutOut(alpha: Uint8Array): boolean {
  const share = shareOf(alpha);
  return share >= garment_min && share <= garment_max;
}

function shareOf(alpha: Uint8Array): number {
  let sum = 0;
  for (const value of alpha) sum += value;
  return sum / (255 * Math.max(1, alpha.length));
}

/** Draws what is made of a see-through picture: small, and on our own white when that is wanted. */
export async function drawFrom({ content, width, height }: MadePicture, alpha: Uint8Array, look: Look): Promise<MadePicture[]> {
  const studio = look.bg_color === 'app-white' ? [await drawStudio(content, look.clean_format)] : [];
  const close = await sharp(content)
    .extract(boundsOf(alpha, width, height))
    .png({ compressionLevel: 0 })
    .toBuffer();
  return [...studio, await makeThumb(close)];
}

/** Fainter than this is haze around the garment, of 255. */
const seen_min = 24;
/** Of its longer side, left free around the garment. */
const margin_share = 0.04;

/** The part of the photo in which the garment lies: small, it is looked at from near. */
function boundsOf(alpha: Uint8Array, width: number, height: number): { left: number; top: number; width: number; height: number } {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (alpha[i]! < seen_min) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  if (right < left) throw photoProblem('garments.no_garment_found', 'nothing but haze');
  const margin = Math.round(margin_share * Math.max(right - left, bottom - top));
  [left, top] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  return { left, top, width: Math.min(width, right + margin + 1) - left, height: Math.min(height, bottom + margin + 1) - top };
}

async function drawStudio(clean: Buffer, format: ReturnFormat): Promise<MadePicture> {
  const flat = sharp(clean).flatten({ background: app_white });
  const encoded = format === 'png' ? flat.png({ compressionLevel: png_effort }) : flat.toFormat(format, { quality });
  return made('studio', `image/${format}`, await encoded.toBuffer({ resolveWithObject: true }));
}
