import * as z from 'zod';
import { category } from './catalog.ts';
import { garment_shapes } from './garment-kinds.ts';
import { photo_bytes_max } from './garments.ts';
import { route } from './route.ts';
import { currency, done, id, listOf, pageQuery, priceMinor, time, withId } from './values.ts';

const area = 'tryon';

/** How far a person photo is: waiting for its bytes, looked at and good, looked at and of no use, or over. */
export const person_photo_states = ['waiting', 'ready', 'refused', 'expired'] as const;
export const personPhotoState = z.enum(person_photo_states);
export type PersonPhotoState = z.infer<typeof personPhotoState>;

/** What decides where a garment hangs on a body. */
export const garmentShape = z.enum(garment_shapes);

/** Why nobody can be dressed in a photo, or not in everything; each is an error code, so that its sentence is known in every language. */
export const person_photo_problems = [
  'tryon.nobody',
  'tryon.only_a_garment',
  'tryon.several_people',
  'tryon.photo_too_dark',
  'tryon.photo_too_small',
  'tryon.back_view',
  'tryon.side_view',
  'tryon.arms_cut_off',
  'tryon.hips_cut_off',
  'tryon.legs_cut_off',
  'tryon.seated',
] as const;
export const personPhotoProblem = z.enum(person_photo_problems);
export type PersonPhotoProblem = z.infer<typeof personPhotoProblem>;

const problem = z.object({ code: personPhotoProblem, message: z.string().meta({ description: 'What to do about it, for people' }) });
const pictureUrl = z.string().meta({ description: 'Signed; works without a sign-in and ends within two hours. Ask again for another' });

export const personPhoto = z.object({
  id,
  state: personPhotoState,
  url: pictureUrl.nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  problem: problem.nullable().meta({ description: 'Why the photo is of no use, and how to take a better one' }),
  garments: z
    .array(z.object({ shape: garmentShape, is_possible: z.boolean(), problem: problem.nullable() }))
    .meta({ description: 'What can be tried on in this photo; empty until it was looked at' }),
  created_at: time,
  expires_at: time.meta({ description: 'When it is deleted' }),
});
export type PersonPhoto = z.infer<typeof personPhoto>;

export const try_on_states = ['created', 'processing', 'completed', 'failed', 'cancelled', 'expired'] as const;
export const tryOnState = z.enum(try_on_states);
export type TryOnState = z.infer<typeof tryOnState>;

/** How far work on a look is, in its order. */
export const try_on_stages = ['waiting', 'photo', 'garments', 'rendering', 'saving', 'done'] as const;
export const tryOnStage = z.enum(try_on_stages);

/** Why a session came to nothing. */
export const try_on_problems = [
  'tryon.photo_expired',
  'tryon.no_picture',
  'tryon.shop_picture_refused',
  'tryon.shop_picture_away',
  'tryon.shop_picture_worn',
  'tryon.gave_up',
  'tryon.render_failed',
  'garments.no_garment_found',
] as const;
export const tryOnProblem = z.enum(try_on_problems);
export type TryOnProblem = z.infer<typeof tryOnProblem>;

/**
 * Why a renderer that was asked first did not make the look. `no_consent`: nobody said that the photo may leave the house.
 * `not_possible`: it cannot put these garments on, or not in this photo. `content`: its rules forbid the picture. `out_of_budget`:
 * enough was drawn today, for this person or for all. `rate_limited`: too much at once. `retired`: its model is there no longer.
 * `not_allowed`: it does not take our key. `unavailable`: it failed, or took too long. `bad_answer`: what it sent was no such picture.
 */
export const renderer_refusals = [
  'no_consent',
  'not_possible',
  'content',
  'not_allowed',
  'out_of_budget',
  'rate_limited',
  'retired',
  'unavailable',
  'bad_answer',
] as const;
export const rendererRefusal = z.enum(renderer_refusals);
export type RendererRefusal = z.infer<typeof rendererRefusal>;

/** What a session is asked to put on: by id, in a colour where a product has several. */
const wish = z.union([id, z.object({ id, color: z.string().trim().min(1).max(40).optional() })]);
const item_count_max = 8;
const angle = z.union([z.boolean(), z.number().min(-180).max(180)]);

/** What has to be confirmed before a photo may leave the house. */
const likeness = z
  .object({
    is_own_or_agreed: z.boolean().meta({ description: 'The photo shows me, or somebody who agreed to it' }),
    is_everyone_adult: z.boolean().meta({ description: 'Nobody in it is under 18' }),
  })
  .meta({
    description:
      'What the person who asks confirms about the photo, for this try-on only. An outside renderer (Gemini, FASHN) gets the photo only when both are true; otherwise, and when it is left out, the photo stays here and the built-in renderer draws, with the reason `no_consent`. No program can tell either from a picture: put both as questions, unticked, and never answer them for the person',
  });

/** Figures that we drew, for those without a photo at hand. */
export const mannequins = ['standing'] as const;
const mannequin = z.enum(mannequins);
export type MannequinName = z.infer<typeof mannequin>;

const draft = z.object({
  photo_id: id.optional().meta({ description: 'A photo that was taken in before; or send one in the form field `photo`' }),
  photo: z.file().max(photo_bytes_max).optional().meta({ description: 'Only in multipart/form-data: the photo itself' }),
  mannequin: mannequin.optional().meta({ description: 'Instead of a photo: a figure that we drew' }),
  items: z.array(wish).min(1).max(item_count_max).meta({ description: 'Ids of garments in the wardrobe, or of products' }),
  prefer_clean_item_images: z.boolean().default(true).meta({
    description: 'Take the cut-outs that are kept. False: cut each garment out of its photo anew, for this look only',
  }),
  view_options: z
    .object({ rotate: angle.optional(), perspective: angle.optional() })
    .default({})
    .meta({ description: 'For renderers that can turn a person; the built-in one shows them as they stand' }),
  likeness: likeness.optional(),
});
export type TryOnDraft = z.output<typeof draft>;

export const boutiqueOfItem = z.object({
  slug: z.string(),
  name: z.string(),
  product_id: id,
  price_minor: priceMinor.nullable(),
  currency: currency.nullable(),
});
export const triedItem = z.object({
  id,
  kind: z.enum(['item', 'product']),
  title: z.string().nullable(),
  brand: z.string().nullable(),
  category,
  color: z.string().nullable(),
  shape: garmentShape,
  product_id: id.nullable(),
  price_minor: priceMinor.nullable(),
  currency: currency.nullable(),
  product_url: z.string().nullable().meta({ description: 'Where it can be bought, when no boutique here sells it' }),
  boutique: boutiqueOfItem.nullable(),
});
export type TriedItem = z.infer<typeof triedItem>;

export const lookPart = z.object({
  garment: z.int().min(0).meta({ description: 'Which of `items`, from 0' }),
  name: z
    .enum(['torso', 'left_sleeve', 'right_sleeve', 'left_leg', 'right_leg', 'skirt'])
    .meta({ description: 'Left is the person’s own left: right in the picture of somebody who faces us' }),
  confidence: z.number().min(0).max(1).meta({ description: 'Below 0.5 it was guessed rather than seen' }),
});
export type TriedPart = z.infer<typeof lookPart>;

/** The points by which the cloth of a look is moved. Left is the person's own. */
export const nudge_points = ['neck', 'left_shoulder', 'right_shoulder', 'left_end', 'right_end', 'hem'] as const;
const share = z.number().min(-1).max(1);
/** How the cloth of a look was moved. */
export const nudges = z
  .partialRecord(z.enum(nudge_points), z.object({ x: share, y: share }))
  .meta({ description: 'How far each point of the cloth was moved, in shares of the picture; x to the right, y down' });

/** The link by which others see a look. */
export const lookShare = z.object({ expires_at: time.meta({ description: 'When the link ends: never later than the look' }) });
export type LookShare = z.infer<typeof lookShare>;

export const tryOnSession = z.object({
  session_id: id,
  status: tryOnState,
  stage: tryOnStage,
  progress: z.number().min(0).max(1).meta({ description: 'What is done of the work' }),
  queue_position: z.int().nullable().meta({ description: 'How many looks are made before this one; null when it is not in line' }),
  photo_id: id.nullable(),
  mannequin: mannequin.nullable().meta({ description: 'The drawn figure that wears it, where no photo was given' }),
  render_url: pictureUrl.nullable(),
  layers: z.object({ person: pictureUrl, garment: pictureUrl, shading: pictureUrl }).nullable().meta({
    description:
      'The person without what is replaced, the garments as they hang (with opacity), and the light on them (grey: 128 changes nothing, 255 doubles); null where the renderer gives none',
  }),
  nudges: nudges.nullable().meta({ description: 'How its person moved the cloth: `render_url` shows it so, `layers` as it was drawn' }),
  confidence: z.number().min(0).max(1).nullable(),
  parts: z.array(lookPart),
  items: z.array(triedItem),
  boutique: boutiqueOfItem.optional().meta({ description: 'Who sells the first of the items that is for sale here' }),
  renderer: z
    .object({ name: z.string(), instead_of: z.string().nullable(), reason: rendererRefusal.nullable() })
    .nullable()
    .meta({ description: 'Who made the look; when another one was asked first, which, and why it did not' }),
  error: z.object({ code: tryOnProblem, message: z.string() }).optional(),
  feedback: z.object({ accuracy: z.int(), notes: z.string().nullable() }).nullable(),
  share: lookShare.nullable().meta({ description: 'The link by which others see it; null when there is none' }),
  created_at: time,
  ended_at: time.nullable(),
  saved_at: time.nullable().meta({ description: 'When it was kept as a look' }),
  expires_at: time.nullable().meta({ description: 'When it is deleted; null while it is kept as a look' }),
});
export type TryOnSession = z.infer<typeof tryOnSession>;

const mine = { area, access: 'person' } as const;
const own = { ...mine, is_owned: true, params: withId } as const;
const files = ['platform.storage_unavailable', 'platform.storage_damaged'] as const;
const unreadable = ['garments.not_a_picture', 'garments.heic', 'garments.damaged_picture', 'garments.too_many_pixels'] as const;

const creation = {
  ...mine,
  is_owned: true,
  method: 'POST',
  cost: 'create_session',
  summary:
    'Try garments on in a photo: answered at once, made right after. `Prefer: wait=5` waits for the look for so many seconds (10 at most). With the same `Idempotency-Key` it is the same session',
  body: draft,
  takes_multipart: ['items'],
  body_max_bytes: photo_bytes_max + 64 * 1024,
  status: 201,
  response: tryOnSession,
  errors: [
    ...unreadable,
    ...person_photo_problems,
    ...files,
    'request.not_found',
    'tryon.photo_not_ready',
    'tryon.photo_expired',
    'tryon.key_reused',
    'tryon.not_together',
    'tryon.not_wearable',
    'tryon.unknown_kind',
    'tryon.no_picture',
    'platform.busy',
  ],
} as const;

const reading = {
  ...own,
  method: 'GET',
  cost: 'read',
  summary: 'A try-on and how far it is',
  status: 200,
  response: tryOnSession,
  errors: ['request.not_found', 'tryon.session_expired'],
} as const;

export const tryon_routes = {
  addPersonPhoto: route({
    ...mine,
    method: 'POST',
    path: '/v1/tryon/photos',
    cost: 'write',
    summary: 'Ask where a photo of yourself goes; when it is there, say so at `image-uploaded`. It is deleted after a day',
    body: z.object({ image_bytes: z.int().min(1).max(photo_bytes_max).optional() }),
    status: 201,
    response: z.object({
      photo: personPhoto,
      upload_url: z.string().meta({ description: 'Where the photo goes, from the root: tus 1.0.0, or PUT; ends after a day' }),
    }),
    errors: [],
  }),
  notePersonPhoto: route({
    ...own,
    method: 'PUT',
    path: '/v1/tryon/photos/{id}/image-uploaded',
    cost: 'write',
    summary: 'Say that the photo is there: it is looked at now, and told what can be tried on in it. Again changes nothing',
    status: 200,
    response: personPhoto,
    errors: [
      'request.not_found',
      'tryon.photo_expired',
      'tryon.photo_too_small',
      'garments.photo_unfinished',
      'upload.ended',
      ...unreadable,
      ...files,
      'platform.busy',
    ],
  }),
  readPersonPhoto: route({
    ...own,
    method: 'GET',
    path: '/v1/tryon/photos/{id}',
    cost: 'read',
    summary: 'A photo of yours',
    status: 200,
    response: personPhoto,
    errors: ['request.not_found', 'tryon.photo_expired'],
  }),
  removePersonPhoto: route({
    ...own,
    method: 'DELETE',
    path: '/v1/tryon/photos/{id}',
    cost: 'write',
    summary: 'Delete a photo now, and stop what is being made of it; looks that are made already stay',
    status: 200,
    response: done,
    errors: ['request.not_found', 'tryon.photo_expired'],
  }),
  createTryOn: route({ ...creation, path: '/v1/tryon/sessions' }),
  createTryOnShort: route({ ...creation, path: '/v1/tryon' }),
  listTryOns: route({
    ...mine,
    method: 'GET',
    path: '/v1/tryon/sessions',
    cost: 'read',
    summary: 'Your try-ons, newest first, without those that were deleted',
    query: pageQuery.extend({
      saved: z.enum(['true', 'false']).optional().meta({ description: 'Only those that are kept as looks, or only those that are not' }),
    }),
    status: 200,
    response: listOf('sessions', tryOnSession),
    errors: [],
  }),
  readTryOn: route({ ...reading, path: '/v1/tryon/sessions/{id}' }),
  readTryOnStatus: route({ ...reading, path: '/v1/tryon/{id}/status' }),
  followTryOn: route({
    ...own,
    method: 'GET',
    path: '/v1/tryon/sessions/{id}/events',
    cost: 'read',
    summary: 'The same as it goes on: an event `session` for each change, until it is over',
    status: 200,
    media_type: 'text/event-stream',
    response: z.unknown(),
    errors: ['request.not_found', 'tryon.session_expired'],
  }),
  removeTryOn: route({
    ...own,
    method: 'DELETE',
    path: '/v1/tryon/sessions/{id}',
    cost: 'write',
    summary: 'Stop a try-on that is being made; of one that is over, delete the pictures now',
    status: 200,
    response: tryOnSession,
    errors: ['request.not_found', 'tryon.session_expired', 'platform.storage_unavailable'],
  }),
  rateTryOn: route({
    ...own,
    method: 'POST',
    path: '/v1/feedback/tryon/{id}',
    cost: 'write',
    summary: 'Say how true a look is; again replaces what was said',
    body: z.object({ accuracy: z.int().min(1).max(5), notes: z.string().trim().max(1000).nullable().optional() }),
    status: 201,
    response: done,
    errors: ['request.not_found', 'tryon.session_expired', 'tryon.no_look'],
  }),
  readMannequin: route({
    method: 'GET',
    path: '/tryon-mannequins/{name}',
    area,
    access: 'public',
    cost: 'free',
    summary: 'The picture of a drawn figure',
    params: z.object({ name: mannequin }),
    status: 200,
    media_type: 'image/jpeg',
    response: z.unknown(),
    errors: [],
  }),
  readTryOnPicture: route({
    method: 'GET',
    path: '/tryon-pictures/{token}',
    area,
    access: 'public',
    cost: 'free',
    summary: 'A picture of a try-on or a photo, by an address that was signed for its owner and ends within two hours',
    params: z.object({ token: z.string().min(1).max(100) }),
    status: 200,
    media_type: 'image/*',
    response: z.unknown(),
    errors: ['request.not_found', ...files],
  }),
} as const;
