import type { Ctx, PersonalData } from '#platform/area/context.ts';
import { eraseNews } from '#platform/events/erase-news.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { readSealed } from '#platform/storage/sealed-files.ts';
import { wipeSession } from './expiry/expire-session.ts';
import { listPhotosOf, lockPhotosOf, movePhotos } from './photos/photo.store.ts';
import { removePhoto } from './photos/remove-photo.ts';
import { listCallsOf, moveCalls } from './renderers/outside/outside.store.ts';
import { deleteShare, listSharesOf } from './sharing/share.store.ts';
import { restore } from './restore/bring-looks.ts';
import { listFeedback, listPictures, listSessionsOf, lockSessionsOf, moveSessions } from './sessions/session.store.ts';
import { photoKey, pictureKey, sessionFolder } from './tryon-files.ts';
import type { PictureRow, SessionRow } from './tryon-tables.ts';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** How photos of a person and the looks made of them follow the person, leave with them, and are shown to them. Their keys move and end in `people`. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await lockPhotosOf(tx, from_person_id);
    await lockSessionsOf(tx, from_person_id);
    await movePhotos(tx, from_person_id, to_person_id);
    await moveSessions(tx, from_person_id, to_person_id);
    await moveCalls(tx, from_person_id, to_person_id);
  },
  export: async (ctx, person_id) => {
    const sessions = await listSessionsOf(ctx, person_id);
    const [pictures, feedback] = [await listPictures(ctx, idsOf(sessions)), await listFeedback(ctx, idsOf(sessions))];
    const outside_calls = await listCallsOf(ctx, person_id);
    return {
      photos: await listPhotosOf(ctx, person_id),
      sessions,
      pictures,
      feedback,
      outside_calls,
      shares: await listSharesOf(ctx, idsOf(sessions)),
    };
  },
  files: async (ctx, person_id) => {
    const photos = (await listPhotosOf(ctx, person_id)).filter(({ state }) => state === 'ready');
    const pictures = await listPictures(ctx, idsOf(await listSessionsOf(ctx, person_id)));
    return [
      ...photos.map(({ id }) => ({ path: `tryon-photos/${id}.jpg`, read: (later: Ctx) => readSealed(later, photoKey(id)) })),
      ...pictures.map((one) => ({ path: pathOf(one), read: (later: Ctx) => readSealed(later, pictureKey(one)) })),
    ];
  },
  restore,
  // Photos first: whoever is just making a session of one holds its lock, and its session is seen after it.
  erase: async (tx, person_id) => {
    let rows = 0;
    for (const photo of await lockPhotosOf(tx, person_id)) rows += await removePhoto(tx, photo, 'erased');
    for (const session of await lockSessionsOf(tx, person_id)) rows += await eraseSession(tx, session);
    return rows + (await eraseNews(tx, 'tryon.completed', { field: 'person_id', ids: [person_id] }));
  },
};

const pathOf = ({ session_id, kind, media_type }: PictureRow): string =>
  `looks/${session_id}/${kind}.${media_type === 'image/jpeg' ? 'jpg' : media_type.replace('image/', '')}`;

/** Kept looks too: all are made of a photo. Its pictures and its link count as rows. */
async function eraseSession(tx: Ctx, session: SessionRow): Promise<number> {
  const pictures = await listPictures(tx, [session.id]);
  const links = await deleteShare(tx, session.id);
  await doomFiles(tx, { prefixes: [sessionFolder(session.id)], owner_id: session.person_id });
  await wipeSession(tx, session, 'erased');
  return 1 + pictures.length + links;
}
