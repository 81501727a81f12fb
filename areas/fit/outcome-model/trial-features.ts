import { levelProbabilities } from '#science/numerics/ordinal-effects.ts';
import type { EffectLayout } from './effect-layout.ts';
import { scoreTrial, type EffectModel, type TrialScore } from './effect-model.ts';
import { isOfProduct, isOfProductSize, isProductLevel, isProductSensitivity, word_columns } from './effect-terms.ts';
import { leaned, ratesOf, type TrialRates } from './rates.ts';
import { inferShopper, type ShopperEffects } from './shopper-effects.ts';
import { fit_outcome, fixed_words, outcome_words, type TrialColumns, type TrialSchema } from './trials.ts';

/** Own trials of a shopper that weigh as much as everybody's, for their rates. */
const weight_of_all = { shopper: 3, shopper_category: 2 };
/** Words that get a column of their own: the commonest come first in the vocabulary's order only by chance, so few are left out. */
const indicators_max = 10;
/** Imagined trials at gap 0 that a product's mean gap leans on. */
const gap_weight = 2;

/** A trial, and the trials of the same shopper that are known, as rows of the same columns; `scoreOf` may remember scores. */
export type TrialQuestion = { columns: TrialColumns; row: number; own_rows: readonly number[]; scoreOf?: (row: number) => TrialScore };

export type TrialView = { score: TrialScore; shopper: ShopperEffects; rates: TrialRates; own: OwnSums };

/** Looks at a trial with all that the effect model and the shopper's own trials say. */
export function viewTrial(model: EffectModel, question: TrialQuestion): TrialView {
  const { columns, row, own_rows } = question;
  const scoreOf = question.scoreOf ?? ((at: number) => scoreTrial(model, columns, at));
  const category = columns.words[word_columns.category]![row]!;
  const shopper = inferShopper(
    model,
    {
      scores: Float64Array.from(own_rows, (own) => scoreOf(own).mean),
      categories: Int32Array.from(own_rows, (own) => columns.words[word_columns.category]![own]!),
      outcomes: Uint8Array.from(own_rows, (own) => columns.outcome[own]!),
    },
    category,
  );
  return {
    score: scoreOf(row),
    shopper,
    rates: ratesOf(model.rates, model.layout, { columns, row }),
    own: sumOwn(columns, own_rows, category),
  };
}

type OwnSums = { count: number; size: number; fit_count: number; fit_size: number; counts: Float64Array; category_counts: Float64Array };

function sumOwn(columns: TrialColumns, own_rows: readonly number[], category: number): OwnSums {
  const own: OwnSums = {
    count: own_rows.length,
    size: 0,
    fit_count: 0,
    fit_size: 0,
    counts: new Float64Array(outcome_words.length),
    category_counts: new Float64Array(outcome_words.length),
  };
  for (const row of own_rows) {
    const outcome = columns.outcome[row]!;
    own.size += columns.size_value[row]!;
    own.counts[outcome]!++;
    if (columns.words[word_columns.category]![row] === category) own.category_counts[outcome]!++;
    if (outcome !== fit_outcome) continue;
    own.fit_count++;
    own.fit_size += columns.size_value[row]!;
  }
  return own;
}

const fixed_features = [
  'effects_small',
  'effects_large',
  'score',
  'score_variance',
  'shopper',
  'shopper_variance',
  'shopper_category',
  'product',
  'product_sensitivity',
  'product_size',
  'product_rest',
  'usual_size',
  'gap',
  'product_small',
  'product_large',
  'size_small',
  'size_large',
  'own_small',
  'own_large',
  'own_category_small',
  'own_category_large',
  'product_count',
  'size_count',
  'own_count',
  'over_own_fitting',
  'over_own',
  'over_fitting_gap',
  'over_usual_gap',
  'over_product_size',
  'size',
  'category_code',
] as const;

/** Names the features, in the order of `trialFeatures`. */
export function featureNames(layout: EffectLayout, schema: TrialSchema): string[] {
  const indicators = [word_columns.category, ...schema.words.map((_, w) => fixed_words.length + w)];
  const names = [...fixed_words, ...schema.words];
  return [
    ...fixed_features,
    ...schema.numbers,
    ...indicators.flatMap((column) =>
      Array.from({ length: indicatorsOf(layout.widths[column]!) }, (_, code) => `${names[column]!}_${code}`),
    ),
  ];
}

const indicatorsOf = (words: number): number => Math.min(indicators_max, words);

/** Turns the view of a trial into numbers for the trees; NaN for what is not known. */
export function trialFeatures(model: EffectModel, view: TrialView, { columns, row }: { columns: TrialColumns; row: number }): Float64Array {
  const size = columns.size_value[row]!;
  const features = [
    ...effectOdds(model, view),
    ...effectFeatures(model, view),
    columns.size_value[row]! - model.wearer.size_scale * view.score.gap,
    view.score.gap,
    ...rateFeatures(view),
    ...distances(model, view, { size, product: columns.words[word_columns.product]![row]! }),
    size,
    columns.words[word_columns.category]![row]!,
    ...columns.numbers.map((column) => column[row]!),
  ];
  const { widths } = model.layout;
  [word_columns.category, ...widths.keys().drop(fixed_words.length)].forEach((column) => {
    const code = columns.words[column]![row]!;
    for (let each = 0; each < indicatorsOf(widths[column]!); each++) features.push(code === each ? 1 : 0);
  });
  return Float64Array.from(features);
}

/** How many of the first features are what the effects alone say: log odds of small and of large against fitting. Trees are boosted upon them. */
export const start_features = 2;
const odds_max = 8;
/** Where one outcome is all that was seen, others are as good as impossible to the effects, and their odds would be none. */
const chance_min = 1e-6;

function effectOdds({ effects }: EffectModel, { score, shopper }: TrialView): number[] {
  const mean = score.mean + shopper.mean + shopper.category_mean;
  const variance = score.variance + shopper.variance + shopper.category_variance;
  const [small, fit, large] = levelProbabilities(mean, variance, effects.cuts).map((chance) => Math.max(chance, chance_min));
  return [small!, large!].map((chance) => Math.max(-odds_max, Math.min(odds_max, Math.log(chance / fit!))));
}

function effectFeatures({ layout }: EffectModel, { score, shopper }: TrialView): number[] {
  const sums = { level: 0, sensitivity: 0, size: 0, rest: 0 };
  layout.terms.forEach((term, t) => {
    if (!isOfProduct(term)) return;
    if (isProductLevel(term)) sums.level += score.parts[t]!;
    if (isProductSensitivity(term)) sums.sensitivity += score.gap === 0 ? 0 : score.parts[t]! / score.gap;
    if (isOfProductSize(term)) sums.size += score.parts[t]!;
    else if (!isProductLevel(term)) sums.rest += score.parts[t]!;
  });
  return [
    score.mean + shopper.mean + shopper.category_mean,
    score.variance + shopper.variance + shopper.category_variance,
    shopper.mean,
    shopper.variance,
    shopper.category_mean,
    sums.level,
    sums.sensitivity,
    sums.size,
    sums.rest,
  ];
}

function rateFeatures({ rates, own }: TrialView): number[] {
  const shopper = leaned(own.counts, 0, { above: rates.above, weight: weight_of_all.shopper });
  const kind = leaned(own.category_counts, 0, { above: shopper.shares, weight: weight_of_all.shopper_category });
  const ends = (shares: readonly number[]) => [shares[0]!, shares[2]!];
  return [
    ...ends(rates.product),
    ...ends(rates.product_size),
    ...ends(shopper.shares),
    ...ends(kind.shares),
    rates.product_count,
    rates.product_size_count,
    own.count,
  ];
}

/** How far this size lies above what fitted before: on this shopper, and of this product on everybody. */
function distances(
  { rates: { sums } }: EffectModel,
  { score, own }: TrialView,
  { size, product }: { size: number; product: number },
): number[] {
  const count = product < 0 ? 0 : sums.count[product]!;
  const fit_count = product < 0 ? 0 : sums.fit_count[product]!;
  return [
    own.fit_count === 0 ? NaN : size - own.fit_size / own.fit_count,
    own.count === 0 ? NaN : size - own.size / own.count,
    fit_count === 0 ? NaN : score.gap - sums.fit_gap[product]! / (fit_count + gap_weight),
    count === 0 ? NaN : score.gap - sums.gap[product]! / (count + gap_weight),
    count === 0 ? NaN : size - sums.size[product]! / count,
  ];
}
