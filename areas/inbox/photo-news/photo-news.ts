import type { EventPayload } from '#contract/events.ts';
import type { PhotoNews } from '#contract/inbox.ts';
import { subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { gather, listPhotoNews, type PhotoNewsRow } from './photo-news.store.ts';

/** Fifty photos are one piece of news; those of the next sitting are another. */
const gathered_ms = 3_600_000;
/** More than this nobody reads. */
const shown_max = 10;

/** Notes for the inbox what came of a photo whose background was to go, and which photos came to nothing: listens to garment.ready. */
export const note_photo = subscribe({ event: 'garment.ready', name: 'inbox.note-photo', handle: notePhoto });

async function notePhoto(tx: Ctx, { garment_id, owner_id, stage, state }: EventPayload<'garment.ready'>): Promise<void> {
  // That a photo is there is seen where it was sent from.
  if (stage === 'photo' && state !== 'failed') return;
  const since = new Date(tx.clock.now().getTime() - gathered_ms);
  await gather(tx, owner_id, { item_id: garment_id, outcome: state, since });
}

/** What the wire shows of it, the newest first. */
export const showPhotoNews = async (ctx: Ctx, person_id: string): Promise<PhotoNews[]> =>
  (await listPhotoNews(ctx, person_id, shown_max)).map(show);

const show = ({ id, outcomes, created_at, read_at }: PhotoNewsRow): PhotoNews => ({
  id,
  created_at,
  is_read: read_at !== null,
  photos: Object.entries(outcomes).map(([item_id, outcome]) => ({ item_id, outcome })),
});
