import type { PersonalData } from '#platform/area/context.ts';
import { deleteDeliveriesAbout, listDeliveriesAbout } from './delivery.store.ts';

/** Messages about a person leave with them, sent or not. Nobody acts any more for whoever was merged into an account. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id) => void (await deleteDeliveriesAbout(tx, from_person_id)),
  export: async (ctx, person_id) => ({ webhook_messages: await listDeliveriesAbout(ctx, person_id) }),
  erase: (tx, person_id, scope) => (scope === 'photos' ? Promise.resolve(0) : deleteDeliveriesAbout(tx, person_id)),
};
