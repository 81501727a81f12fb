import * as z from 'zod';
import { category, dimensionName, sizedCategory, statedChart } from './catalog.ts';
import { sizing } from './people.ts';
import { route } from './route.ts';
import { done, id, listOf, pageQuery, time, withId } from './values.ts';

const area = 'catalog';
/** A page's source may be pasted to have its chart read. */
const pasted_max = 200_000;
const size_label = z.string().trim().min(1).max(40);
const brand = z.string().trim().min(1).max(80);

const cm = z.number().positive().max(300);
const range = z.tuple([cm, cm]);

/** Which body each size of a brand is for. Where it comes from is always told. */
export const sizeChart = z.object({
  id: id.nullable().meta({ description: 'null for the charts that come with Toile' }),
  brand: z.string().nullable().meta({ description: 'null: no brand’s own, used where a brand’s is not known' }),
  sizing,
  categories: z.array(category),
  origin: z.enum(['built_in', 'page', 'correction']),
  source: z.string().meta({ description: 'Where it stands, in words that can be checked' }),
  source_url: z.string().nullable(),
  stated_at: time.nullable().meta({ description: 'When the source said so' }),
  credited_to: z.string().nullable().meta({ description: 'Who corrected it, if they want to be named' }),
  is_estimated: z.boolean(),
  sizes: z.array(z.object({ label: z.string(), also: z.array(z.string()).optional(), body_cm: z.partialRecord(dimensionName, range) })),
});
export type SizeChartShown = z.infer<typeof sizeChart>;

const knownChart = sizeChart.extend({
  is_yours: z.boolean().meta({ description: 'You corrected it' }),
  is_in_use: z.boolean().meta({ description: 'It counts for you: sizing and category, or the product, decide which' }),
});
export type KnownChart = z.infer<typeof knownChart>;

export const chartCorrection = sizeChart.extend({
  id,
  status: z
    .enum(['proposed', 'accepted', 'rejected'])
    .meta({ description: 'It counts for its author at once, for everybody when accepted' }),
  note: z.string().nullable(),
  created_at: time,
  updated_at: time.meta({ description: 'Handed back with a decision, so that it is about what was seen' }),
});
export type ChartCorrection = z.infer<typeof chartCorrection>;

const correctionInput = z.object({
  brand,
  sizing,
  category: sizedCategory,
  unit: z.enum(['cm', 'in']).default('cm').meta({ description: 'Of the figures given here' }),
  sizes: z
    .array(z.object({ label: size_label, body: z.partialRecord(dimensionName, range) }))
    .min(2)
    .max(60),
  source: z.string().trim().min(1).max(200).meta({ description: 'Where it stands: "size guide on the shop’s page"' }),
  source_url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  note: z.string().trim().min(1).max(500).optional(),
  credited_to: z.string().trim().min(1).max(80).optional().meta({ description: 'How to name you; nobody is named without it' }),
});
export type CorrectionInput = z.infer<typeof correctionInput>;

export const size_chart_routes = {
  listSizeCharts: route({
    method: 'GET',
    path: '/v1/size-charts',
    area,
    access: 'public',
    cost: 'read',
    scope: 'catalog:read',
    summary: 'Size charts of a brand, the one that counts first',
    query: z.object({
      brand,
      sizing: sizing.optional(),
      category: category.optional(),
      product_id: id.optional().meta({ description: 'Puts the chart first that the sizes of this product follow' }),
    }),
    status: 200,
    response: listOf('size_charts', knownChart),
    errors: ['request.invalid', 'request.not_found'],
  }),
  readPastedChart: route({
    method: 'POST',
    path: '/v1/size-charts/read',
    area,
    access: 'person',
    cost: 'write',
    scope: 'catalog:read',
    summary: 'Read a size chart that somebody pasted: a table, lines or a page’s source; nothing is kept',
    body: z.object({ text: z.string().min(1).max(pasted_max) }),
    body_max_bytes: 1024 * 1024,
    status: 200,
    response: z.object({ charts: z.array(statedChart) }),
    errors: ['request.invalid', 'catalog.no_chart'],
  }),
  correctSizeChart: route({
    method: 'POST',
    path: '/v1/size-charts/corrections',
    area,
    access: 'person',
    cost: 'write',
    summary: 'Correct a brand’s size chart; it counts for you at once, and for everybody when an operator accepts it',
    body: correctionInput,
    status: 201,
    response: chartCorrection,
    errors: ['request.invalid', 'catalog.unlikely_chart', 'catalog.too_many_corrections'],
  }),
  listMyCorrections: route({
    method: 'GET',
    path: '/v1/size-charts/corrections',
    area,
    access: 'person',
    cost: 'read',
    summary: 'Your corrections of size charts, newest first',
    status: 200,
    response: listOf('corrections', chartCorrection),
    errors: [],
  }),
  removeCorrection: route({
    method: 'DELETE',
    path: '/v1/size-charts/corrections/{id}',
    area,
    access: 'person',
    cost: 'write',
    is_owned: true,
    summary: 'Take a correction back',
    params: withId,
    status: 200,
    response: done,
    errors: ['request.not_found'],
  }),
  listCorrections: route({
    method: 'GET',
    path: '/v1/operator/size-charts/corrections',
    area,
    access: 'operator',
    cost: 'read',
    scope: 'operate',
    summary: 'Corrections of size charts, oldest first, to accept or reject',
    query: pageQuery.extend({ status: z.enum(['proposed', 'accepted', 'rejected']).default('proposed') }),
    status: 200,
    response: listOf('corrections', chartCorrection),
    errors: ['request.invalid'],
  }),
  decideCorrection: route({
    method: 'POST',
    path: '/v1/operator/size-charts/corrections/{id}/decision',
    area,
    access: 'operator',
    cost: 'write',
    scope: 'operate',
    summary: 'Accept a correction for everybody, or reject it',
    params: withId,
    body: z.object({ accept: z.boolean(), updated_at: time.meta({ description: 'As it was shown' }) }),
    status: 200,
    response: chartCorrection,
    errors: ['request.invalid', 'request.not_found', 'catalog.correction_changed'],
  }),
} as const;
