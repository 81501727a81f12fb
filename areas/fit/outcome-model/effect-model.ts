import { fitOrdinalEffects, type OrdinalEffects } from '#science/numerics/ordinal-effects.ts';
import { effectGroups, type EffectLayout, effectOf, gapOf, slopeValue } from './effect-layout.ts';
import { countRates, type RateCounts } from './rates.ts';
import { outcome_words, type TrialColumns } from './trials.ts';
import { word_columns } from './effect-terms.ts';
import { learnWearerSize, type WearerSize } from './wearer-size.ts';

/** What was learned of products, sizes and bodies; nothing of any shopper but how much shoppers differ. */
export type EffectModel = {
  layout: EffectLayout;
  wearer: WearerSize;
  effects: OrdinalEffects;
  rates: RateCounts;
  /** How much shoppers differ from each other, and one shopper from kind to kind, as prior variances. */
  shopper_variance: number;
  shopper_category_variance: number;
};

/** Sweeps after which held-out loss stands still (measured on rentals: 20 to 40 differ by 0.0001). */
const sweeps = 25;
const shopper_start = { shopper: 0.2, shopper_category: 0.05 };

/** Learns from the trials at `rows`, and from no other. `shoppers`: [count], one code for each shopper. */
export function learnEffects(
  layout: EffectLayout,
  columns: TrialColumns,
  { shoppers, rows }: { shoppers: Int32Array; rows: Int32Array },
): EffectModel {
  const wearer = learnWearerSize(columns, rows);
  const gaps = new Float64Array(columns.count);
  for (const row of rows) gaps[row] = gapOf(wearer, columns, row);
  const groups = effectGroups(layout, columns, { wearer, rows, gaps });
  const own = { index: denseCodes(rows, (row) => shoppers[row]!), variance: shopper_start.shopper };
  const categories = 1 + layout.widths[word_columns.category]!;
  const own_category = {
    index: denseCodes(rows, (row) => shoppers[row]! * categories + columns.words[word_columns.category]![row]!),
    variance: shopper_start.shopper_category,
  };
  const shopper_groups = [own, own_category].map(({ index, variance }) => ({
    index: index.codes,
    size: index.size,
    variance,
    is_learned: true,
  }));
  const outcomes = Uint8Array.from(rows, (row) => columns.outcome[row]!);
  const fit = fitOrdinalEffects({ outcomes, levels: outcome_words.length, groups: [...groups, ...shopper_groups] }, sweeps);
  const [shopper_variance, shopper_category_variance] = fit.prior_variances.slice(groups.length);
  const effects: OrdinalEffects = {
    means: fit.means.slice(0, groups.length),
    variances: fit.variances.slice(0, groups.length),
    prior_variances: fit.prior_variances.slice(0, groups.length),
    cuts: fit.cuts,
  };
  const rates = countRates(columns, rows, { layout, gaps });
  return { layout, wearer, effects, rates, shopper_variance: shopper_variance!, shopper_category_variance: shopper_category_variance! };
}

/** A number for every different key, without gaps. */
function denseCodes(rows: Int32Array, keyOf: (row: number) => number): { codes: Int32Array; size: number } {
  const known = new Map<number, number>();
  const codes = Int32Array.from(rows, (row) => {
    const key = keyOf(row);
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
  return { codes, size: known.size };
}

/** Score of a trial before its shopper's own effects, with the part and the variance of each term. */
export type TrialScore = { gap: number; parts: Float64Array; mean: number; variance: number };

/** Scores a trial: how much too large it should turn out, in units of the noise. */
export function scoreTrial({ layout, wearer, effects }: EffectModel, columns: TrialColumns, row: number): TrialScore {
  const gap = gapOf(wearer, columns, row);
  const parts = new Float64Array(layout.terms.length);
  let [mean, variance] = [0, 0];
  for (let t = 0; t < parts.length; t++) {
    const at = effectOf(layout, t, { columns, row });
    const slope = slopeValue(layout.terms[t]!.slope, wearer, { columns, row, gap });
    parts[t] = at < 0 ? 0 : slope * effects.means[t]![at]!;
    mean += parts[t]!;
    variance += slope * slope * (at < 0 ? effects.prior_variances[t]! : effects.variances[t]![at]!);
  }
  return { gap, parts, mean, variance };
}
