import type { PhotoProblem } from '#contract/garments.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { ProblemCode } from './garments-tables.ts';

/** What to say of each problem of a photo, in the words of somebody who wants the next photo to be a good one. */
const sentences: Record<ProblemCode, string> = {
  'garments.not_a_picture': 'This is not a photo that we can read. Choose a JPEG, PNG, WebP or AVIF file.',
  'garments.heic':
    'This photo is in Apple’s HEIC form, which we cannot read here. Choose “Most Compatible” in the camera’s settings, or send it as JPEG.',
  'garments.damaged_picture': 'This photo is damaged, or only half of it came. Send it again, or take another one.',
  'garments.too_small': 'This picture is too small to see the garment. Send one of at least 64 × 64 pixels; a phone’s photo is best.',
  'garments.too_many_pixels': 'This picture is larger than 64 megapixels. Send a smaller one.',
  'garments.photo_gone': 'The photo did not arrive in time. Choose it again.',
  'garments.gave_up': 'We tried several times and could not work on this photo. Take another one, if you can.',
  'garments.no_garment_found':
    'We could not tell the garment from what is around it. Lay it on something plain of another colour, and take the photo again.',
  'garments.cut_out_unavailable': 'The background cannot be taken away just now. The photo is kept as it is; try again later.',
};

export const sayProblem = (code: ProblemCode): PhotoProblem => ({ code, message: sentences[code] });

/** A photo that nothing can come of; what is told of it is the person's to read. */
export const photoProblem = (code: ProblemCode, detail?: string, cause?: unknown): AppError =>
  new AppError(code, { message: sentences[code], ...(detail === undefined ? {} : { detail }), ...(cause === undefined ? {} : { cause }) });

/** Tells whether a failure is the photo's own, so that trying again would not help. */
export const isPhotoProblem = (error: unknown): error is AppError & { code: ProblemCode } =>
  error instanceof AppError && error.code in sentences && error.code !== 'garments.cut_out_unavailable';

export const photoUnfinished = (offset_bytes: number): AppError =>
  new AppError('garments.photo_unfinished', {
    message: `Not all of the photo has arrived: ${offset_bytes} bytes so far. Go on with its upload, then say it again.`,
  });

/** The picture that came as a mask is none, or has not the shape of the photo. */
export const badMask = (cause?: unknown): AppError =>
  new AppError('garments.bad_mask', {
    message: 'Send the mask as a PNG of the photo’s shape, at most 1024 pixels a side, light where the garment is.',
    fields: { mask_png: 'a PNG of the photo’s shape' },
    ...(cause === undefined ? {} : { cause }),
  });

export const noPhoto = (): AppError =>
  new AppError('garments.no_photo', { message: 'There is no photo of this garment yet. Add one first.' });
