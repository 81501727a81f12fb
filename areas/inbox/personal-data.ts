import type { PersonalData } from '#platform/area/context.ts';
import { personal_data as questions } from './did-it-fit/personal-data.ts';
import { personal_data as photo_news } from './photo-news/personal-data.ts';
import { personal_data as messages } from './webhooks/personal-data.ts';

/** Questions to a person, news of their photos and messages about them, together. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await questions.merge(tx, from_person_id, to_person_id);
    await photo_news.merge(tx, from_person_id, to_person_id);
    await messages.merge(tx, from_person_id, to_person_id);
  },
  export: async (ctx, person_id) => ({
    ...((await questions.export(ctx, person_id)) as object),
    ...((await photo_news.export(ctx, person_id)) as object),
    ...((await messages.export(ctx, person_id)) as object),
  }),
  erase: async (tx, person_id, scope) =>
    (await questions.erase(tx, person_id, scope)) +
    (await photo_news.erase(tx, person_id, scope)) +
    (await messages.erase(tx, person_id, scope)),
};
