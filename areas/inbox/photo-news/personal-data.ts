import type { PersonalData } from '#platform/area/context.ts';
import { deletePhotoNewsOf, listPhotoNews, movePhotoNews } from './photo-news.store.ts';

/** More than anybody has. */
const all = 10_000;

/** News of photos goes where the photos go. */
export const personal_data: PersonalData = {
  merge: movePhotoNews,
  export: async (ctx, person_id) => ({ photo_news: await listPhotoNews(ctx, person_id, all) }),
  erase: (tx, person_id) => deletePhotoNewsOf(tx, person_id),
};
