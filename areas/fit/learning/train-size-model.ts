import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { isHeld, promoteModel } from '#platform/models/change-model.ts';
import { registerModel } from '#platform/models/keep-model.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { tooFewOutcomes } from '../errors.ts';
import { gatherTries } from './gather-tries.ts';
import type { Learned, LearningTask } from './learn-size-model.ts';
import { readSizeModel, size_model_name } from './learned-model.ts';
import { countAllTries } from './try.store.ts';
import { measureSurety } from './measure-surety.ts';

/** With fewer, a tenth of them held out says nothing, and priors from the trade are better. */
export const tries_min = 100;
/** The same tries give the same model, on every machine. */
const seed = 20_260_101;
/** 200,000 tries take about three minutes and 1.2 GB. */
const longest_ms = 20 * 60_000;
const heap_max_mb = 3072;

export type Trained = { version: number } & Pick<Learned, 'figures' | 'refused_because'>;

/**
 * Learns from what everybody said of sizes, in a thread of its own, and puts the result to use unless it is refused (worse
 * than what is in use, or learned from data that drifted), or an operator went back: then the next word is theirs. null: there is too little to learn from.
 */
export async function trainSizeModel(ctx: Ctx, tuning_rounds = 0): Promise<Trained | null> {
  const tries = await gatherTries(ctx);
  if (tries.length < tries_min) return null;
  const task: LearningTask = { tries, in_use: await readSizeModel(ctx), seed, tuning_rounds };
  const {
    model,
    figures: measured,
    refused_because,
  } = await ctx.workers.runAlone<Learned>(
    { module: new URL('learn-size-model.ts', import.meta.url), name: 'learnSizeModel', input: task },
    { longest_ms, heap_max_mb },
    ctx.signal,
  );
  const figures = { ...measured, surety: await measureSurety(ctx) };
  const version = await registerModel(ctx, { name: size_model_name, content: model, figures, refused_because });
  if (refused_because === null && !(await isHeld(ctx, size_model_name))) await promoteModel(ctx, { name: size_model_name, version });
  ctx.log.info({ version, refused_because, log_loss: figures.log_loss, baseline: figures.baseline_log_loss }, 'size model trained');
  return { version, figures, refused_because };
}

/** Trains every night; a run that died is begun anew, and leaves no half version. */
export const train_job = job({
  name: 'fit.train',
  payload: z.object({}),
  retry_limit: 1,
  retry_delay_s: 600,
  longest_s: (2 * longest_ms) / 1000,
  waits_once: true,
  cron: '29 2 * * *',
  run: async (ctx) => void (await trainSizeModel(ctx)),
});

/** Trains now, at an operator's wish, as a job. Throws `fit.too_few_outcomes`. */
export async function askForTraining(ctx: Ctx): Promise<{ status: 'success' }> {
  const count = await countAllTries(ctx);
  if (count < tries_min) throw tooFewOutcomes(count, tries_min);
  await enqueue(ctx, train_job, {}, { singleton_key: 'now' });
  return { status: 'success' };
}
