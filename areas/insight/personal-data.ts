import type { PersonalData } from '#platform/area/context.ts';
import { eraseNews } from '#platform/events/erase-news.ts';
import { deleteInteractionsOf, listInteractionsOf, moveInteractions } from './interaction.store.ts';

/** What a person did with products follows them, is shown to them and leaves with them, the news of it too. */
export const personal_data: PersonalData = {
  merge: moveInteractions,
  export: async (ctx, person_id) => ({ interactions: await listInteractionsOf(ctx, person_id) }),
  erase: async (tx, person_id, scope) => {
    if (scope === 'photos') return 0;
    const rows = await deleteInteractionsOf(tx, person_id);
    return rows + (await eraseNews(tx, 'interaction.recorded', { field: 'person_id', ids: [person_id] }));
  },
};
