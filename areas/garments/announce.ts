import type { Ctx } from '#platform/area/context.ts';
import { publish } from '#platform/events/publish.ts';
import type { GarmentRow } from './garments-tables.ts';

/** Where open pages of an owner hear how photos get on. */
export const garmentsTopic = (owner_id: string): string => `garments:${owner_id}`;

/** Tells open pages where a garment's photo stands now, when the transaction commits. */
export const tellState = (tx: Ctx, { id, owner_id, photo_state, clean_state }: GarmentRow): Promise<void> =>
  tx.live.tell(tx, garmentsTopic(owner_id), { garment_id: id, photo_state, clean_state });

/** Announces that a photo, or its cut-out, came to its end. */
export async function announceEnd(tx: Ctx, garment: GarmentRow, stage: 'photo' | 'clean'): Promise<void> {
  const state = stage === 'photo' ? garment.photo_state : garment.clean_state;
  if (state !== 'ready' && state !== 'doubtful' && state !== 'failed') throw new Error(`${state} is no end`);
  await publish(tx, 'garment.ready', { garment_id: garment.id, owner_id: garment.owner_id, stage, state });
  await tellState(tx, garment);
}
