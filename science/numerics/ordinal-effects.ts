import { normalCdf, normalPdf } from './normal-cdf.ts';

/**
 * One family of effects that share a prior: a row touches at most one of them.
 * `index`: Int32Array [rows], which effect, -1 for none. `weight`: Float64Array [rows], 1 where left out.
 * `variance` of the prior N(0, variance); where `is_learned` it is only the start.
 */
export type EffectGroup = { index: Int32Array; weight?: Float64Array | undefined; size: number; variance: number; is_learned: boolean };

/** `outcomes`: [rows], each 0 .. levels - 1, ordered. `offsets`: [rows], what is known of the score beforehand. */
export type OrdinalProblem = {
  outcomes: Uint8Array;
  levels: number;
  groups: readonly EffectGroup[];
  offsets?: Float64Array | undefined;
  /** Fixed cut points; learned where left out. */
  cuts?: Float64Array | undefined;
};

/** `means[g]`, `variances[g]`: posterior of each effect of group g; `prior_variances[g]`; `cuts`: [levels - 1], rising. */
export type OrdinalEffects = { means: Float64Array[]; variances: Float64Array[]; prior_variances: Float64Array; cuts: Float64Array };

/** Prior variances are held for the first sweeps, until the means are worth learning from. */
const held_sweeps = 3;
/** Half a Fisher step: cuts and effects move at once, and a whole one overshoots. */
const cut_step = 0.5;
const variance_min = 1e-4;
const probability_min = 1e-12;

/**
 * Fits an ordered probit with crossed random effects: outcome k when cut[k-1] < s + e < cut[k], s the offset plus the weighted
 * effects that the row touches, e ~ N(0, 1).
 *
 * Method: mean-field variational Bayes with a latent normal for each row, coordinate ascent by group, prior variances by
 * empirical Bayes, cuts by Fisher scoring. Mean-field makes single effects a tenth too timid where one answer is all there is. Complexity O(sweeps x rows x groups). Deterministic.
 * Source: Girolami and Rogers, Neural Computation 18 (2006), ordered as in Albert and Chib, JASA 88 (1993).
 */
export function fitOrdinalEffects(problem: OrdinalProblem, sweeps: number): OrdinalEffects {
  const { outcomes, groups } = problem;
  const fit = startingPoint(problem);
  const scores = problem.offsets ? Float64Array.from(problem.offsets) : new Float64Array(outcomes.length);
  const residuals = new Float64Array(outcomes.length);
  const precisions = groups.map((group) => precisionOf(group));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const steps = expectResiduals(outcomes, scores, fit.cuts, residuals);
    if (!problem.cuts && sweep > 0) moveCuts(fit.cuts, steps);
    groups.forEach((group, g) => {
      const variance = updateGroup(group, precisions[g]!, { fit, g, scores, residuals });
      if (group.is_learned && sweep >= held_sweeps) fit.prior_variances[g] = variance;
    });
  }
  return fit;
}

/** Gives the probability of each level for a score with a normal error: `variance` is that of the score, beside the unit noise. */
export function levelProbabilities(score: number, variance: number, cuts: Float64Array): number[] {
  const spread = Math.sqrt(1 + variance);
  const below = Array.from(cuts, (cut) => normalCdf((cut - score) / spread));
  return [...below, 1].map((upper, level) => upper - (level === 0 ? 0 : below[level - 1]!));
}

function startingPoint({ outcomes, levels, groups, cuts }: OrdinalProblem): OrdinalEffects {
  return {
    means: groups.map(({ size }) => new Float64Array(size)),
    variances: groups.map(({ size, variance }) => new Float64Array(size).fill(variance)),
    prior_variances: Float64Array.from(groups, ({ variance }) => variance),
    cuts: cuts ? Float64Array.from(cuts) : evenCuts(outcomes, levels),
  };
}

/** Cuts one standard deviation apart about the middle: where they start is forgotten in a few sweeps. */
function evenCuts({ length }: Uint8Array, levels: number): Float64Array {
  if (length === 0) throw new RangeError('Cuts cannot be learned from no outcomes.');
  return Float64Array.from({ length: levels - 1 }, (_, k) => k - (levels - 2) / 2);
}

function precisionOf({ index, weight, size }: EffectGroup): Float64Array {
  const precision = new Float64Array(size);
  for (let row = 0; row < index.length; row++) {
    const at = index[row]!;
    if (at >= 0) precision[at]! += weight ? weight[row]! ** 2 : 1;
  }
  return precision;
}

type CutSteps = { slopes: Float64Array; curvatures: Float64Array };

/** Puts E[s + e | outcome] - s into `residuals`, and says how the likelihood moves with each cut. */
function expectResiduals(outcomes: Uint8Array, scores: Float64Array, cuts: Float64Array, residuals: Float64Array): CutSteps {
  const slopes = new Float64Array(cuts.length);
  const curvatures = new Float64Array(cuts.length);
  for (let row = 0; row < outcomes.length; row++) {
    const level = outcomes[row]!;
    const low = level === 0 ? -Infinity : cuts[level - 1]! - scores[row]!;
    const high = level === cuts.length ? Infinity : cuts[level]! - scores[row]!;
    // Mirrored where both lie above, so that far tails keep their digits.
    const mass = Math.max(low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low), probability_min);
    const [at_low, at_high] = [normalPdf(low) / mass, normalPdf(high) / mass];
    residuals[row] = at_low - at_high;
    if (level > 0) addStep(slopes, curvatures, level - 1, -at_low);
    if (level < cuts.length) addStep(slopes, curvatures, level, at_high);
  }
  return { slopes, curvatures };
}

function addStep(slopes: Float64Array, curvatures: Float64Array, cut: number, slope: number): void {
  slopes[cut]! += slope;
  curvatures[cut]! += slope * slope;
}

function moveCuts(cuts: Float64Array, { slopes, curvatures }: CutSteps): void {
  for (let k = 0; k < cuts.length; k++) {
    if (curvatures[k]! > 0) cuts[k]! += (cut_step * slopes[k]!) / curvatures[k]!;
  }
  cuts.sort();
}

type Turn = { fit: OrdinalEffects; g: number; scores: Float64Array; residuals: Float64Array };

/** Updates all effects of one group, whose rows do not overlap; returns the prior variance that they suggest. */
function updateGroup({ index, weight, size }: EffectGroup, precision: Float64Array, { fit, g, scores, residuals }: Turn): number {
  const [means, variances, prior] = [fit.means[g]!, fit.variances[g]!, fit.prior_variances[g]!];
  const moves = new Float64Array(size);
  for (let row = 0; row < index.length; row++) {
    const at = index[row]!;
    if (at >= 0) moves[at]! += (weight ? weight[row]! : 1) * residuals[row]!;
  }
  let squares = 0;
  for (let at = 0; at < size; at++) {
    const total = 1 / prior + precision[at]!;
    const mean = (moves[at]! + precision[at]! * means[at]!) / total;
    moves[at] = mean - means[at]!;
    means[at] = mean;
    variances[at] = 1 / total;
    squares += mean * mean + 1 / total;
  }
  for (let row = 0; row < index.length; row++) {
    const at = index[row]!;
    if (at < 0) continue;
    const move = moves[at]! * (weight ? weight[row]! : 1);
    scores[row]! += move;
    residuals[row]! -= move;
  }
  return size === 0 ? prior : Math.max(variance_min, squares / size);
}
