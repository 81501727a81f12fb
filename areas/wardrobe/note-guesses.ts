import type { EventPayload } from '#contract/events.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { setGuesses } from './item.store.ts';

/** Keeps what a photo tells beside what its owner says: listens to garment.tagged. A garment that is no wardrobe's is none of ours. */
export const note_guesses = subscribe({
  event: 'garment.tagged',
  name: 'wardrobe.note-guesses',
  handle: (tx: Ctx, { garment_id, guesses }: EventPayload<'garment.tagged'>) => setGuesses(tx, garment_id, guesses),
});
