import type { CleanState, PhotoState } from '#contract/garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { updateGarment } from './garment.store.ts';
import type { GarmentRow } from './garments-tables.ts';

/** Where a photo may go from where it is. A new one may be opened at any time; a new one that never comes leaves the old. */
const photo_ways: Record<PhotoState, readonly PhotoState[]> = {
  none: ['waiting'],
  waiting: ['waiting', 'processing', 'ready', 'none'],
  processing: ['waiting', 'ready', 'failed', 'none'],
  ready: ['waiting', 'none'],
  failed: ['waiting', 'none'],
};

/** A cut-out may be asked for again at any end; a new photo begins anew, whatever was. */
const clean_ways: Record<CleanState, readonly CleanState[]> = {
  none: ['none', 'processing', 'ready'],
  processing: ['none', 'processing', 'ready', 'doubtful', 'failed'],
  ready: ['none', 'processing', 'ready'],
  doubtful: ['none', 'processing', 'ready'],
  failed: ['none', 'processing', 'ready'],
};

/** Changes a garment whose lock is held, and returns it as it is then. Throws where its states do not lead. */
export async function changeGarment(tx: Ctx, garment: GarmentRow, change: Partial<GarmentRow>): Promise<GarmentRow> {
  const next = { ...garment, ...change };
  if (change.photo_state && !photo_ways[garment.photo_state].includes(next.photo_state))
    throw new Error(`a photo does not go from ${garment.photo_state} to ${next.photo_state}`);
  if (change.clean_state && !clean_ways[garment.clean_state].includes(next.clean_state))
    throw new Error(`a cut-out does not go from ${garment.clean_state} to ${next.clean_state}`);
  await updateGarment(tx, garment.id, change);
  return next;
}
