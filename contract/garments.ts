import * as z from 'zod';
import { category } from './catalog.ts';
import { route } from './route.ts';

/** When a garment is worn. */
export const season = z.enum(['spring', 'summer', 'autumn', 'winter']);

/** How far a photo is: nothing yet, waiting for its bytes, being looked at, and what came of it. */
export const photo_states = ['none', 'waiting', 'processing', 'ready', 'failed'] as const;
export const photoState = z.enum(photo_states);
export type PhotoState = z.infer<typeof photoState>;

/** How far the cut-out of a photo is; `doubtful`: it is there, and somebody should look at it. */
export const clean_states = ['none', 'processing', 'ready', 'doubtful', 'failed'] as const;
export const cleanState = z.enum(clean_states);
export type CleanState = z.infer<typeof cleanState>;

/** Why nothing came of a photo or its cut-out; each is an error code, so that its sentence is known in every language. */
export const photo_problems = [
  'garments.not_a_picture',
  'garments.heic',
  'garments.damaged_picture',
  'garments.too_small',
  'garments.too_many_pixels',
  'garments.photo_gone',
  'garments.gave_up',
  'garments.no_garment_found',
  'garments.cut_out_unavailable',
] as const;
export const photoProblem = z.object({ code: z.enum(photo_problems), message: z.string() });
export type PhotoProblem = z.infer<typeof photoProblem>;

/** What a cut-out stands on. */
export const backgroundColor = z.enum(['transparent', 'app-white']);
export type BackgroundColor = z.infer<typeof backgroundColor>;
export const returnFormat = z.enum(['png', 'webp', 'jpeg']);
export type ReturnFormat = z.infer<typeof returnFormat>;

/** The largest photo that is taken, in bytes; browsers send far smaller ones. */
export const photo_bytes_max = 25 * 1024 * 1024;

/** What stands beside a garment about its photo. */
export const photo = z.object({
  state: photoState,
  clean_state: cleanState,
  problem: photoProblem.nullable().meta({ description: 'Why the photo, or its cut-out, failed, and what to do' }),
  doubts: z.array(z.string()).meta({
    description:
      'Why somebody should look at the cut-out, in codes; `person`: somebody wears or holds it, and may be cut out with it; `two_things`: it shows two garments; `nothing_apart`: no garment stands out',
  }),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type Photo = z.infer<typeof photo>;

const chance = z.number().min(0).max(1).meta({ description: 'How likely it is right' });

/** What a photo tells of a garment, each with the chance that it is right; `second`: the next likeliest, where the first is doubtful. */
export const garmentGuesses = z.object({
  category: z.object({ value: category, confidence: chance, second: category.nullable() }),
  colors: z.array(
    z.object({
      name: z.string(),
      lab: z.tuple([z.number(), z.number(), z.number()]).meta({ description: 'CIELAB, D65' }),
      share: z.number().min(0).max(1).meta({ description: 'Of the cloth' }),
      confidence: chance,
    }),
  ),
  pattern: z.object({ value: z.string(), confidence: chance }),
  season: z.object({ value: z.array(season), confidence: chance }),
  formality: z.object({ value: z.number().min(0).max(1), confidence: chance }),
});
export type GarmentGuesses = z.infer<typeof garmentGuesses>;

export const garment_routes = {
  readGarmentPicture: route({
    method: 'GET',
    path: '/garment-pictures/{token}',
    area: 'garments',
    access: 'public',
    cost: 'free',
    summary: 'A picture of somebody’s garment, by an address that was signed for them and ends within two hours',
    params: z.object({ token: z.string().min(1).max(100) }),
    status: 200,
    media_type: 'image/*',
    response: z.unknown(),
    errors: ['request.not_found', 'platform.storage_unavailable', 'platform.storage_damaged'],
  }),
} as const;
