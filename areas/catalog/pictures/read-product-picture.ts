import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/area/context.ts';
import type { PictureRow } from '../boutiques/boutique-tables.ts';
import { originalKey } from './picture-files.ts';
import { listPicturesOf } from './picture.store.ts';

/** Reads the picture that shows a product best, lying flat in a colour where there is one, as it is kept (WebP); undefined when there is none. */
export async function readProductPicture(ctx: Ctx, product_id: string, color: string | null): Promise<Uint8Array | undefined> {
  const row = choosePicture(await listPicturesOf(ctx, product_id), color);
  const found = row && (await ctx.storage.get(originalKey(row.id), ctx.signal));
  return found && buffer(found.content);
}

/** The flat one of the colour; else any of the colour but a part from near; else none, because another colour is another garment. */
function choosePicture(rows: readonly PictureRow[], color: string | null): PictureRow | undefined {
  const fitting = rows.filter((row) => color === null || row.color === null || row.color === color);
  return fitting.find(({ kind }) => kind === 'flat') ?? fitting.find(({ kind }) => kind === 'worn');
}
