import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';

/** One piece of an upload, as it came in one request. */
export interface UploadPart {
  id: string;
  size_bytes: number;
}

export interface UploadRow {
  id: string;
  owner_id: string;
  /** null: not said yet. */
  length_bytes: number | null;
  bytes_max: number;
  offset_bytes: number;
  parts: UploadPart[];
  created_at: string;
  expires_at: string;
}

const table = (ctx: Ctx) => ctx.db.withTables<{ platform_uploads: UploadRow }>();
const json = (parts: readonly UploadPart[]) => sql<UploadPart[]>`${JSON.stringify(parts)}::jsonb`;

export async function insertUpload(tx: Ctx, row: Omit<UploadRow, 'offset_bytes' | 'parts'>): Promise<void> {
  await table(tx)
    .insertInto('platform_uploads')
    .values({ ...row, offset_bytes: 0, parts: json([]) })
    .execute();
}

/** undefined: it was taken, given up or has ended. */
export const findUpload = (ctx: Ctx, id: string): Promise<UploadRow | undefined> =>
  table(ctx)
    .selectFrom('platform_uploads')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', ctx.clock.now().toISOString())
    .executeTakeFirst();

/** Says how long an upload will be, once. */
export async function setLength(ctx: Ctx, id: string, length_bytes: number): Promise<void> {
  await table(ctx).updateTable('platform_uploads').set({ length_bytes }).where('id', '=', id).where('length_bytes', 'is', null).execute();
}

/**
 * Counts a piece that lies in storage, if the upload still stands where the piece begins. Returns false when it does not:
 * another request was quicker, or the upload is gone; then the piece counts for nothing.
 */
export async function addPart(ctx: Ctx, { id, offset_bytes }: Pick<UploadRow, 'id' | 'offset_bytes'>, part: UploadPart): Promise<boolean> {
  const result = await table(ctx)
    .updateTable('platform_uploads')
    .set({ offset_bytes: offset_bytes + part.size_bytes, parts: sql`parts || ${JSON.stringify([part])}::jsonb` })
    .where('id', '=', id)
    .where('offset_bytes', '=', offset_bytes)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Makes one piece all there is of an upload, and returns the pieces that count no more; undefined when the upload is gone. */
export async function replaceParts(ctx: Ctx, id: string, part: UploadPart): Promise<UploadPart[] | undefined> {
  const { rows } = await sql<{ replaced: UploadPart[] }>`
    with before as (select id, parts from platform_uploads where id = ${id} for update)
    update platform_uploads u set offset_bytes = ${part.size_bytes}, length_bytes = ${part.size_bytes}, parts = ${json([part])}
    from before where u.id = before.id returning before.parts as replaced
  `.execute(ctx.db);
  return rows[0]?.replaced;
}

/** Removes uploads' rows and returns those that were there. */
export const deleteUploads = (tx: Ctx, ids: readonly string[]): Promise<{ id: string; owner_id: string }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : table(tx).deleteFrom('platform_uploads').where('id', 'in', ids).returning(['id', 'owner_id']).execute();

export const listUploadsOf = (ctx: Ctx, owner_id: string): Promise<{ id: string }[]> =>
  table(ctx).selectFrom('platform_uploads').select('id').where('owner_id', '=', owner_id).execute();

export async function moveUploads(tx: Ctx, from_owner_id: string, to_owner_id: string): Promise<void> {
  await table(tx).updateTable('platform_uploads').set({ owner_id: to_owner_id }).where('owner_id', '=', from_owner_id).execute();
}

export const listEnded = (ctx: Ctx, limit: number): Promise<{ id: string }[]> =>
  table(ctx)
    .selectFrom('platform_uploads')
    .select('id')
    .where('expires_at', '<=', ctx.clock.now().toISOString())
    .orderBy('expires_at')
    .limit(limit)
    .execute();

/** Of some ids, those that are uploads, ended ones too. */
export const listKnown = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string }[]> =>
  ids.length === 0 ? Promise.resolve([]) : table(ctx).selectFrom('platform_uploads').select('id').where('id', 'in', ids).execute();
