import { fitOrdinalEffects } from '#science/numerics/ordinal-effects.ts';
import type { EffectModel } from './effect-model.ts';
import { outcome_words } from './trials.ts';

/** What is believed of one shopper: how much larger than usual everything turns out on them, in general and in one category. */
export type ShopperEffects = { mean: number; variance: number; category_mean: number; category_variance: number };

/** The shopper's own trials: score before their effects, category code, outcome. */
export type OwnTrials = { scores: Float64Array; categories: Int32Array; outcomes: Uint8Array };

/** Two numbers settle in a few turns. */
const sweeps = 8;

/**
 * Infers a shopper's effects from their own trials alone, the model of products held fixed: microseconds, so each new
 * outcome counts at once, without training.
 */
export function inferShopper(model: EffectModel, { scores, categories, outcomes }: OwnTrials, category: number): ShopperEffects {
  const { shopper_variance, shopper_category_variance, effects } = model;
  if (outcomes.length === 0) return { mean: 0, variance: shopper_variance, category_mean: 0, category_variance: shopper_category_variance };
  const kinds = [...new Set(categories)];
  const index = new Int32Array(outcomes.length);
  const groups = [
    { index, size: 1, variance: shopper_variance, is_learned: false },
    { index: categories.map((code) => kinds.indexOf(code)), size: kinds.length, variance: shopper_category_variance, is_learned: false },
  ];
  const fit = fitOrdinalEffects({ outcomes, levels: outcome_words.length, groups, offsets: scores, cuts: effects.cuts }, sweeps);
  const kind = kinds.indexOf(category);
  return {
    mean: fit.means[0]![0]!,
    variance: fit.variances[0]![0]!,
    category_mean: kind < 0 ? 0 : fit.means[1]![kind]!,
    category_variance: kind < 0 ? shopper_category_variance : fit.variances[1]![kind]!,
  };
}
