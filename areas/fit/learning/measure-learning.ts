import { measureClassification, likeliest, type Classified } from '#science/numerics/classification-figures.ts';
import { normalCdf } from '#science/numerics/normal-cdf.ts';
import { measureReliability } from '#science/numerics/reliability.ts';
import type { ModelFigures } from '#contract/models.ts';
import { predictOutcome } from '../outcome-model/predict-outcome.ts';
import type { OutcomeModel } from '../outcome-model/train-outcome-model.ts';
import { outcome_words } from '../outcome-model/trials.ts';
import type { Room } from '../size-model/predict-room.ts';
import { answer_sd } from './learn-offsets.ts';
import type { LearningTrial } from './to-trial.ts';

const levels = outcome_words.length;

/** Predicts each trial from the model and the shopper's own trials before it: [trials x 3]. */
export function predictTrials(model: OutcomeModel, asked: readonly LearningTrial[], known: readonly LearningTrial[]): Float64Array {
  const newest_first = known.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const own = Map.groupBy(newest_first, ({ shopper }) => shopper);
  return Float64Array.from(asked.flatMap((trial) => [...predictOutcome(model, trial, own.get(trial.shopper) ?? [])]));
}

/** What the size model alone says of the same trials: the room that the body lets expect, and where people draw their lines. */
export function predictByRoom(trials: readonly LearningTrial[]): Float64Array {
  return Float64Array.from(trials.flatMap(({ room }) => chancesOf(room)));
}

function chancesOf({ mean, variance }: Room): number[] {
  const spread = Math.sqrt(variance + answer_sd ** 2);
  const small = normalCdf((-1 - mean) / spread);
  const large = 1 - normalCdf((1 - mean) / spread);
  return [small, 1 - small - large, large];
}

/** Gives the figures of predictions on trials that were held out. */
export function measureLearning(
  probabilities: Float64Array,
  { asked, known, baseline }: { asked: readonly LearningTrial[]; known: readonly LearningTrial[]; baseline: Float64Array },
): ModelFigures {
  const classified = classify(probabilities, asked);
  const figures = measureClassification(classified);
  return {
    trial_count: known.length + asked.length,
    held_out_count: asked.length,
    log_loss: figures.log_loss,
    baseline_log_loss: measureClassification(classify(baseline, asked)).log_loss,
    mean_auc: Number.isFinite(figures.mean_auc) ? figures.mean_auc : null,
    accuracy: figures.accuracy,
    macro_f1: figures.macro_f1,
    ece: figures.ece,
    drift: measureDrift(known, asked),
    reliability: measureReliability(likeliest(classified)),
    by_group: measureGroups(classified, asked),
  };
}

/** No prediction is punished as if it had been certain. */
const chance_min = 1e-6;

/** The log loss of each trial under predictions [trials x 3]. */
export const lossesOf = (probabilities: Float64Array, trials: readonly LearningTrial[]): number[] =>
  trials.map(({ outcome }, row) => -Math.log(Math.max(probabilities[row * levels + outcome]!, chance_min)));

function classify(probabilities: Float64Array, trials: readonly LearningTrial[]): Classified {
  return { probabilities, classes_of: Uint8Array.from(trials, ({ outcome }) => outcome), classes: levels };
}

/**
 * How far the newest trials differ in kind from the ones before: half the sum of differences between shares of outcomes, and
 * of categories, the larger of the two; 0 the same, 1 nothing in common.
 */
export function measureDrift(before: readonly LearningTrial[], now: readonly LearningTrial[]): number {
  const distance = (wordOf: (trial: LearningTrial) => string) => {
    const [one, other] = [before, now].map((trials) => sharesOf(trials.map(wordOf)));
    const words = new Set([...one!.keys(), ...other!.keys()]);
    return [...words].reduce((sum, word) => sum + Math.abs((one!.get(word) ?? 0) - (other!.get(word) ?? 0)), 0) / 2;
  };
  return Math.max(
    distance(({ outcome }) => outcome_words[outcome]!),
    distance(({ category }) => category),
  );
}

function sharesOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1 / words.length);
  return counts;
}

/** Fewer than this say nothing of a group. */
const group_min = 20;

/** For whom it is good: by sizing, and by whether the size tried is one of the smaller, middle or larger. */
function measureGroups({ probabilities, classes_of }: Classified, asked: readonly LearningTrial[]): ModelFigures['by_group'] {
  const bands = sizeBands(asked);
  const groups = Map.groupBy(
    asked.flatMap((trial, row) =>
      [`sizing ${trial.words['sizing'] ?? 'not told'}`, `${bands(trial)} sizes`].map((group) => ({ group, row })),
    ),
    ({ group }) => group,
  );
  return [...groups].flatMap(([group, members]) => {
    if (members.length < group_min) return [];
    const part = {
      probabilities: Float64Array.from(members.flatMap(({ row }) => [...probabilities.subarray(row * levels, (row + 1) * levels)])),
      classes_of: Uint8Array.from(members, ({ row }) => classes_of[row]!),
      classes: levels,
    };
    const { accuracy, log_loss } = measureClassification(part);
    return [{ group, count: members.length, accuracy, log_loss }];
  });
}

function sizeBands(trials: readonly LearningTrial[]): (trial: LearningTrial) => string {
  const sorted = trials.map(({ size_value }) => size_value).toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor(sorted.length / 4)]!, sorted[Math.floor((3 * sorted.length) / 4)]!];
  return ({ size_value }) => (size_value < low ? 'smaller' : size_value > high ? 'larger' : 'middle');
}
