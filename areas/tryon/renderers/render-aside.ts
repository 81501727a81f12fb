import sharp, { type Sharp } from 'sharp';
import { findPersonMask } from '#platform/body-finder/find-person-mask.ts';
import { channelsOf, type Picture } from '#science/imaging/picture.ts';
import { renderLook } from '#science/try-on/render-look.ts';
import type { DrawnFile, DrawnLook, RenderInput } from './drawn-look.ts';

/** 1..100: above, noise of the sensor is kept. */
const quality = 90;
/** Light that changes nothing, of 255; twice as much doubles it. */
const unchanged = 128;

/** How much of the time has gone once the photo is open, the person found, the garments open, and all of it drawn and lit. */
const done = { opened: 0.04, found: 0.3, ready: 0.36, drawn: 0.86 } as const;

/** Opens a photo and garments, draws the look, and packs it; tells how far it is. Runs in a thread, for some seconds of one core. */
export async function renderAside(
  { photo, joints, mask: known, garments }: RenderInput,
  tell: (share: number) => void,
): Promise<DrawnLook> {
  const picture = await read(sharp(photo).removeAlpha());
  tell(done.opened);
  const mask = known ? await readMask(known) : await findPersonMask(picture);
  tell(done.found);
  const worn = await Promise.all(
    garments.map(async ({ picture: content, ...worn_as }) => ({ ...worn_as, picture: await read(sharp(content).ensureAlpha()) })),
  );
  tell(done.ready);
  const look = renderLook({ picture, joints, mask }, worn);
  tell(done.drawn);
  const [preview, person] = [await jpegOf(look.preview), await jpegOf(look.person)];
  const [garment, shading] = [await webpOf(open(look.garment)), await webpOf(open(greyOf(look.shading, picture)))];
  return { preview, person, garment, shading, confidence: look.confidence, parts: look.parts };
}

async function readMask(content: Uint8Array): Promise<Float32Array> {
  const { data } = await sharp(content).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return Float32Array.from(data, (value) => value / 255);
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
