import { lockPersonShared } from '#areas/people/index.ts';
import type { MannequinName } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { photoExpired, photoNotReady, photoProblem } from '../errors.ts';
import { insertPhoto, lockPhoto } from '../photos/photo.store.ts';
import { newPhoto, ownPhoto } from '../photos/photos.ts';
import { removePhoto } from '../photos/remove-photo.ts';
import { keepSeen, seePhoto } from '../photos/take-photo.ts';
import type { PhotoRow } from '../tryon-tables.ts';

export interface ChosenPhoto {
  verdict: Pick<PhotoRow, 'garments'>;
  /** Makes sure, in the transaction that makes the session, that the photo is still there. */
  keep: (tx: Ctx) => Promise<string | null>;
}

interface Given {
  person_id: string;
  photo_id: string | undefined;
  bytes: Uint8Array | undefined;
  mannequin: MannequinName | undefined;
}

/** Runs work with a photo of who is asking, or none where a mannequin stands in: one that is there, or one that came along, which goes again when the work does not keep it. */
export async function withPhoto<T>(
  ctx: Ctx,
  { person_id, photo_id, bytes, mannequin }: Given,
  work: (photo: ChosenPhoto) => Promise<T>,
): Promise<T> {
  if (mannequin) {
    if (bytes || photo_id !== undefined) throw oneOnly();
    // It stands as it should for everything.
    return work({ verdict: { garments: null }, keep: () => Promise.resolve(null) });
  }
  if (bytes) return withSent(ctx, { person_id, bytes }, work);
  if (photo_id === undefined) throw photoMissing();
  const row = await ownPhoto(ctx, photo_id);
  if (row.state !== 'ready') throw photoNotReady(row.problem);
  const keep = async (tx: Ctx): Promise<string> => (await lockOwn(tx, photo_id, person_id)).id;
  return work({ verdict: row, keep });
}

/**
 * Its row is there before anybody looks at it: whoever deletes their photos meanwhile deletes this one too, and the file of one
 * whose session came to nothing, or whose process ended, is found.
 */
async function withSent<T>(
  ctx: Ctx,
  { person_id, bytes }: { person_id: string; bytes: Uint8Array },
  work: (photo: ChosenPhoto) => Promise<T>,
): Promise<T> {
  const { id } = await inTransaction(ctx, async (tx) => {
    const row = newPhoto(tx, person_id, null);
    await insertPhoto(tx, row);
    return row;
  });
  try {
    const seen = await seePhoto(ctx, bytes);
    if (seen.problem !== null) throw photoProblem(seen.problem, 'photo');
    const keep = async (tx: Ctx): Promise<string> => (await keepSeen(tx, await lockOwn(tx, id, person_id), seen)).id;
    return await work({ verdict: seen, keep });
  } finally {
    await removeUnkept(ctx, { id, person_id }).catch((error: unknown) =>
      ctx.log.warn({ err: error, photo_id: id }, 'a photo that made no session could not be deleted; it will be within a day'),
    );
  }
}

async function lockOwn(tx: Ctx, id: string, person_id: string): Promise<PhotoRow> {
  // The session that is made of it hangs on the person.
  await lockPersonShared(tx, person_id);
  const now = await lockPhoto(tx, id);
  if (now?.state === 'expired') throw photoExpired();
  if (!now || now.person_id !== person_id) throw notFound('photo');
  return now;
}

async function removeUnkept(ctx: Ctx, { id, person_id }: { id: string; person_id: string }): Promise<void> {
  const is_removed = await inTransaction(ctx, async (tx) => {
    const row = await lockPhoto(tx, id);
    return row?.state === 'waiting' && (await removePhoto(tx, row, 'no session')) > 0;
  });
  if (is_removed) await deleteDoomedFiles(ctx, { owner_id: person_id });
}

const oneOnly = (): AppError =>
  new AppError('request.invalid', {
    message: 'Choose one: a photo of yours, or a mannequin.',
    fields: { mannequin: 'not with a photo' },
  });

const photoMissing = (): AppError =>
  new AppError('request.invalid', {
    message: 'Name a photo of yours, send one in the form field photo, or name a mannequin.',
    fields: { photo_id: 'missing' },
  });
