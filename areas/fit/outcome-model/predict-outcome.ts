import { classProbabilities } from '#science/numerics/boosted-trees/boosted-trees.ts';
import { start_features, trialFeatures, viewTrial } from './trial-features.ts';
import type { OutcomeModel } from './train-outcome-model.ts';
import { layOutTrials, outcome_words, type Trial } from './trials.ts';

/** The newest of a shopper's own trials say nearly everything, and each costs time. */
const own_max = 60;

/** Tells how likely a trial turns out small, fitting, large: Float64Array [3]. `own`: the same shopper's trials whose outcome is known, newest first. */
export function predictOutcome(model: OutcomeModel, trial: Trial, own: readonly Trial[]): Float64Array {
  const known = own.slice(0, own_max);
  const columns = layOutTrials([trial, ...known], model.schema, model.vocabulary);
  const own_rows = known.map((_, i) => i + 1);
  const view = viewTrial(model.effects, { columns, row: 0, own_rows });
  const features = trialFeatures(model.effects, view, { columns, row: 0 });
  const start = features.subarray(0, start_features);
  const mean = new Float64Array(outcome_words.length);
  for (const member of model.members) {
    classProbabilities(member, features, start).forEach((probability, k) => {
      mean[k]! += probability / model.members.length;
    });
  }
  return mean;
}
