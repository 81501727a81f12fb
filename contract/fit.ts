import * as z from 'zod';
import { category, dimensionName, qualityNote } from './catalog.ts';
import { heightOutside } from './height-outside.ts';
import { sizing } from './people.ts';
import { route } from './route.ts';
import { currency, done, id, listOf, pageQuery, priceMinor, time, withId } from './values.ts';

const area = 'fit';
/** As on a label. */
export const sizeLabel = z.string().trim().min(1).max(40);
/** 5 MB of page, and room for the JSON around it (quotes and line ends are escaped). */
const page_body_max_bytes = 12 * 1024 * 1024;
const page_html_max = 5_000_000;

/** Obeyed only for an API key with scope `act_for`: the integrator's own name for its shopper. */
const user_id = z.string().trim().min(1).max(120).optional();

/** Fittings are paged by their ids. */
const fittingsQuery = pageQuery.extend({ cursor: z.uuid().optional(), user_id });

export const girthFeel = z.enum(['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large']);
export const lengthFeel = z.enum(['too_short', 'slightly_short', 'perfect', 'slightly_long', 'too_long']);
export const fitFeedback = z.object({
  overall: girthFeel,
  chest: girthFeel.optional(),
  waist: girthFeel.optional(),
  hip: girthFeel.optional(),
  shoulders: girthFeel.optional(),
  length: lengthFeel.optional(),
  sleeves: lengthFeel.optional(),
  inseam: lengthFeel.optional(),
});
export type FitFeedback = z.infer<typeof fitFeedback>;

/** The size chart that the sizes of a fitting follow, for the one who asks: the same that its advice rests on. */
export const chartInUse = z.object({
  id: id.nullable().meta({ description: 'null for what comes with Toile, and for what only the product’s own page states' }),
  origin: z.enum(['built_in', 'page', 'correction']),
  brand: z.string().nullable().meta({ description: 'null: a standard one, because the brand’s own is not known' }),
  sizing,
  source: z.string(),
  source_url: z.string().nullable(),
  stated_at: time.nullable(),
  credited_to: z.string().nullable(),
  is_estimated: z.boolean(),
  is_yours: z.boolean().meta({ description: 'You corrected it' }),
});
export type ChartInUse = z.infer<typeof chartInUse>;

export const fitting = z.object({
  session_id: id,
  product_id: id,
  profile_id: id,
  brand: z.string(),
  product_name: z.string(),
  product_url: z.string(),
  product_image: z.string().nullable(),
  size_options: z.array(z.string()),
  available_measurements: z.array(dimensionName).meta({ description: 'Dimensions that the size chart or the garment states' }),
  sizing: sizing.nullable().optional().meta({ description: 'Whose charts count: as the page says, else the profile' }),
  size_chart: chartInUse.nullable().optional().meta({ description: 'null: none is known' }),
  price_minor: priceMinor.optional(),
  currency: currency.optional(),
  category,
  stale: z.boolean().optional(),
  quality: z.array(qualityNote),
  created_at: time,
  outcome: z
    .object({
      size_tried: z.string(),
      fit_feedback: fitFeedback,
      would_keep: z.boolean().nullable().meta({ description: 'null: not said' }),
      created_at: time,
    })
    .nullable(),
});
export type Fitting = z.infer<typeof fitting>;

const range = z.tuple([z.number(), z.number()]);
export const verdict = z.enum(['tight', 'snug', 'just_right', 'relaxed', 'loose']);
export type Verdict = z.infer<typeof verdict>;

/** One dimension of the advice: what each size gives there and what this shopper likes there. All in cm. */
export const adviceDimension = z.object({
  name: dimensionName,
  garment_cm: z.number().optional().meta({ description: 'The recommended size; for lengths and girths alike the whole measure' }),
  garment_basis: z.enum(['measured', 'chart']).meta({ description: 'measured: the garment itself; chart: derived from the body chart' }),
  body_cm: z.number().optional(),
  body_basis: z.enum(['measured', 'estimated']),
  zone: z.object({ tight: range, good: range, relaxed: range }).meta({ description: 'Garment cm that feel so' }),
  zone_basis: z.enum(['set', 'learned', 'guessed', 'population']),
  sizes: z.record(
    z.string(),
    z.object({
      garment_cm: z.number(),
      verdict,
      p_too_small: z.number(),
      p_good: z.number(),
      p_too_large: z.number(),
    }),
  ),
});
export type AdviceDimension = z.infer<typeof adviceDimension>;

const told = { text: z.string(), is_known: z.boolean().meta({ description: 'false: rests on a guess' }) };
const liking = {
  name: dimensionName,
  liked_cm: range.meta({ description: 'What feels good there; for room, beyond the body' }),
  basis: adviceDimension.shape.zone_basis,
};
/** What was told and does not go with the rest: a measure that the garments speak against, or a garment that the others do. */
export const contradiction = z.discriminatedUnion('what', [
  z.object({
    code: z.literal('contradicts').meta({ description: 'What was told and does not go with the rest' }),
    what: z.literal('measurement'),
    ...told,
    name: dimensionName,
    told_cm: z.number(),
    garments_cm: z.number().meta({ description: 'What the garments speak of' }),
  }),
  z.object({
    code: z.literal('contradicts'),
    what: z.literal('garment'),
    ...told,
    brand: z.string(),
    size: z.string(),
    owned_id: id.optional().meta({ description: 'The owned garment that can be corrected' }),
    session_id: id.optional().meta({ description: 'The fitting in which it was said' }),
  }),
]);
export type Contradiction = z.infer<typeof contradiction>;

/** A reason for an advice in words, and as a code with its figures so that each language words it itself. All in cm. */
export const adviceReason = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('room').meta({ description: 'How much larger than the body the advised size is; negative where it is smaller' }),
    ...told,
    ...liking,
    room_cm: z.number(),
  }),
  z.object({ code: z.literal('reach').meta({ description: 'A length of the advised size' }), ...told, ...liking, garment_cm: z.number() }),
  z.object({
    code: z.literal('worn').meta({ description: 'Another garment, and how it was' }),
    ...told,
    brand: z.string(),
    size: z.string(),
    overall: girthFeel,
  }),
  z.object({
    code: z.literal('runs').meta({ description: 'How much smaller or larger than its chart others found this garment' }),
    ...told,
    side: z.enum(['small', 'large']),
    by_cm: z.number(),
    tried: z.int().meta({ description: 'By how many others it was tried' }),
  }),
  contradiction,
  z.object({
    code: z.literal('build').meta({ description: 'How the shopper is built by their own eye, where it moved the advice' }),
    ...told,
  }),
  z.object({ code: z.literal('no_chart'), ...told }),
  z.object({ code: z.literal('estimated_body'), ...told }),
  z.object({
    code: z.literal('kept_by_others').meta({ description: 'What others did who tried the advised size of this garment' }),
    ...told,
    size: z.string(),
    tried: z.int(),
    kept: z.int(),
  }),
]);
export type AdviceReason = z.infer<typeof adviceReason>;

const score = z.number().min(0).max(1);
export const sizeAdvice = z.object({
  advice_id: id,
  session_id: id,
  recommended_size: z.string().nullable(),
  confidence: score.meta({ description: 'The chance that the recommended size is the best of all' }),
  reasoning: z.string(),
  reasons: z.array(adviceReason),
  alternative_sizes: z.array(z.object({ size: z.string(), score })),
  all_scores: z
    .record(z.string(), z.object({ score, confidence: score }))
    .meta({ description: 'By size: `score` is the chance that it is the best of all, `confidence` that it feels right' }),
  dimensions: z.array(adviceDimension),
  between: z.tuple([z.string(), z.string()]).optional().meta({ description: 'Two sizes about as good, the smaller first' }),
  evidence: z.array(
    z.object({
      kind: z.enum(['measurements', 'height_weight', 'build', 'owned_garment', 'feedback', 'fit_zones', 'population']),
      count: z.int(),
    }),
  ),
});
export type SizeAdvice = z.infer<typeof sizeAdvice>;

/** The answer to a question that begins no fitting: nothing of it is kept, so it has no id of its own. */
export const sizeAnswer = sizeAdvice
  .omit({ advice_id: true, session_id: true })
  .extend({ product_id: id, profile_id: id, size_options: z.array(z.string()) });
export type SizeAnswer = z.infer<typeof sizeAnswer>;

const cm = (lo: number, hi: number) => z.number().min(lo).max(hi).nullable().optional();
const height_bounds_cm = [50, 250] as const;
const beyondHeight = { error: ({ input }: { input?: unknown }) => heightOutside(Number(input), height_bounds_cm) };
const height_cm = z.number().min(height_bounds_cm[0], beyondHeight).max(height_bounds_cm[1], beyondHeight).nullable().optional();
/** Body measurements by ISO 8559-1 names. null forgets a value. */
export const bodyMeasurements = z.object({
  height_cm,
  weight_kg: cm(3, 400),
  age: z.int().min(0).max(120).nullable().optional(),
  chest_cm: cm(30, 220),
  waist_cm: cm(30, 220),
  hip_cm: cm(30, 220),
  neck_cm: cm(15, 80),
  shoulder_cm: cm(15, 90),
  arm_length_cm: cm(20, 130).meta({ description: 'Back neck to wrist' }),
  inside_leg_cm: cm(20, 130),
});
export type BodyMeasurements = z.infer<typeof bodyMeasurements>;

const ownFailure = ['request.not_found'] as const;

export const fit_routes = {
  startFitting: route({
    method: 'POST',
    path: '/v1/tryon/start',
    area,
    access: 'person',
    cost: 'create_session',
    scope: 'fit',
    summary: 'Start a fitting from a product page or a product',
    body_max_bytes: page_body_max_bytes,
    body: z
      .object({
        product_url: z.string().trim().min(1).max(2000).optional(),
        product_id: id.optional().meta({ description: 'A boutique’s product is named by it' }),
        page_html: z
          .string()
          .min(1)
          .max(page_html_max)
          .optional()
          .meta({ description: 'The page as the shopper’s own browser saw it, at most 5 MB' }),
        profile_id: id.optional(),
        user_id,
      })
      .refine((body) => body.product_url !== undefined || body.product_id !== undefined || body.page_html !== undefined, {
        message: 'Give product_url, page_html or product_id.',
        path: ['product_url'],
      }),
    status: 201,
    response: fitting,
    errors: [
      'catalog.bad_link',
      'catalog.link_refused',
      'catalog.not_a_product',
      'catalog.no_sizes',
      'catalog.not_a_page',
      'catalog.page_too_large',
      'catalog.robots_forbidden',
      'catalog.page_refused',
      'catalog.page_missing',
      'catalog.unknown_shop',
      'catalog.retailer_unavailable',
      'catalog.product_gone',
      'fit.no_size_chart',
      'request.not_found',
    ],
  }),
  recommendSize: route({
    method: 'POST',
    path: '/v1/tryon/recommend',
    area,
    access: 'person',
    cost: 'read',
    scope: 'fit',
    is_owned: true,
    summary: 'Say which size to buy, how sure, and why',
    body: z.object({ session_id: id, user_id }),
    status: 200,
    response: sizeAdvice,
    errors: ['request.not_found'],
  }),
  askSize: route({
    method: 'GET',
    path: '/v1/size-advice',
    area,
    access: 'person',
    cost: 'browse',
    scope: 'fit',
    is_kept_by_asker: true,
    summary: 'Ask which size of a product to buy, without a fitting: nothing is kept',
    query: z.object({ product_id: id, profile_id: id.optional(), user_id }),
    status: 200,
    response: sizeAnswer,
    errors: ['catalog.product_gone', 'fit.no_size_chart', 'request.not_found'],
  }),
  submitOutcome: route({
    method: 'POST',
    path: '/v1/tryon/submit',
    area,
    access: 'person',
    cost: 'write',
    scope: 'fit',
    is_owned: true,
    summary: 'Say how a size fitted; the next advice knows',
    body: z.object({
      session_id: id,
      size_tried: sizeLabel,
      fit_feedback: fitFeedback,
      would_keep: z.boolean(),
      notes: z.string().trim().max(2000).optional(),
      user_id,
    }),
    status: 200,
    response: done.extend({ feedback_id: id }),
    errors: ['request.not_found', 'fit.unknown_size'],
  }),
  readFitting: route({
    method: 'GET',
    path: '/v1/fittings/{id}',
    area,
    access: 'person',
    cost: 'read',
    scope: 'fit',
    is_owned: true,
    summary: 'A fitting as it was started',
    params: withId,
    query: z.object({ user_id }),
    status: 200,
    response: fitting,
    errors: ownFailure,
  }),
  listFittings: route({
    method: 'GET',
    path: '/v1/fittings',
    area,
    access: 'person',
    cost: 'read',
    scope: 'fit',
    summary: 'Your fittings, newest first',
    query: fittingsQuery,
    status: 200,
    response: listOf('fittings', fitting),
    errors: [],
  }),
  readMeasurements: route({
    method: 'GET',
    path: '/v1/profiles/{id}/measurements',
    area,
    access: 'person',
    cost: 'read',
    is_owned: true,
    summary: 'The body measurements of a profile',
    params: withId,
    status: 200,
    response: bodyMeasurements,
    errors: ownFailure,
  }),
  changeMeasurements: route({
    method: 'PATCH',
    path: '/v1/profiles/{id}/measurements',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Change some measurements; null forgets one',
    params: withId,
    body: bodyMeasurements.extend({
      is_sure: z.boolean().optional().meta({ description: 'true: unusual numbers are meant as they stand, and are not asked back' }),
    }),
    status: 200,
    response: bodyMeasurements,
    errors: ['request.not_found', 'fit.unlikely_measurement'],
  }),
} as const;
