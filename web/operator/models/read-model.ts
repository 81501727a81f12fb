import type { LearnedModel, ModelFigures, ModelVersion } from '#contract/models.ts';

/** The figures of a version that are watched over time. `is_better_low`: which way is good. */
export const watched_figures = [
  { name: 'log_loss', is_better_low: true },
  { name: 'mean_auc', is_better_low: false },
  { name: 'accuracy', is_better_low: false },
  { name: 'ece', is_better_low: true },
  { name: 'drift', is_better_low: true },
] as const;
export type WatchedFigure = (typeof watched_figures)[number]['name'];

/** Finds the version in use; undefined: the built-in priors answer. */
export const versionInUse = ({ versions, promoted_version }: LearnedModel): ModelVersion | undefined =>
  versions.find(({ version }) => version === promoted_version);

/** Finds what "go back" leads to, as the server will: of those that were in use before, the last; undefined: to the priors. */
export function versionBefore(model: LearnedModel): ModelVersion | undefined {
  const present = versionInUse(model);
  const earlier = model.versions.filter(
    ({ state, promoted_at }) => state === 'retired' && promoted_at !== null && timeOf(promoted_at) < timeOf(present?.promoted_at ?? null),
  );
  return earlier.toSorted((a, b) => timeOf(b.promoted_at) - timeOf(a.promoted_at))[0];
}

const timeOf = (at: string | null): number => (at === null ? 0 : Date.parse(at));

/** How a log loss stands against what was in use before, as a share of that: above 0 it is better. */
export const gainOf = ({ log_loss, baseline_log_loss }: ModelFigures): number =>
  baseline_log_loss > 0 ? (baseline_log_loss - log_loss) / baseline_log_loss : 0;

/** Under this share two log losses say the same. */
const same_gain_max = 0.005;
/** Tells which of the two is better, for words. */
export function judgeGain(figures: ModelFigures): 'better' | 'same' | 'worse' {
  const gain = gainOf(figures);
  if (Math.abs(gain) < same_gain_max) return 'same';
  return gain > 0 ? 'better' : 'worse';
}
