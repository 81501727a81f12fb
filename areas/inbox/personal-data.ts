import type { PersonalData } from '#platform/area/context.ts';
import { personal_data as questions } from './did-it-fit/personal-data.ts';
import { personal_data as messages } from './webhooks/personal-data.ts';

/** Questions to a person and messages about them, together. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await questions.merge(tx, from_person_id, to_person_id);
    await messages.merge(tx, from_person_id, to_person_id);
  },
  export: async (ctx, person_id) => ({
    ...((await questions.export(ctx, person_id)) as object),
    ...((await messages.export(ctx, person_id)) as object),
  }),
  erase: async (tx, person_id, scope) => (await questions.erase(tx, person_id, scope)) + (await messages.erase(tx, person_id, scope)),
};
