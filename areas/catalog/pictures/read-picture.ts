import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/area/context.ts';
import { FileAnswer } from '#platform/area/area.ts';
import { notFound } from '#platform/errors/app-error.ts';
import type { PictureRow } from '../boutiques/boutique-tables.ts';
import { narrowKey, originalKey } from './picture-files.ts';
import { findPicture } from './picture.store.ts';
import { narrow } from './resize.ts';

/** All who ask for one picture at a time share one making; afterwards it comes from storage. */
const shared_s = 5;

/** Gives a picture in a width, made at the first ask and kept. Throws `request.not_found`. */
export async function readPicture(ctx: Ctx, { id, width }: { id: string; width: number }): Promise<FileAnswer> {
  const row = await findPicture(ctx, id);
  if (!row) throw notFound('picture');
  const content = row.width <= width ? await read(ctx, originalKey(id)) : await findOrMake(ctx, row, width);
  if (!content) throw notFound('picture');
  return new FileAnswer(`"${id}-${width}"`, content);
}

async function findOrMake(ctx: Ctx, { id }: PictureRow, width: number): Promise<Uint8Array | undefined> {
  const key = narrowKey(id, width);
  return (await read(ctx, key)) ?? ctx.memory.getOrMake(key, shared_s, () => make(ctx, id, width));
}

async function make(ctx: Ctx, id: string, width: number): Promise<Uint8Array | undefined> {
  const original = await read(ctx, originalKey(id));
  if (!original) return undefined;
  const content = await narrow(original, width);
  await ctx.storage.put(narrowKey(id, width), content);
  // Removed meanwhile: whoever removed it did not see this file.
  if (await findPicture(ctx, id)) return content;
  await ctx.storage.delete(narrowKey(id, width));
  return undefined;
}

async function read(ctx: Ctx, key: string): Promise<Uint8Array | undefined> {
  const found = await ctx.storage.get(key);
  return found && buffer(found.content);
}
