import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { isAfter, type ListDue } from '../expiry/due.ts';
import type { PhotoRow, TryonTables } from '../tryon-tables.ts';

const table = (ctx: Ctx) => ctx.db.withTables<TryonTables>();

export async function insertPhoto(tx: Ctx, row: PhotoRow): Promise<void> {
  await table(tx).insertInto('tryon_photos').values(row).execute();
}

export const findPhoto = (ctx: Ctx, id: string): Promise<PhotoRow | undefined> =>
  table(ctx).selectFrom('tryon_photos').selectAll().where('id', '=', id).executeTakeFirst();

/** Locks the row until the transaction ends: whoever keeps, uses and deletes a photo take turns. */
export const lockPhoto = (tx: Ctx, id: string): Promise<PhotoRow | undefined> =>
  table(tx).selectFrom('tryon_photos').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updatePhoto(tx: Ctx, id: string, { garments, joints, ...change }: Partial<PhotoRow>): Promise<void> {
  const json = (value: unknown) => (value === null ? null : sql<never>`${JSON.stringify(value)}::jsonb`);
  await table(tx)
    .updateTable('tryon_photos')
    .set({
      ...change,
      ...(garments === undefined ? {} : { garments: json(garments) }),
      ...(joints === undefined ? {} : { joints: json(joints) }),
    })
    .where('id', '=', id)
    .execute();
}

export const lockPhotosOf = (tx: Ctx, person_id: string): Promise<PhotoRow[]> =>
  table(tx).selectFrom('tryon_photos').selectAll().where('person_id', '=', person_id).orderBy('id').forUpdate().execute();

export const listPhotosOf = (ctx: Ctx, person_id: string): Promise<PhotoRow[]> =>
  table(ctx).selectFrom('tryon_photos').selectAll().where('person_id', '=', person_id).orderBy('id').execute();

export async function movePhotos(tx: Ctx, from: string, to: string): Promise<void> {
  await table(tx).updateTable('tryon_photos').set({ person_id: to }).where('person_id', '=', from).execute();
}

/** Lists photos whose day is over, the longest first, after one that was listed. */
export const listDuePhotos: ListDue = (ctx, { after, limit }) =>
  table(ctx)
    .selectFrom('tryon_photos')
    .select(['id', 'expires_at'])
    .where('expired_at', 'is', null)
    .where('expires_at', '<=', ctx.clock.now().toISOString())
    .where(isAfter(after))
    .orderBy('expires_at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Removes what was kept of photos that were over before a time. Returns how many. */
export async function deletePhotosOver(ctx: Ctx, before: Date): Promise<number> {
  const result = await table(ctx).deleteFrom('tryon_photos').where('expired_at', '<', before.toISOString()).executeTakeFirst();
  return Number(result.numDeletedRows);
}
