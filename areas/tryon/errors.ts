import type { PersonPhotoProblem, TryOnProblem } from '#contract/tryon.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import { AppError } from '#platform/errors/app-error.ts';

/** What to say of each problem of a photo, in the words of somebody who wants the next photo to be a good one. */
const photo_sentences: Record<PersonPhotoProblem, string> = {
  'tryon.nobody': 'We cannot see anybody in this photo. Stand in the middle, facing the camera, with your arms and hips in the picture.',
  'tryon.only_a_garment': 'This looks like a photo of a garment. Add it to your wardrobe, and take one of yourself here.',
  'tryon.several_people': 'There is more than one person in this photo. Take one in which you are alone.',
  'tryon.photo_too_dark': 'This photo is too dark to see you well. Turn on a light, or stand facing a window.',
  'tryon.photo_too_small': 'You are too small in this photo. Come closer, so that you fill most of the height of the picture.',
  'tryon.back_view': 'We see you from behind. Turn around and face the camera.',
  'tryon.side_view': 'We see you from the side. Turn to the camera, with both shoulders towards it.',
  'tryon.arms_cut_off': 'Your shoulders and elbows are not all in the photo. Step back a little, and let your arms hang beside you.',
  'tryon.hips_cut_off': 'Your hips are not in the photo. Step back, or hold the camera lower.',
  'tryon.legs_cut_off': 'Too little of your legs is in the photo for this. Step back until your shoes are visible.',
  'tryon.seated': 'While you sit we can show you tops only. For this one, use a photo in which you stand, if you can.',
};

const session_sentences: Record<TryOnProblem, string> = {
  'tryon.photo_expired': 'Your photo was deleted, as every photo is after a day. Take another one and try again.',
  'tryon.no_picture': 'One of these garments has no picture that we could put on you. Add a photo of it lying flat.',
  'tryon.shop_picture_refused':
    'The shop does not let us have the picture of one of these garments. Save it to your device, and add it to your wardrobe.',
  'tryon.shop_picture_away': 'The shop of one of these garments does not answer, so its picture is missing. Try again in a few minutes.',
  'tryon.shop_picture_worn':
    'The shop shows one of these garments on somebody, and we cannot take it off them. Add a picture of it lying flat to your wardrobe.',
  'tryon.gave_up': 'We tried several times and could not make this look. Try another photo, or fewer garments at once.',
  'tryon.render_failed': 'We could not make this look of this photo. Try another photo; standing straight works best.',
  'garments.no_garment_found':
    'We could not tell one of these garments from what is around it. Lay it on something plain of another colour, and take its photo again.',
};

const isPhotoCode = (code: string): code is PersonPhotoProblem => code in photo_sentences;

export const sayPhotoProblem = (code: PersonPhotoProblem) => ({ code, message: photo_sentences[code] });
export const saySessionProblem = (code: TryOnProblem) => ({ code, message: session_sentences[code] });

/** A photo in which nobody can be dressed, or not in this garment (`field` names it). */
export const photoProblem = (code: PersonPhotoProblem, field?: string): AppError =>
  new AppError(code, {
    message: photo_sentences[code],
    ...(field === undefined ? {} : { fields: { [field]: 'not possible in this photo' } }),
  });

/** Why a session comes to nothing, thrown where it is noticed. */
export const sessionProblem = (code: TryOnProblem, { field, cause }: { field?: string; cause?: unknown } = {}): AppError =>
  new AppError(code, {
    message: session_sentences[code],
    ...(field === undefined ? {} : { fields: { [field]: 'has no picture to be cut out of' } }),
    ...(cause === undefined ? {} : { cause }),
  });

export const isSessionProblem = (error: unknown): error is AppError & { code: TryOnProblem } =>
  error instanceof AppError && error.code in session_sentences;

const said = (code: ErrorCode, message: string, field?: [string, string]): AppError =>
  new AppError(code, { message, ...(field ? { fields: { [field[0]]: field[1] } } : {}) });

export const photoExpired = (): AppError => sessionProblem('tryon.photo_expired');
export const sessionExpired = (): AppError =>
  said('tryon.session_expired', 'This try-on was deleted: each is, after a day, unless you keep it as a look. Try it on again.');
export const photoNotReady = (code: PersonPhotoProblem | null): AppError =>
  code !== null && isPhotoCode(code)
    ? photoProblem(code)
    : said('tryon.photo_not_ready', 'Your photo has not arrived yet. Send it first, then try again.');
export const keyReused = (): AppError =>
  said('tryon.key_reused', 'This Idempotency-Key was used for another try-on. Send a new one with each.');
export const notTogether = (field: string, other: string): AppError =>
  said('tryon.not_together', 'Two of these garments cannot be worn together. Leave one of them out.', [field, `not with ${other}`]);
export const notWearable = (field: string): AppError =>
  said('tryon.not_wearable', 'Shoes, bags and the like cannot be tried on yet. Leave them out.', [field, 'cannot be tried on']);
export const unknownKind = (field: string): AppError =>
  said('tryon.unknown_kind', 'We do not know yet what kind of garment this is. Say so in your wardrobe, then try it on.', [
    field,
    'of no known kind',
  ]);
export const noLayers = (): AppError =>
  said('tryon.no_layers', 'The cloth of this look cannot be moved: whoever drew it gave only the whole picture. Try it on again.');
export const notDrawnHere = (): AppError =>
  said('tryon.not_drawn_here', 'This look was brought back from a file, so it gets no link. Share it as a file, or try it on again.');
export const shareEnded = (): AppError =>
  said('tryon.share_ended', 'This link has ended, or was taken back. Ask whoever sent it for another one.');
export const noLook = (): AppError => said('tryon.no_look', 'There is no look here yet. Wait until it is made, or try it on again.');
