import type { PersonalData } from '#platform/area/context.ts';
import { eraseHandedOver, listHandedOver, moveHandedOver } from './product.store.ts';

/** What catalog holds of a person: which pages they handed over. */
export const personal_data: PersonalData = {
  merge: moveHandedOver,
  export: async (ctx, person_id) => ({ pages_handed_over: await listHandedOver(ctx, person_id) }),
  erase: async (ctx, person_id, scope) => (scope === 'all' ? eraseHandedOver(ctx, person_id) : 0),
};
