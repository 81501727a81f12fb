import * as z from 'zod';
import { dimensionName, sizedCategory } from './catalog.ts';
import { route } from './route.ts';
import { id, listOf, time } from './values.ts';

const area = 'fit';

/** The kinds of garment that have fit zones, in the order in which people look for them. */
export const zoneKind = z.enum(['knitwear', 'shirt', 't-shirt', 'jacket', 'coat', 'trousers', 'jeans', 'shorts', 'dress', 'skirt']);
export type ZoneKind = z.infer<typeof zoneKind>;

/** Below a centimetre a range says less than a tape can read. */
const width_cm_min = 1;
const width_cm_max = 60;
const cm = z.number().min(5).max(300);
const zone_range = z
  .object({ low_cm: cm, high_cm: cm })
  .refine(({ low_cm, high_cm }) => high_cm - low_cm >= width_cm_min, {
    message: 'The largest that feels good must be at least 1 cm more than the smallest.',
    path: ['high_cm'],
  })
  .refine(({ low_cm, high_cm }) => high_cm - low_cm <= width_cm_max, {
    message: 'A range this wide says nothing. Bring the two ends closer.',
    path: ['high_cm'],
  });

/** A reason for a zone as a code with its figures, so that each language words it itself. All in cm. */
const zoneReason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('worn').meta({ description: 'Garments of one kind that were worn, and what was said of them here' }),
    category: sizedCategory,
    count: z.int(),
    felt_small: z.int(),
    felt_right: z.int(),
    felt_large: z.int(),
  }),
  z.object({ code: z.literal('body_measured'), value_cm: z.number() }),
  z.object({
    code: z.literal('body_estimated'),
    value_cm: z.number(),
    from: z.enum(['measurements', 'height_weight', 'height', 'weight', 'build', 'garments', 'zones', 'population']),
  }),
  z.object({
    code: z.literal('room').meta({ description: 'How much larger than the body the zone is; negative where it is smaller' }),
    low_cm: z.number(),
    high_cm: z.number(),
  }),
  z.object({
    code: z.literal('taste').meta({ description: 'Ease liked beyond the usual; negative is closer' }),
    beyond_usual_cm: z.number(),
  }),
]);
export type ZoneReason = z.infer<typeof zoneReason>;

/** For one profile, one kind of garment and one dimension: the garment centimetres that feel good. */
export const fitZone = z.object({
  kind: zoneKind,
  name: dimensionName,
  low_cm: z.number(),
  high_cm: z.number(),
  basis: z.enum(['learned', 'set', 'guessed']).meta({ description: 'learned: from three garments on; set: by hand; guessed: the rest' }),
  learned_from: z.int().meta({ description: 'Worn garments that speak of this dimension' }),
  set_at: time.optional(),
  body_cm: z.number().optional(),
  body_basis: z.enum(['measured', 'estimated']).optional(),
  why: z.array(zoneReason),
  without_your_word: z
    .object({ low_cm: z.number(), high_cm: z.number(), basis: z.enum(['learned', 'guessed']) })
    .optional()
    .meta({ description: 'Of a zone set by hand: what it would be otherwise, and is again once forgotten' }),
});
export type FitZone = z.infer<typeof fitZone>;

const ofProfile = z.object({ id });
const one_zone = z.object({ id, kind: zoneKind, name: dimensionName });

export const fit_zone_routes = {
  listFitZones: route({
    method: 'GET',
    path: '/v1/profiles/{id}/fit-zones',
    area,
    access: 'person',
    cost: 'read',
    is_owned: true,
    summary: 'What feels good on this person: for each kind of garment and dimension a range, and why',
    params: ofProfile,
    status: 200,
    response: listOf('fit_zones', fitZone).extend({
      is_anything_known: z.boolean().meta({ description: 'false: these are the zones of most people' }),
    }),
    errors: ['request.not_found'],
  }),
  setFitZone: route({
    method: 'PUT',
    path: '/v1/profiles/{id}/fit-zones/{kind}/{name}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Say what feels good; it counts above all that was learned, from the next advice on',
    params: one_zone,
    body: zone_range,
    status: 200,
    response: fitZone,
    errors: ['request.not_found', 'fit.unlikely_zone'],
  }),
  forgetFitZone: route({
    method: 'DELETE',
    path: '/v1/profiles/{id}/fit-zones/{kind}/{name}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Forget what was set by hand: what was learned counts again. Nothing set is no error',
    params: one_zone,
    status: 200,
    response: fitZone,
    errors: ['request.not_found'],
  }),
} as const;
