import type { FitFeedback } from '#contract/fit.ts';
import type { OutcomeRow } from './outcome.store.ts';

type Said = Pick<OutcomeRow, 'reason' | 'fit_feedback'>;

/** Tells how a purchase felt as a whole, by the feedback, else by the reason of its return; undefined when nobody said. */
export function overallOf({ reason, fit_feedback }: Said): FitFeedback['overall'] | undefined {
  if (fit_feedback) return fit_feedback.overall;
  return reason === 'too_small' || reason === 'too_large' ? reason : undefined;
}
