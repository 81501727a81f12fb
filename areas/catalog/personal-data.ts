import type { PersonalData } from '#platform/area/context.ts';
import { eraseCorrections, listCorrectionsOf, moveCorrections } from './charts/size-chart.store.ts';
import { eraseHandedOver, listHandedOver, moveHandedOver } from './product.store.ts';

/** What catalog holds of a person: which pages they handed over, and which size charts they corrected. */
export const personal_data: PersonalData = {
  merge: async (tx, from, to) => {
    await moveHandedOver(tx, from, to);
    await moveCorrections(tx, from, to);
  },
  export: async (ctx, person_id) => ({
    pages_handed_over: await listHandedOver(ctx, person_id),
    size_chart_corrections: await listCorrectionsOf(ctx, person_id),
  }),
  erase: async (tx, person_id, scope) =>
    scope === 'all' ? (await eraseHandedOver(tx, person_id)) + (await eraseCorrections(tx, person_id)) : 0,
};
