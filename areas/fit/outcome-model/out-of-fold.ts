import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { EffectLayout } from './effect-layout.ts';
import { type EffectModel, learnEffects, scoreTrial, type TrialScore } from './effect-model.ts';
import { featureNames, trialFeatures, viewTrial } from './trial-features.ts';
import type { TrialColumns, TrialSchema } from './trials.ts';

/** Five parts, each described by what the other four teach. Ten parts cost twice the time and won nothing (rentals). */
const fold_count = 5;

/** Deals trials into parts at random: [count] part of each. */
export function dealFolds(count: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: count }, () => Math.floor(random() * fold_count));
}

export type TrialTable = { layout: EffectLayout; columns: TrialColumns; shoppers: Int32Array };

/**
 * Describes every trial by what the trials of the other parts teach: features [features][count]. A tree that learned from
 * rates in which its own trial is counted would learn to read the answer off them.
 */
export function outOfFoldFeatures(table: TrialTable, folds: Uint8Array, schema: TrialSchema): Float64Array[] {
  const features = featureNames(table.layout, schema).map(() => new Float64Array(folds.length));
  const rowsWhere = (isIn: (row: number) => boolean) => Int32Array.from(folds.keys().filter(isIn));
  for (let fold = 0; fold < fold_count; fold++) {
    const known = rowsWhere((row) => folds[row] !== fold);
    if (known.length === 0) continue;
    const effects = learnEffects(table.layout, table.columns, { shoppers: table.shoppers, rows: known });
    describeTrials(table, { effects, known, asked: rowsWhere((row) => folds[row] === fold) }, features);
  }
  return features;
}

/** Fills the features of the trials asked from effects and from the known trials of the same shoppers. */
export function describeTrials(
  { columns, shoppers }: TrialTable,
  { effects, known, asked }: { effects: EffectModel; known: Int32Array; asked: Int32Array },
  features: readonly Float64Array[],
): void {
  const own = Map.groupBy(known, (row) => shoppers[row]!);
  const scores = new Map<number, TrialScore>();
  const scoreOf = (row: number) => {
    const score = scores.get(row) ?? scoreTrial(effects, columns, row);
    scores.set(row, score);
    return score;
  };
  for (const row of asked) {
    const question = { columns, row, own_rows: own.get(shoppers[row]!) ?? [], scoreOf };
    const told = trialFeatures(effects, viewTrial(effects, question), { columns, row });
    for (let f = 0; f < features.length; f++) features[f]![row] = told[f]!;
  }
}
