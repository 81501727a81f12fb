import * as z from 'zod';
import sharp from 'sharp';
import { backgroundColor, cleanState, photo_bytes_max, returnFormat } from '#contract/garments.ts';
import type { Ctx, KeptData } from '#platform/area/context.ts';
import { drawFrom, isCutOut } from './cut-out/draw-cut-out.ts';
import { isPhotoProblem } from './errors.ts';
import { findGarment, lockGarment } from './garment.store.ts';
import type { PictureKind } from './garments-tables.ts';
import { keepPhoto } from './keep-photo.ts';
import { readMask } from './painted-mask.ts';
import { checkPhoto, pixels_max } from './photo/check-photo.ts';
import { made, normalisePhoto, png_effort, type MadePicture } from './photo/normalise-photo.ts';
import { changeGarment } from './photo-state.ts';
import { picture_extensions, picturePath } from './picture-path.ts';

/** A see-through PNG of nine megapixels of wool. */
const clean_bytes_max = 60 * 1024 * 1024;
const mask_bytes_max = 1024 * 1024;
/** 1..100, as cut-outs are drawn. */
const quality = 88;

const keptGarment = z.object({
  id: z.uuid(),
  wants_clean: z.boolean(),
  bg_color: backgroundColor,
  clean_format: returnFormat,
  clean_state: cleanState,
});
type Look = Omit<z.output<typeof keptGarment>, 'id'>;
const plain: Look = { wants_clean: false, bg_color: 'transparent', clean_format: 'png', clean_state: 'none' };

const kept_garments = z.object({ garments: z.array(z.unknown()).catch([]), pictures: z.array(z.unknown()).catch([]) });
const keptOriginal = z.object({ garment_id: z.uuid(), kind: z.literal('original') });

/** A photo that was made anew of what lay in a zip. */
export interface BroughtPhoto {
  look: Look;
  pictures: MadePicture[];
}

export interface KeptPhotos {
  /** Garments that had a photo, whether or not it lies in the zip. */
  ids: ReadonlySet<string>;
  /** Makes a garment's photo anew; undefined: it is not in the zip. Throws `garments.*` for what is no picture. */
  read: (id: string) => Promise<BroughtPhoto | undefined>;
}

/** Finds the photos of garments in a zip of somebody's data. */
export function photosIn(kept: KeptData): KeptPhotos {
  const { garments, pictures } = kept_garments.catch({ garments: [], pictures: [] }).parse(kept.of('garments'));
  const looks = new Map(garments.flatMap((one) => entryOf(one)));
  const ids = new Set(pictures.flatMap((one) => keptOriginal.safeParse(one).data?.garment_id ?? []));
  return { ids, read: (id) => readPhoto(kept, id, looks.get(id) ?? plain) };
}

function entryOf(row: unknown): [string, Look][] {
  const { success, data } = keptGarment.safeParse(row);
  if (!success) return [];
  const { id, ...look } = data;
  return [[id, look]];
}

async function readPhoto(kept: KeptData, id: string, look: Look): Promise<BroughtPhoto | undefined> {
  const content = await readKind(kept, { id, kind: 'original', bytes_max: photo_bytes_max });
  if (!content) return undefined;
  const pictures = await normalisePhoto(content);
  const original = pictures.find(({ kind }) => kind === 'original')!;
  const cut_out = await readCutOut(kept, id, { original, look });
  return { look, pictures: cut_out.length > 0 ? [original, ...cut_out] : pictures };
}

async function readKind(kept: KeptData, { id, kind, bytes_max }: { id: string; kind: PictureKind; bytes_max: number }) {
  const path = picture_extensions.map((extension) => picturePath(id, kind, extension)).find((one) => kept.has(one));
  return path === undefined ? undefined : kept.read(path, bytes_max);
}

/** What its owner saw, so that it need not be looked for again; nothing where it does not lie on the photo: then it is cut out anew. */
async function readCutOut(kept: KeptData, id: string, { original, look }: { original: MadePicture; look: Look }): Promise<MadePicture[]> {
  const content = await readKind(kept, { id, kind: 'clean', bytes_max: clean_bytes_max });
  if (!content) return [];
  try {
    const clean = await redraw(content);
    if (clean.width !== original.width || clean.height !== original.height) return [];
    const alpha = await sharp(clean.content).extractChannel(3).raw().toBuffer();
    if (!isCutOut(alpha)) return [];
    const others = [...(await readPainted(kept, id, original)), ...(await readGiven(kept, id, original))];
    return [clean, ...(await drawFrom(clean, alpha, look)), ...others];
  } catch (error) {
    if (isPhotoProblem(error)) return [];
    throw error;
  }
}

async function redraw(content: Buffer): Promise<MadePicture> {
  const { format } = await checkPhoto(content);
  const image = sharp(content, { limitInputPixels: pixels_max, failOn: 'truncated' }).toColourspace('srgb').ensureAlpha();
  const is_webp = format === 'webp';
  const encoded = is_webp ? image.webp({ quality, alphaQuality: 100 }) : image.png({ compressionLevel: png_effort });
  return made('clean', is_webp ? 'image/webp' : 'image/png', await encoded.toBuffer({ resolveWithObject: true }));
}

async function readPainted(kept: KeptData, id: string, { width, height }: MadePicture): Promise<MadePicture[]> {
  const content = await readKind(kept, { id, kind: 'mask', bytes_max: mask_bytes_max });
  const mask = content && (await readMask(content.toString('base64')).catch(() => undefined));
  const shape_slack = 0.01;
  return mask && Math.abs(mask.width / mask.height / (width / height) - 1) <= shape_slack ? [mask] : [];
}

/** A picture that came cut out already, and whose cut-out was perhaps changed since. */
async function readGiven(kept: KeptData, id: string, { width, height }: MadePicture): Promise<MadePicture[]> {
  const content = await readKind(kept, { id, kind: 'given', bytes_max: clean_bytes_max });
  const given = content && (await redraw(content));
  return given?.width === width && given.height === height ? [{ ...given, kind: 'given' }] : [];
}

/** Tells whether a garment has no photo, and none is being taken in. */
export async function lacksPhoto(ctx: Ctx, id: string): Promise<boolean> {
  const garment = await findGarment(ctx, id);
  return garment?.photo_id === null && garment.photo_state !== 'processing';
}

/** Gives a garment that waits for its photo one out of a zip; false when it has got another meanwhile. The caller has authorised. */
export async function bringPhoto(tx: Ctx, id: string, { look, pictures }: BroughtPhoto): Promise<boolean> {
  const garment = await lockGarment(tx, id);
  if (garment?.photo_state !== 'waiting' || garment.photo_id !== null || garment.upload_id === null) return false;
  const { bg_color, clean_format, wants_clean, clean_state } = look;
  // What could not be cut out there is not tried again here.
  const wish = { bg_color, clean_format, wants_clean: wants_clean && clean_state !== 'failed' };
  await keepPhoto(tx, await changeGarment(tx, garment, wish), pictures);
  return true;
}
