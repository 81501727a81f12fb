import * as z from 'zod';
import { route } from './route.ts';
import { done, listOf, time } from './values.ts';

const area = 'operation';

const reliabilityBin = z.object({ from: z.number(), to: z.number(), count: z.int(), promised: z.number(), kept: z.number() });

/** Measured on what the model had not seen, when it was trained. */
export const modelFigures = z.object({
  trial_count: z.int().meta({ description: 'Outcomes that it learned from' }),
  held_out_count: z.int().meta({ description: 'The newest outcomes, kept apart to measure with' }),
  log_loss: z.number(),
  baseline_log_loss: z.number().meta({
    description: 'On the same outcomes: of what was in use before, or, when it had seen nearly all of them, of the size model alone',
  }),
  mean_auc: z.number().nullable().meta({ description: 'null: only one kind of outcome occurred' }),
  accuracy: z.number(),
  macro_f1: z.number(),
  ece: z.number().meta({ description: 'How far promises and outcomes lie apart, 0 to 1' }),
  drift: z.number().meta({ description: 'How far the newest outcomes differ in kind from the ones before, 0 to 1' }),
  reliability: z.array(reliabilityBin),
  surety: z
    .object({ count: z.int(), ece: z.number().nullable(), reliability: z.array(reliabilityBin) })
    .optional()
    .meta({
      description: 'How sure shoppers had been told to be, whatever was in use then, against what came of it; not there in older versions',
    }),
  by_group: z
    .array(z.object({ group: z.string(), count: z.int(), accuracy: z.number(), log_loss: z.number() }))
    .meta({ description: 'For whom it is good: by sizing and by size band' }),
});
export type ModelFigures = z.infer<typeof modelFigures>;

export const refusedBecause = z.enum(['worse', 'drifted']);
export const modelVersion = z.object({
  version: z.int(),
  state: z.enum(['candidate', 'refused', 'promoted', 'retired']).meta({
    description: '`promoted`: in use; `refused`: worse than what is in use, or the data drifted; an operator may promote it all the same',
  }),
  refused_because: refusedBecause
    .nullable()
    .meta({ description: 'Kept when an operator promotes it all the same; null: it was not refused' }),
  figures: modelFigures,
  size_bytes: z.int(),
  trained_at: time,
  promoted_at: time.nullable().meta({ description: 'null: never in use, or gone back from' }),
});
export type ModelVersion = z.infer<typeof modelVersion>;

export const learnedModel = z.object({
  name: z.string(),
  promoted_version: z.int().nullable().meta({ description: 'null: nothing learned is in use, the built-in priors answer' }),
  versions: z.array(modelVersion).meta({ description: 'Newest first, at most 50' }),
});
export type LearnedModel = z.infer<typeof learnedModel>;

const withName = z.object({ name: z.string().min(1).max(60) });
const withVersion = withName.extend({ version: z.coerce.number().int().min(1).max(2_147_483_647) });
const operators = { area, access: 'operator', scope: 'operate', status: 200 } as const;

export const model_routes = {
  listModels: route({
    ...operators,
    method: 'GET',
    path: '/v1/operator/models',
    cost: 'read',
    summary: 'What Toile has learned, version by version, with figures',
    response: listOf('models', learnedModel),
    errors: [],
  }),
  promoteModel: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/models/{name}/versions/{version}/promote',
    cost: 'write',
    summary: 'Put a version to use',
    params: withVersion,
    response: learnedModel,
    errors: ['request.not_found'],
  }),
  rollBackModel: route({
    ...operators,
    method: 'POST',
    path: '/v1/operator/models/{name}/roll-back',
    cost: 'write',
    summary: 'Go back to the version that was in use before; without one, to none',
    params: withName,
    response: learnedModel,
    errors: ['request.not_found'],
  }),
  trainSizeModel: route({
    method: 'POST',
    path: '/v1/operator/models/size/train',
    area: 'fit',
    access: 'operator',
    scope: 'operate',
    cost: 'write',
    summary: 'Train the size model now; it trains every night by itself',
    status: 200,
    response: done,
    errors: ['fit.too_few_outcomes'],
  }),
} as const;
