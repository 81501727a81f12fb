import { buffer } from 'node:stream/consumers';
import { photoUnfinished } from '#areas/garments/index.ts';
import { me } from '#areas/people/index.ts';
import { photo_bytes_max } from '#contract/garments.ts';
import type { PersonPhoto } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { uploadEnded } from '#platform/uploads/errors.ts';
import { forgetUploads, makeUpload, readUpload } from '#platform/uploads/make-upload.ts';
import { photoExpired } from '../errors.ts';
import { unshareLooksOf } from '../sharing/share-look.ts';
import type { PhotoRow } from '../tryon-tables.ts';
import { findPhoto, insertPhoto, lockPhoto } from './photo.store.ts';
import { presentPhoto } from './present-photo.ts';
import { removePhoto } from './remove-photo.ts';
import { keepSeen, seePhoto } from './take-photo.ts';

/** A day: long enough to try a wardrobe on, short enough to be forgotten. */
export const kept_ms = 24 * 3_600_000;

/** A row for a photo that is still to come. */
export function newPhoto(ctx: Ctx, person_id: string, upload_id: string | null): PhotoRow {
  const now = ctx.clock.now();
  const unseen = { width: null, height: null, problem: null, garments: null, joints: null, expired_at: null };
  const expires_at = new Date(now.getTime() + kept_ms).toISOString();
  return { id: newId(), person_id, state: 'waiting', upload_id, ...unseen, created_at: now.toISOString(), expires_at };
}

/** Opens a place for a photo of who is asking, and says where it goes. */
export async function addPhoto(ctx: Ctx, image_bytes: number | null): Promise<{ photo: PersonPhoto; upload_url: string }> {
  const person_id = me(ctx);
  return inTransaction(ctx, async (tx) => {
    const { upload_id, upload_url } = await makeUpload(tx, { owner_id: person_id, bytes_max: photo_bytes_max, length_bytes: image_bytes });
    const row = newPhoto(tx, person_id, upload_id);
    await insertPhoto(tx, row);
    return { photo: presentPhoto(tx, row), upload_url };
  });
}

/**
 * Looks at a photo that has arrived, keeps it when somebody can be dressed in it, and says in what. Said again it changes
 * nothing. Throws `garments.*` where the file is none, `upload.ended`, `platform.busy`.
 */
export async function noteUploaded(ctx: Ctx, id: string): Promise<PersonPhoto> {
  const row = await ownPhoto(ctx, id);
  if (row.state !== 'waiting' || row.upload_id === null) return presentPhoto(ctx, row);
  const uploaded = await readUpload(ctx, row.upload_id);
  if (uploaded.state === 'gone') throw uploadEnded();
  if (uploaded.state === 'unfinished') throw photoUnfinished(uploaded.offset_bytes);
  const seen = await seePhoto(ctx, await buffer(uploaded.content));
  const kept = await inTransaction(ctx, async (tx) => {
    const now = await lockPhoto(tx, id);
    if (now?.state !== 'waiting' || now.upload_id === null || now.person_id === null) return now;
    const changed = await keepSeen(tx, now, seen);
    await forgetUploads(tx, [now.upload_id]);
    return changed;
  });
  if (!kept) throw notFound('photo');
  // What came in has all that the camera wrote: it goes now, not within the quarter of an hour.
  await deleteDoomedFiles(ctx, { owner_id: row.person_id! });
  return presentPhoto(ctx, kept);
}

export const showPhoto = async (ctx: Ctx, id: string): Promise<PersonPhoto> => presentPhoto(ctx, await ownPhoto(ctx, id));

/** Deletes a photo now, and stops what is being made of it. Throws `request.not_found`. */
export async function deletePhoto(ctx: Ctx, id: string): Promise<void> {
  const { person_id } = await ownPhoto(ctx, id);
  await inTransaction(ctx, async (tx) => {
    const row = await lockPhoto(tx, id);
    if (!row) return;
    await removePhoto(tx, row, 'photo deleted');
    await unshareLooksOf(tx, id);
  });
  await deleteDoomedFiles(ctx, { owner_id: person_id! });
}

/** Gives a photo of who is asking. Missing and somebody else's look alike; of one that is over nobody knows whose it was. */
export async function ownPhoto(ctx: Ctx, id: string): Promise<PhotoRow> {
  const person_id = me(ctx);
  const row = await findPhoto(ctx, id);
  if (row?.state === 'expired') throw photoExpired();
  if (!row || row.person_id !== person_id) throw notFound('photo');
  if (row.expires_at <= ctx.clock.now().toISOString()) throw photoExpired();
  return row;
}
