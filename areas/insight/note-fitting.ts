import { findFittingOwner } from '#areas/fit/index.ts';
import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { announce } from './announce.ts';
import { insertInteractions } from './interaction.store.ts';

/** Adds what came of a size to the log: listens to fitting.outcome, each once however often it is told. */
export const note_fitting = subscribe({ event: 'fitting.outcome', name: 'insight.note-fitting', handle: noteFitting });

async function noteFitting(
  tx: Ctx,
  { fitting_id, product_id, size_tried, would_keep }: EventPayload<'fitting.outcome'>,
  event_id: string,
): Promise<void> {
  // Asked now, not told by the news: whoever it was may have signed in or left meanwhile.
  const person_id = await findFittingOwner(tx, fitting_id);
  if (person_id === undefined) return;
  const at = tx.clock.now().toISOString();
  await announce(
    tx,
    await insertInteractions(tx, [{ source: 'event', event_id, person_id, product_id, kind: 'fitting', size: size_tried, would_keep, at }]),
  );
}
