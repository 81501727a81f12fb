import type { FitFeedback } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { deleteTapped, findFeedbackOn } from './fitting.store.ts';
import { myFitting } from './show-fitting.ts';
import { submitOutcome } from './submit-outcome.ts';

interface Overall {
  fitting_id: string;
  size_tried: string;
  overall: FitFeedback['overall'];
}

/** Keeps how a size of the caller's fitting was as a whole; what they said of it in more detail stays. Throws as submitOutcome does. */
export function sayOverall(ctx: Ctx, { fitting_id: session_id, size_tried, overall }: Overall): Promise<unknown> {
  return inTransaction(ctx, async (tx) => {
    const before = await findFeedbackOn(tx, (await myFitting(tx, session_id)).id, size_tried);
    const notes = before?.notes ?? undefined;
    const fit_feedback = { ...before?.fit_feedback, overall };
    return submitOutcome(tx, { session_id, size_tried, fit_feedback, would_keep: before?.would_keep ?? null, notes });
  });
}

/** Takes back what was said with one tap of a size of the caller's fitting; what was told in detail stays. What was counted over all shoppers stays counted, as after a correction. */
export async function takeBackOutcome(ctx: Ctx, { fitting_id, size_tried }: Omit<Overall, 'overall'>): Promise<void> {
  await deleteTapped(ctx, (await myFitting(ctx, fitting_id)).id, size_tried);
}
