import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { bodyMeasurements } from '#contract/fit.ts';
import type { ModelFigures } from '#contract/models.ts';
import { sizing } from '#contract/people.ts';
import type { Command } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { askBack } from '../ask-back.ts';
import { readGarment } from '../gather-evidence.ts';
import { refuseUnlikely } from '../unlikely-measurement.ts';
import { gatherTries } from './gather-tries.ts';
import { isHeld } from '#platform/models/change-model.ts';
import { adviseWithModel } from './advise-with-model.ts';
import { findSizeModel, size_model_name } from './learned-model.ts';
import { measureLearning, predictByRoom, predictTrials } from './measure-learning.ts';
import { toTrials } from './to-trial.ts';
import { trainSizeModel, tries_min } from './train-size-model.ts';

/** Trains beside a running server, which takes up the result within seconds. */
const train: Command = {
  name: 'train',
  usage: 'toile train [--tune ROUNDS]',
  summary:
    'Learn how sizes turn out from all outcomes, and put the result to use unless it is refused; with --tune try other shapes of trees too',
  run: async (ctx, args) => {
    const trained = await trainSizeModel(ctx, tuningRounds(args));
    if (!trained) return `Fewer than ${tries_min} outcomes of sizes are known. The built-in priors answer until there are.`;
    const { version, figures, refused_because } = trained;
    const verdict =
      refused_because === null
        ? (await isHeld(ctx, size_model_name))
          ? 'waits for you to promote it, since you went back'
          : 'is in use'
        : `was refused: ${refused_because}`;
    return `Version ${version} ${verdict}.\n${showFigures(figures)}`;
  },
};

/** More rounds than this would not end within the time a training has. */
const rounds_max = 50;

function tuningRounds([flag, rounds]: string[]): number {
  if (flag === undefined) return 0;
  const count = Number(rounds);
  if (flag !== '--tune' || !Number.isInteger(count) || count < 1 || count > rounds_max)
    throw new StartError(`Say how many rounds, 1 to ${rounds_max}: ${train.usage}`);
  return count;
}

/** Measures what is in use on everything that is known now; what it learned from is among it, so this is no promise. */
const evaluate: Command = {
  name: 'evaluate',
  usage: 'toile evaluate',
  summary: 'Measure what is in use against all outcomes that are known, beside the size model alone',
  run: async (ctx) => {
    const [model, tries] = [await findSizeModel(ctx), await gatherTries(ctx)];
    const trials = toTrials(tries).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    if (trials.length === 0) return 'No outcomes of sizes are known, so there is nothing to measure.';
    const half = Math.floor(trials.length / 2);
    const [known, asked] = [trials.slice(0, half), trials.slice(half)];
    const baseline = predictByRoom(asked);
    const figures = measureLearning(model ? predictTrials(model.outcomes, asked, known) : baseline, { asked, known, baseline });
    const title = model
      ? 'What is in use, on the newer half of all outcomes (it learned from some of them):'
      : 'Nothing learned is in use; the built-in priors:';
    return `${title}\n${showFigures(figures)}`;
  },
};

function showFigures(figures: ModelFigures): string {
  const { reliability, by_group, surety, ...numbers } = figures;
  const lines = Object.entries(numbers).map(([name, value]) => `  ${name}: ${value === null ? 'none' : Number(value.toFixed(4))}`);
  const groups = by_group.map(
    ({ group, count, accuracy, log_loss }) =>
      `  ${group}: ${count} outcomes, accuracy ${accuracy.toFixed(3)}, log loss ${log_loss.toFixed(3)}`,
  );
  const bins = reliability.map(
    ({ promised, kept, count }) => `  promised ${promised.toFixed(2)}, came true ${kept.toFixed(2)}, ${count} times`,
  );
  const told = surety
    ? [`  surety told to shoppers: off by ${surety.ece?.toFixed(3) ?? 'none'} on ${surety.count} advices with an outcome`]
    : [];
  return [...lines, ...groups, ...bins, ...told].join('\n');
}

const question = z.object({
  id: z.string().max(200).optional(),
  product_id: z.uuid(),
  sizing: sizing.nullable().default(null),
  body: bodyMeasurements.default({}),
  is_sure: z.boolean().default(false),
});

/** Answers many questions at once, for an integrator's own pages; nothing of them is kept. */
const predict: Command = {
  name: 'predict',
  usage: 'toile predict QUESTIONS.jsonl [ANSWERS.jsonl]',
  summary:
    'Advise sizes in bulk: a line is {"id", "product_id", "sizing", "body": {"height_cm", …}, "is_sure"?}, an answer {"id", "recommended_size", "confidence", "scores", and "fits" (how likely each size fits) where a trained model is in use} or {"id", "error"}',
  run: async (ctx, [from, to]) => {
    if (from === undefined || !existsSync(from)) throw new StartError(`Say which file: ${predict.usage}`);
    const answers: string[] = [];
    for await (const line of createInterface({ input: createReadStream(from) }))
      if (line.trim() !== '') answers.push(JSON.stringify(await answer(ctx, line)));
    if (to === undefined) return answers.join('\n');
    writeFileSync(to, `${answers.join('\n')}\n`);
    return `${answers.length} answers are in ${to}.`;
  },
};

/** A line that cannot be answered says why; the others go on. */
async function answer(ctx: Ctx, line: string): Promise<Record<string, unknown>> {
  let id: string | undefined;
  try {
    const asked = question.parse(JSON.parse(line));
    id = asked.id;
    refuseUnlikely(asked.body, asked.body);
    if (!asked.is_sure) askBack(asked.body, asked.body);
    const model = await findSizeModel(ctx);
    const garment = await readGarment(ctx, asked.product_id, asked);
    const evidence = { sizing: asked.sizing, body: asked.body, owned: [], history: [] };
    const { advice, chances } = adviseWithModel(model, evidence, { garment, now: ctx.clock.now(), units: 'cm' });
    const scores = Object.fromEntries(Object.entries(advice.all_scores).map(([label, { score }]) => [label, score]));
    const { recommended_size, confidence } = advice;
    return { id, recommended_size, confidence, scores, ...(chances && { fits: Object.fromEntries(chances) }) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return { id, error: 'This line is no question; see `toile help`.' };
    if (error instanceof AppError && error.status < 500) return { id, error: error.message };
    throw error;
  }
}

export const learning_commands: Command[] = [train, evaluate, predict];
