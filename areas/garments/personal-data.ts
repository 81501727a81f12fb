import type { PersonalData } from '#platform/area/context.ts';
import { eraseNews } from '#platform/events/erase-news.ts';
import { readSealed } from '#platform/storage/sealed-files.ts';
import { moveUploads } from '#platform/uploads/make-upload.ts';
import { listGarmentsOf, listPictures, lockGarmentsOf, moveGarments } from './garment.store.ts';
import { pictureKey } from './picture-files.ts';
import { extensionOf, picturePath } from './picture-path.ts';
import { removeGarments, removePhotos } from './remove-garments.ts';

/** How photos of garments follow a person, leave with them, and are shown to them. Their keys move and end in `people`. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await lockGarmentsOf(tx, from_person_id);
    await moveGarments(tx, from_person_id, to_person_id);
    await moveUploads(tx, from_person_id, to_person_id);
  },
  export: async (ctx, person_id) => {
    const garments = await listGarmentsOf(ctx, person_id);
    const pictures = await listPictures(
      ctx,
      garments.map(({ id }) => id),
    );
    return { garments, pictures };
  },
  files: async (ctx, person_id) => {
    const ids = (await listGarmentsOf(ctx, person_id)).map(({ id }) => id);
    const pictures = (await listPictures(ctx, ids)).filter(({ kind }) => kind !== 'thumb');
    return pictures.map((one) => ({
      path: picturePath(one.garment_id, one.kind, extensionOf(one)),
      read: (later) => readSealed(later, pictureKey(one)),
    }));
  },
  // They come back with the things in the wardrobe, through `photosIn`.
  restore: { takes: ['garments', 'pictures'], steps: () => [] },
  erase: async (tx, person_id, scope) => {
    const garments = await lockGarmentsOf(tx, person_id);
    const ids = garments.map(({ id }) => id);
    const told = { field: 'owner_id', ids: [person_id] } as const;
    if (scope === 'photos') return (await removePhotos(tx, garments)) + (await eraseNews(tx, 'garment.tagged', told));
    return (await removeGarments(tx, ids)) + (await eraseNews(tx, 'garment.ready', told)) + (await eraseNews(tx, 'garment.tagged', told));
  },
};
