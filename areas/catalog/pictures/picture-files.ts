import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';

const folderOf = (picture_id: string): string => `catalog/pictures/${picture_id}/`;

/** Where a picture lies as it was handed in, as WebP. */
export const originalKey = (picture_id: string): string => `${folderOf(picture_id)}original.webp`;

/** Where a narrower one made from it lies. */
export const narrowKey = (picture_id: string, width: number): string => `${folderOf(picture_id)}${width}.webp`;

/** Where the picture for passing a link on lies, one for each version of what it says. */
export const shareKey = (picture_id: string, version: string): string => `${folderOf(picture_id)}share-${version}.jpg`;

/** Deletes the files of pictures whose rows are gone. Again and again for a day, should the place be away. */
export const delete_picture_files = job({
  name: 'catalog.delete-picture-files',
  payload: z.object({ picture_ids: z.array(z.uuid()) }),
  retry_limit: 8,
  retry_delay_s: 300,
  run: async (ctx, { picture_ids }) => {
    for (const id of picture_ids) await ctx.storage.deleteAll(folderOf(id), ctx.signal);
  },
});

/** Has the files of pictures deleted once the caller's transaction, which removes their rows, is through. */
export async function forgetPictureFiles(tx: Ctx, picture_ids: readonly string[]): Promise<void> {
  if (picture_ids.length > 0) await enqueue(tx, delete_picture_files, { picture_ids: [...picture_ids] });
}
