import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { signToken } from '#platform/crypto/signed-token.ts';
import { newId } from '#platform/ids/new-id.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { contentOf, folderOf } from './upload-files.ts';
import { deleteUploads, findUpload, insertUpload, listUploadsOf, type UploadRow } from './upload.store.ts';

export { moveUploads } from './upload.store.ts';

/** A phone that lost its network in the evening goes on in the morning; what nobody goes on with is removed. */
const open_ms = 24 * 3_600_000;
export const upload_label = 'platform.upload';

interface Wanted {
  owner_id: string;
  bytes_max: number;
  /** As it was announced; null when it was not. */
  length_bytes: number | null;
}

/** Opens a place for one file, in the caller's transaction; whoever holds its address, given from the root, may fill it until it ends. */
export async function makeUpload(
  tx: Ctx,
  { owner_id, bytes_max, length_bytes }: Wanted,
): Promise<{ upload_id: string; upload_url: string }> {
  const [id, now] = [newId(), tx.clock.now()];
  // Made now, where the owner is known to be there: a piece that comes in later only looks for it.
  await makeDataKey(tx, owner_id);
  const expires_at = new Date(now.getTime() + open_ms);
  await insertUpload(tx, { id, owner_id, bytes_max, length_bytes, created_at: now.toISOString(), expires_at: expires_at.toISOString() });
  return { upload_id: id, upload_url: urlOf(tx, { id, expires_at }) };
}

/** Gives an upload's address again, to whoever lost it; undefined when it is gone. */
export async function findUploadUrl(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await findUpload(ctx, id);
  return row && urlOf(ctx, { id, expires_at: new Date(row.expires_at) });
}

const urlOf = (ctx: Ctx, signed: { id: string; expires_at: Date }): string => `/uploads/${signToken(ctx, upload_label, signed)}`;

/** What came of an upload: its bytes when all are there, else how far it is. */
export type Uploaded =
  | { state: 'gone' }
  | { state: 'unfinished'; offset_bytes: number; length_bytes: number | null }
  | { state: 'complete'; size_bytes: number; content: AsyncIterable<Uint8Array> };

/** Looks at an upload. Its content stays until `forgetUploads`, so that work that broke can be done again. */
export async function readUpload(ctx: Ctx, id: string): Promise<Uploaded> {
  const row = await findUpload(ctx, id);
  if (!row) return { state: 'gone' };
  const { offset_bytes, length_bytes } = row;
  return isComplete(row)
    ? { state: 'complete', size_bytes: offset_bytes, content: contentOf(ctx, row) }
    : { state: 'unfinished', offset_bytes, length_bytes };
}

/** Where no length was announced, whoever says that they are done is believed. */
const isComplete = ({ offset_bytes, length_bytes }: UploadRow): boolean =>
  offset_bytes > 0 && (length_bytes === null || offset_bytes === length_bytes);

/** Removes uploads, half done or whole, in the caller's transaction; their files go after it. Returns how many there were. */
export async function forgetUploads(tx: Ctx, ids: readonly string[]): Promise<number> {
  const gone = await deleteUploads(tx, ids);
  for (const { id, owner_id } of gone) await doomFiles(tx, { prefixes: [folderOf(id)], owner_id });
  return gone.length;
}

/** Removes all uploads of an owner. */
export const forgetUploadsOf = async (tx: Ctx, owner_id: string): Promise<number> =>
  forgetUploads(
    tx,
    (await listUploadsOf(tx, owner_id)).map(({ id }) => id),
  );
