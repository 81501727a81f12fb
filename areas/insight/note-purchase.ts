import { findOutcome } from '#areas/fit/index.ts';
import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { announce } from './announce.ts';
import { insertInteractions } from './interaction.store.ts';

/** Adds what became of a purchase to the log: listens to outcome.recorded, each once however often it is told. */
export const note_purchase = subscribe({ event: 'outcome.recorded', name: 'insight.note-purchase', handle: notePurchase });

async function notePurchase(
  tx: Ctx,
  { outcome_id, product_id, size, outcome, reason, at, replaces }: EventPayload<'outcome.recorded'>,
  event_id: string,
): Promise<void> {
  // A correction of the words alone is nothing that somebody did.
  if (replaces?.outcome === outcome && replaces.product_id === product_id) return;
  // Asked now, not told by the news: whoever it was may have signed in or left meanwhile.
  const owner = await findOutcome(tx, outcome_id);
  if (!owner) return;
  const { person_id } = owner;
  const is_kept = outcome === 'kept';
  const kind = is_kept ? ('purchase' as const) : ('return' as const);
  await announce(
    tx,
    await insertInteractions(tx, [{ source: 'event', event_id, person_id, product_id, kind, size, would_keep: is_kept, reason, at }]),
  );
}
