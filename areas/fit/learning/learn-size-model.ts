import type { ModelFigures, ModelVersion } from '#contract/models.ts';
import { type OutcomeModel, trainOutcomeModel } from '../outcome-model/train-outcome-model.ts';
import { type LearnedOffsets, learnOffsets, readOffset } from './learn-offsets.ts';
import { lossesOf, measureDrift, measureLearning, predictByRoom, predictTrials } from './measure-learning.ts';
import { learning_schema, type LearningTrial, type ToldTry, toTrials } from './to-trial.ts';

/** Counts up when what is kept changes its form: a version of another form is not read, and the priors answer until the next training. */
export const size_model_form = 1;
/** What is kept of a training: how garments run, and how sizes turn out. Nobody's data is in it. */
export type SizeModel = {
  form: typeof size_model_form;
  offsets: LearnedOffsets;
  outcomes: OutcomeModel;
  /** Of the newest trial that it learned from: what came later it has not seen. */
  learned_until: Date;
};
export type Learned = { model: SizeModel; figures: ModelFigures; refused_because: ModelVersion['refused_because'] };
/** `in_use`: what the new model must not be worse than on what neither has seen; without one, or without such trials, the size model alone. */
export type LearningTask = { tries: ToldTry[]; in_use: SizeModel | null; seed: number; tuning_rounds: number };

/** The newest tenth is what a shop will see next. */
const held_out_share = 0.1;
/** On fewer trials than this two models cannot be told apart. */
const unseen_min = 30;
/** Less than this no shopper would notice. */
const worse_by = 0.005;
/** On few trials a difference must stand out of its own standard error by so much to be one. */
const sure_errors = 2;
/** From here on half of what comes is of another kind than what was learned from, and figures of yesterday promise nothing. */
const drift_max = 0.5;

/**
 * Learns from tries, oldest or newest first alike: trains on all but the newest tenth, measures on that, then trains on all.
 * Runs for a minute on 100,000 tries, so in a thread of its own. Seeded: the same tries give the same model.
 */
export function learnSizeModel({ tries, in_use, seed, tuning_rounds }: LearningTask): Learned {
  const trials = toTrials(tries).toSorted(inOneOrder);
  const cut = Math.floor(trials.length * (1 - held_out_share));
  const [known, held_out] = [trials.slice(0, cut), trials.slice(cut)];
  const draft = trainOutcomeModel(known, learning_schema, { seed, tuning_rounds });
  const { asked, baseline } = fairBaseline(in_use, { known, held_out });
  const predicted = predictTrials(draft, asked, known);
  const measured = measureLearning(predicted, { asked, known, baseline });
  // Of all that was held out: thirty trials over many categories differ by chance alone.
  const figures = { ...measured, trial_count: trials.length, drift: measureDrift(known, held_out) };
  const model: SizeModel = {
    form: size_model_form,
    offsets: learnOffsets(trials),
    outcomes: trainOutcomeModel(trials, learning_schema, { seed, tuning_rounds }),
    learned_until: trials.at(-1)!.at,
  };
  const is_worse = isWorse(predicted, baseline, asked) || areOffsetsWorse(learnOffsets(known), held_out, in_use);
  return { model, figures, refused_because: figures.drift > drift_max ? 'drifted' : is_worse ? 'worse' : null };
}

/** By time; of one moment by names, so that the order in which a database gives them does not matter. */
function inOneOrder(a: LearningTrial, b: LearningTrial): number {
  const [one, other] = [a, b].map(({ shopper, product, size }) => `${shopper} ${product} ${size}`);
  return a.at.getTime() - b.at.getTime() || (one! < other! ? -1 : 1);
}

/** What is in use has learned from most of the held-out trials already: it is measured only on those that came since, else it would always win. */
function fairBaseline(in_use: SizeModel | null, { known, held_out }: { known: LearningTrial[]; held_out: LearningTrial[] }) {
  const unseen = unseenBy(in_use, held_out);
  if (in_use && unseen.length >= unseen_min) return { asked: unseen, baseline: predictTrials(in_use.outcomes, unseen, known) };
  return { asked: held_out, baseline: predictByRoom(held_out) };
}

const unseenBy = (in_use: SizeModel | null, held_out: readonly LearningTrial[]): LearningTrial[] =>
  in_use ? held_out.filter(({ at }) => at > in_use.learned_until) : [];

/**
 * The offsets turn advice, so they are held by themselves against the size model alone, learned from the known and told of the
 * held out; and against those in use, on what these have not seen.
 */
export function areOffsetsWorse(offsets: LearnedOffsets, held_out: LearningTrial[], in_use: SizeModel | null): boolean {
  const moved = predictByRoom(held_out.map((trial) => moveRoom(trial, offsets)));
  if (isWorse(moved, predictByRoom(held_out), held_out)) return true;
  const unseen = unseenBy(in_use, held_out);
  if (!in_use || unseen.length < unseen_min) return false;
  const [by_new, by_old] = [offsets, in_use.offsets].map((one) => predictByRoom(unseen.map((trial) => moveRoom(trial, one))));
  return isWorse(by_new!, by_old!, unseen);
}

function moveRoom(trial: LearningTrial, offsets: LearnedOffsets): LearningTrial {
  const offset = readOffset(offsets, { product_id: trial.product, brand: trial.brand ?? '', category: trial.category });
  if (!offset) return trial;
  // Read beside the prior that the room's variance holds already: a sum of the two would count it twice.
  const prior = offsets.brand_sd ** 2 + offsets.product_sd ** 2;
  const weight = prior / (prior + offset.sd ** 2);
  return { ...trial, room: { mean: trial.room.mean + weight * offset.mean, variance: trial.room.variance } };
}

/** Tells whether predictions [trials x 3] are worse than others of the same trials, by more than luck: losses are compared trial by trial. */
function isWorse(predicted: Float64Array, baseline: Float64Array, trials: readonly LearningTrial[]): boolean {
  const [losses, others] = [lossesOf(predicted, trials), lossesOf(baseline, trials)];
  const more = losses.map((loss, i) => loss - others[i]!);
  const mean = more.reduce((sum, each) => sum + each, 0) / more.length;
  const spread = Math.sqrt(more.reduce((sum, each) => sum + (each - mean) ** 2, 0) / more.length);
  return mean > worse_by + (sure_errors * spread) / Math.sqrt(more.length);
}
