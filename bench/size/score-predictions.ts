import type { Prediction } from './prediction.ts';
import type { SizeCase } from './size-case.ts';

export type Judged = { one: SizeCase; prediction: Prediction };
/** Shares of cases, log loss in nats, and the calibration error; null where no case has an answer. */
export type Figures = Record<'top1' | 'accept' | 'within_one' | 'log_loss' | 'ece', number | null>;

/** A size called impossible that is the best after all costs this much and no more. */
const p_min = 1e-4;
const bins_count = 10;

/**
 * Scores predictions against the answers, as the cases' own description says: scores are first divided by their sum;
 * the calibration error takes the most probable size, in ten bins of equal width.
 */
export function scorePredictions(judged: readonly Judged[]): Figures {
  const scored = judged.flatMap((item) => scoreOne(item) ?? []);
  const mean = (pick: (item: Scored) => number) => (scored.length === 0 ? null : sum(scored.map(pick)) / scored.length);
  return {
    top1: mean(({ is_top1 }) => Number(is_top1)),
    accept: mean(({ is_accepted }) => Number(is_accepted)),
    within_one: mean(({ is_within_one }) => Number(is_within_one)),
    log_loss: mean(({ log_loss }) => log_loss),
    ece: scored.length === 0 ? null : calibrationError(scored),
  };
}

type Scored = { is_top1: boolean; is_accepted: boolean; is_within_one: boolean; log_loss: number; top_p: number; is_top_best: boolean };

function scoreOne({ one, prediction }: Judged): Scored | null {
  if (!one.answer) return null;
  const { best_size, acceptable_sizes } = one.answer;
  const size = prediction.recommended_size ?? '';
  const labels = one.product.sizes.map(({ label }) => label);
  const given = labels.map((label) => Math.max(0, prediction.scores[label] ?? 0));
  const total = sum(given) || 1;
  const p = given.map((value) => value / total);
  const top = p.indexOf(Math.max(...p));
  return {
    is_top1: size === best_size,
    is_accepted: acceptable_sizes.includes(size),
    is_within_one: labels.includes(size) && Math.abs(labels.indexOf(size) - labels.indexOf(best_size)) <= 1,
    log_loss: -Math.log(Math.max(p[labels.indexOf(best_size)] ?? 0, p_min)),
    top_p: p[top] ?? 0,
    is_top_best: labels[top] === best_size,
  };
}

function calibrationError(scored: readonly Scored[]): number {
  const gaps = new Float64Array(bins_count);
  for (const { top_p, is_top_best } of scored) {
    gaps[Math.min(bins_count - 1, Math.floor(top_p * bins_count))]! += top_p - Number(is_top_best);
  }
  return sum([...gaps].map(Math.abs)) / scored.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
