import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { overallOf } from './outcomes/overall-of.ts';
import { isTryCounted } from './outcomes/outcome.store.ts';
import { addOutcome, markCounted } from './size-outcome.store.ts';

const small = new Set(['too_small', 'slightly_small']);
const large = new Set(['too_large', 'slightly_large']);

/** Counts what came of each size, for everybody: listens to fitting.outcome, counts each event once however often it is told. */
export const countFittings = subscribe({ event: 'fitting.outcome', name: 'fit.count-outcomes', handle: countFitting });

/** The same of purchases: listens to outcome.recorded, and takes back what a correction replaces. */
export const countPurchases = subscribe({ event: 'outcome.recorded', name: 'fit.count-purchases', handle: countPurchase });

async function countFitting(
  tx: Ctx,
  { profile_id, product_id, size_tried: size, recommended_size, fit_feedback, would_keep }: EventPayload<'fitting.outcome'>,
  event_id: string,
): Promise<void> {
  if (!(await markCounted(tx, event_id))) return;
  // Told by the shop too, it is the same try.
  if (await isTryCounted(tx, { profile_id, product_id, size })) return;
  const { overall } = fit_feedback;
  await addOutcome(tx, { product_id, size, ...countsOf(overall, would_keep) });
  tx.metrics.size_advice_outcome_total.inc({ match: matchOf({ recommended_size, size, is_right: overall === 'perfect' }) });
}

async function countPurchase(tx: Ctx, news: EventPayload<'outcome.recorded'>, event_id: string): Promise<void> {
  if (!(await markCounted(tx, event_id))) return;
  const { replaces, size, recommended_size } = news;
  if (replaces?.is_counted) await addPurchase(tx, replaces, -1);
  if (news.is_counted) await addPurchase(tx, news, 1);
  // A counter cannot go back: of each purchase the first word counts.
  if (news.is_counted && replaces === null)
    tx.metrics.size_advice_outcome_total.inc({ match: matchOf({ recommended_size, size, is_right: isRight(news) }) });
}

type Purchase = NonNullable<EventPayload<'outcome.recorded'>['replaces']>;

async function addPurchase(tx: Ctx, purchase: Purchase, sign: 1 | -1): Promise<void> {
  const { product_id, size, outcome } = purchase;
  const { tried, kept, kept_unsaid, felt_small, felt_large } = countsOf(overallOf(purchase), outcome === 'kept');
  await addOutcome(tx, {
    product_id,
    size,
    tried: sign * tried,
    kept: sign * kept,
    kept_unsaid: sign * kept_unsaid,
    felt_small: sign * felt_small,
    felt_large: sign * felt_large,
  });
}

/** `is_kept` null: nobody said. */
const countsOf = (overall: string | undefined, is_kept: boolean | null) => ({
  tried: 1,
  kept: Number(is_kept === true),
  kept_unsaid: Number(is_kept === null),
  felt_small: Number(small.has(overall ?? '')),
  felt_large: Number(large.has(overall ?? '')),
});

/** undefined: it went back, and nobody said that the size was why. */
function isRight(purchase: Purchase): boolean | undefined {
  const overall = overallOf(purchase);
  if (overall !== undefined) return overall === 'perfect';
  return purchase.outcome === 'kept' ? true : undefined;
}

interface Compared {
  recommended_size: string | null;
  size: string;
  is_right: boolean | undefined;
}

function matchOf({ recommended_size, size, is_right }: Compared): string {
  if (recommended_size === null) return 'no_advice';
  if (recommended_size !== size) return 'other_size';
  if (is_right === undefined) return 'unsaid';
  return is_right ? 'right' : 'wrong';
}
