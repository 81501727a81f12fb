import sharp, { type Sharp } from 'sharp';
import { findPersonMask } from '#platform/body-finder/find-person-mask.ts';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';
import { renderLook } from '#science/try-on/render-look.ts';
import type { DrawnFile, DrawnLook, RenderInput } from './drawn-look.ts';

/** 1..100: above, noise of the sensor is kept. */
const quality = 90;
/** Light that changes nothing, of 255; twice as much doubles it. */
const unchanged = 128;

/** Opens a photo and garments, draws the look, and packs it. Runs in a thread, for some seconds of one core. */
export async function renderAside({ photo, joints, garments }: RenderInput): Promise<DrawnLook> {
  const picture = await read(sharp(photo).removeAlpha());
  const mask = await findPersonMask(picture);
  const worn = await Promise.all(
    garments.map(async ({ picture: content, ...worn_as }) => ({ ...worn_as, picture: await read(sharp(content).ensureAlpha()) })),
  );
  const look = renderLook({ picture, joints, mask }, worn);
  const [preview, person] = [await jpegOf(look.preview), await jpegOf(look.person)];
  const [garment, shading] = [await webpOf(open(look.garment)), await webpOf(open(greyOf(look.shading, picture)))];
  return { preview, person, garment, shading, confidence: look.confidence, parts: look.parts };
}

async function read(image: Sharp): Promise<Picture> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

const open = (picture: Picture): Sharp =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: channelsOf(picture) } });

const jpegOf = (picture: Picture): Promise<DrawnFile> => fileOf(open(picture).jpeg({ quality }), 'image/jpeg');
const webpOf = (image: Sharp): Promise<DrawnFile> => fileOf(image.webp({ quality, alphaQuality: 100 }), 'image/webp');

async function fileOf(image: Sharp, media_type: string): Promise<DrawnFile> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return { content: data, media_type, width: info.width, height: info.height };
}

function greyOf(shading: Float32Array, { width, height }: Picture): Picture {
  const data = new Uint8ClampedArray(shading.length * 3);
  for (let i = 0; i < shading.length; i++) data.fill(shading[i]! * unchanged, i * 3, i * 3 + 3);
  return { width, height, data };
}
