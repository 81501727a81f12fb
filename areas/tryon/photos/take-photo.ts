import { createHash } from 'node:crypto';
import { uprightPhoto } from '#areas/garments/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import { photoProblem } from '../errors.ts';
import { photoKey } from '../tryon-files.ts';
import type { PhotoRow } from '../tryon-tables.ts';
import type { PhotoVerdict } from './look-at-photo.ts';
import { updatePhoto } from './photo.store.ts';
import { busyOr } from '../tell-busy.ts';

/** The longer side of what is kept: as large as a look is drawn, px. */
const kept_max_px = 1024;

/** A photo that was opened and looked at, and not kept yet. */
export interface SeenPhoto extends PhotoVerdict {
  content: Buffer;
  width: number;
  height: number;
}

/**
 * Opens a photo as it came and looks at it, in a thread. What it throws says that it is none (`garments.*`), or that there is
 * too much to do (`platform.busy`); that nobody can be dressed in it is told in what it returns.
 */
export async function seePhoto(ctx: Ctx, bytes: Uint8Array): Promise<SeenPhoto> {
  const upright = await uprightPhoto(bytes, kept_max_px).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'garments.too_small' ? photoProblem('tryon.photo_too_small') : error;
  });
  const task = {
    module: new URL('look-at-photo.ts', import.meta.url),
    name: 'lookAtPhoto',
    input: { content: upright.content },
    bytes: upright.content.byteLength,
  };
  const verdict = await ctx.workers.run<PhotoVerdict>(task, ctx.signal).catch((error: unknown) => {
    throw busyOr(error);
  });
  return { ...verdict, ...upright };
}

/** Keeps a photo that was seen, in the caller's transaction, which must hold the row's lock: a deletion waits, and finds the file. One of no use is not kept. */
export async function keepSeen(tx: Ctx, row: PhotoRow, seen: SeenPhoto): Promise<PhotoRow> {
  const { problem, garments, joints, width, height } = seen;
  const told = { width, height, problem, garments, upload_id: null };
  if (problem === null) await putSealed(tx, { storage_key: photoKey(row.id), key: await makeDataKey(tx, row.person_id!) }, seen.content);
  const change = { ...told, state: problem === null ? ('ready' as const) : ('refused' as const), joints: problem === null ? joints : null };
  await updatePhoto(tx, row.id, change);
  return { ...row, ...change };
}

/** A name for exactly these bytes. */
export const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
