import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { lockOpenAbout, updateQuestion } from './question.store.ts';

/** Closes the question of whoever said by themselves how it was: listens to fitting.outcome. */
export const note_outcome = subscribe({ event: 'fitting.outcome', name: 'inbox.note-outcome', handle: noteOutcome });

async function noteOutcome(tx: Ctx, { size_tried, fit_feedback, ...about }: EventPayload<'fitting.outcome'>): Promise<void> {
  const closed_at = tx.clock.now().toISOString();
  for (const { id, state } of await lockOpenAbout(tx, about)) {
    const change =
      state === 'planned'
        ? ({ state: 'withdrawn' } as const)
        : ({ state: 'answered', answer: fit_feedback.overall, size: size_tried } as const);
    await updateQuestion(tx, id, { ...change, closed_at });
  }
}
