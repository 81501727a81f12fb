import type { BoostedTrees } from '#science/numerics/boosted-trees/boosted-trees.ts';
import { binColumns } from '#science/numerics/boosted-trees/bin-columns.ts';
import { type BoostingData, boostClasses } from '#science/numerics/boosted-trees/boost-classes.ts';
import { seededRandom } from '#science/numerics/seeded-random.ts';
import { layOutEffects } from './effect-layout.ts';
import { type EffectModel, learnEffects } from './effect-model.ts';
import { effectTerms } from './effect-terms.ts';
import { dealFolds, outOfFoldFeatures } from './out-of-fold.ts';
import { type ForestShape, tuneShape } from './tune-shape.ts';
import { start_features } from './trial-features.ts';
import { collectWords, fit_outcome, layOutTrials, outcome_words, type Trial, type TrialSchema, type Vocabulary } from './trials.ts';

/** Everything that predicts how a size turns out. Holds products and words, and of shoppers only how much they differ. */
export type OutcomeModel = {
  schema: TrialSchema;
  vocabulary: Vocabulary;
  effects: EffectModel;
  members: BoostedTrees[];
  trial_count: number;
};

/** Two averaged sets of trees, each stopped by a tenth of its own: 0.0005 more area than one, for twice the time (rentals; four give 0.0008). */
const members = 2;
const held_out_share = 0.1;
/** `tuning_rounds`: how many shapes of trees are tried beside the usual one. */
export type TrainingOptions = { seed: number; tuning_rounds?: number | undefined };

/** Learns from trials whose outcome is known; seeded, so the same trials give the same model. Throws RangeError for none. */
export function trainOutcomeModel(
  trials: readonly Trial[],
  schema: TrialSchema,
  { seed, tuning_rounds = 0 }: TrainingOptions,
): OutcomeModel {
  if (trials.length === 0) throw new RangeError('There is nothing to learn from.');
  const vocabulary = collectWords(trials, schema);
  const columns = layOutTrials(trials, schema, vocabulary);
  const layout = layOutEffects(effectTerms(schema), columns, vocabulary);
  const shoppers = shopperCodes(trials);
  const folds = dealFolds(trials.length, seed);
  const features = outOfFoldFeatures({ layout, columns, shoppers }, folds, schema);
  const effects = learnEffects(layout, columns, { shoppers, rows: Int32Array.from(folds.keys()) });
  const boosting = { columns: binColumns(features), starts: startsOf(features), classes_of: columns.outcome };
  const shape = tuneShape((tried) => boostMember(boosting, tried, seed).held_out_loss, { seed, rounds: tuning_rounds });
  const boosted = Array.from({ length: members }, (_, member) => boostMember(boosting, shape, seed + member));
  return { schema, vocabulary, effects, members: boosted, trial_count: trials.length };
}

/** One code for every shopper, in order of first appearance. */
function shopperCodes(trials: readonly Trial[]): Int32Array {
  const codes = new Map<string, number>();
  return Int32Array.from(trials, ({ shopper }) => {
    const code = codes.get(shopper) ?? codes.size;
    codes.set(shopper, code);
    return code;
  });
}

/** The first features of every trial, side by side: [trials x start_features]. */
function startsOf(features: readonly Float64Array[]): Float64Array {
  const starts = new Float64Array(features[0]!.length * start_features);
  for (let i = 0; i < starts.length; i++) starts[i] = features[i % start_features]![Math.floor(i / start_features)]!;
  return starts;
}

function boostMember(data: Pick<BoostingData, 'columns' | 'starts' | 'classes_of'>, shape: ForestShape, seed: number): BoostedTrees {
  const random = seededRandom(seed);
  const held_out = Uint8Array.from(data.classes_of, () => (random() < held_out_share ? 1 : 0));
  return boostClasses({ ...data, classes: outcome_words.length, reference: fit_outcome, held_out }, { ...shape, random });
}
