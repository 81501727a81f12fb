import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/area/context.ts';
import type { PictureRow } from '../boutiques/boutique-tables.ts';
import { originalKey } from './picture-files.ts';
import { listPicturesOf } from './picture.store.ts';

/** Reads the picture that shows a product best, lying flat in a colour where there is one, as it is kept (WebP); undefined when there is none. */
export async function readProductPicture(ctx: Ctx, product_id: string, color: string | null): Promise<Uint8Array | undefined> {
  return read(ctx, choosePicture(await listPicturesOf(ctx, product_id), color));
}

/** Reads the one on which a product lies flat in a colour, as it is kept (WebP); undefined when there is none. */
export async function readFlatPicture(ctx: Ctx, product_id: string, color: string | null): Promise<Uint8Array | undefined> {
  return read(ctx, chooseFlat(await listPicturesOf(ctx, product_id), color));
}

/** Tells whether there is one, without reading it. */
export const hasFlatPicture = async (ctx: Ctx, product_id: string, color: string | null): Promise<boolean> =>
  chooseFlat(await listPicturesOf(ctx, product_id), color) !== undefined;

async function read(ctx: Ctx, row: PictureRow | undefined): Promise<Uint8Array | undefined> {
  const found = row && (await ctx.storage.get(originalKey(row.id), ctx.signal));
  return found && buffer(found.content);
}

/** The flat one of the colour; else any of the colour but a part from near; else none, because another colour is another garment. */
function choosePicture(rows: readonly PictureRow[], color: string | null): PictureRow | undefined {
  return chooseFlat(rows, color) ?? ofColor(rows, color).find(({ kind }) => kind === 'worn');
}

const chooseFlat = (rows: readonly PictureRow[], color: string | null): PictureRow | undefined =>
  ofColor(rows, color).find(({ kind }) => kind === 'flat');

const ofColor = (rows: readonly PictureRow[], color: string | null): PictureRow[] =>
  rows.filter((row) => color === null || row.color === null || row.color === color);
