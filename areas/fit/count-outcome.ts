import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { addOutcome, markCounted } from './size-outcome.store.ts';

const small = new Set(['too_small', 'slightly_small']);
const large = new Set(['too_large', 'slightly_large']);

/** Counts what came of each size, for everybody: listens to fitting.outcome, counts each event once however often it is told. */
export const countOutcomes = subscribe({ event: 'fitting.outcome', name: 'fit.count-outcomes', handle: countOutcome });

async function countOutcome(
  tx: Ctx,
  { product_id, size_tried, recommended_size, fit_feedback, would_keep }: EventPayload<'fitting.outcome'>,
  event_id: string,
): Promise<void> {
  if (!(await markCounted(tx, event_id))) return;
  const { overall } = fit_feedback;
  await addOutcome(tx, {
    product_id,
    size: size_tried,
    kept: Number(would_keep === true),
    kept_unsaid: Number(would_keep === null),
    felt_small: Number(small.has(overall)),
    felt_large: Number(large.has(overall)),
  });
  tx.metrics.size_advice_outcome_total.inc({ match: matchOf({ recommended_size, size_tried, overall }) });
}

type Said = Pick<EventPayload<'fitting.outcome'>, 'recommended_size' | 'size_tried'> & { overall: string };

function matchOf({ recommended_size, size_tried, overall }: Said): string {
  if (recommended_size === null) return 'no_advice';
  if (recommended_size !== size_tried) return 'other_size';
  return overall === 'perfect' ? 'right' : 'wrong';
}
