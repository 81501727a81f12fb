import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { GarmentRow, GarmentsTables, PictureKind, PictureRow } from './garments-tables.ts';

const garments = (ctx: Ctx) => ctx.db.withTables<GarmentsTables>();

export async function insertGarment(tx: Ctx, row: GarmentRow): Promise<void> {
  await garments(tx)
    .insertInto('garments_garments')
    .values({ ...row, doubts: sql`${JSON.stringify(row.doubts)}::jsonb` })
    .execute();
}

export const findGarment = (ctx: Ctx, id: string): Promise<GarmentRow | undefined> =>
  garments(ctx).selectFrom('garments_garments').selectAll().where('id', '=', id).executeTakeFirst();

/** Locks the row until the transaction ends: whoever keeps pictures, and whoever deletes them, take turns. */
export const lockGarment = (tx: Ctx, id: string): Promise<GarmentRow | undefined> =>
  garments(tx).selectFrom('garments_garments').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const listGarments = (ctx: Ctx, ids: readonly string[]): Promise<GarmentRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : garments(ctx).selectFrom('garments_garments').selectAll().where('id', 'in', ids).execute();

/** Locks all of an owner's, in one order, so that two who do so never wait for each other. */
export const lockGarmentsOf = (tx: Ctx, owner_id: string): Promise<GarmentRow[]> =>
  garments(tx).selectFrom('garments_garments').selectAll().where('owner_id', '=', owner_id).orderBy('id').forUpdate().execute();

export const listGarmentsOf = (ctx: Ctx, owner_id: string): Promise<GarmentRow[]> =>
  garments(ctx).selectFrom('garments_garments').selectAll().where('owner_id', '=', owner_id).orderBy('id').execute();

export async function updateGarment(tx: Ctx, id: string, { doubts, ...change }: Partial<GarmentRow>): Promise<void> {
  await garments(tx)
    .updateTable('garments_garments')
    .set({ ...change, ...(doubts ? { doubts: sql`${JSON.stringify(doubts)}::jsonb` } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Counts that a piece of work is begun; undefined when it is done, given up, or another photo's by now. */
export const beginAttempt = (
  ctx: Ctx,
  id: string,
  work: { photo_state: 'processing'; upload_id: string } | { clean_state: 'processing'; photo_id: string },
): Promise<GarmentRow | undefined> => {
  const query = garments(ctx)
    .updateTable('garments_garments')
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', id);
  return (
    'upload_id' in work
      ? query.where('photo_state', '=', 'processing').where('upload_id', '=', work.upload_id)
      : query.where('clean_state', '=', 'processing').where('photo_id', '=', work.photo_id)
  )
    .returningAll()
    .executeTakeFirst();
};

/** Takes back that it was begun: what failed was not the photo's fault. */
export async function excuseAttempt(ctx: Ctx, id: string): Promise<void> {
  await garments(ctx)
    .updateTable('garments_garments')
    .set({ attempts: sql`greatest(attempts - 1, 0)` })
    .where('id', '=', id)
    .execute();
}

/** Lists what has been worked on since before a time: its job was lost. */
export const listStuck = (ctx: Ctx, { before, limit }: { before: Date; limit: number }): Promise<GarmentRow[]> =>
  garments(ctx)
    .selectFrom('garments_garments')
    .selectAll()
    .where('working_since', '<', before.toISOString())
    .orderBy('working_since')
    .limit(limit)
    .execute();

/** Lists those whose photo was to come through an upload that is gone. */
export const listDeserted = async (ctx: Ctx, limit: number): Promise<string[]> =>
  (
    await sql<{ id: string }>`
      select g.id from garments_garments g
      where g.photo_state = 'waiting' and not exists (select from platform_uploads u where u.id = g.upload_id)
      order by g.id limit ${limit}
    `.execute(ctx.db)
  ).rows.map(({ id }) => id);

export const deleteGarments = (tx: Ctx, ids: readonly string[]): Promise<GarmentRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : garments(tx).deleteFrom('garments_garments').where('id', 'in', ids).returningAll().execute();

export async function moveGarments(tx: Ctx, from_owner_id: string, to_owner_id: string): Promise<void> {
  await garments(tx).updateTable('garments_garments').set({ owner_id: to_owner_id }).where('owner_id', '=', from_owner_id).execute();
}

export const listPictures = (ctx: Ctx, garment_ids: readonly string[]): Promise<PictureRow[]> =>
  garment_ids.length === 0
    ? Promise.resolve([])
    : garments(ctx).selectFrom('garments_pictures').selectAll().where('garment_id', 'in', garment_ids).execute();

export const findPicture = (ctx: Ctx, id: string): Promise<PictureRow | undefined> =>
  garments(ctx).selectFrom('garments_pictures').selectAll().where('id', '=', id).executeTakeFirst();

/** Puts a picture in the place of the one of its kind. */
export async function putPicture(tx: Ctx, row: PictureRow): Promise<void> {
  await garments(tx)
    .insertInto('garments_pictures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['garment_id', 'kind']).doUpdateSet(row))
    .execute();
}

/** Removes one picture of a garment. */
export async function deletePictureOf(tx: Ctx, garment_id: string, kind: PictureKind): Promise<void> {
  await garments(tx).deleteFrom('garments_pictures').where('garment_id', '=', garment_id).where('kind', '=', kind).execute();
}

/** Removes pictures of garments and returns how many there were; of one photo, when it is named. */
export async function deletePictures(tx: Ctx, garment_ids: readonly string[], photo_id?: string): Promise<number> {
  if (garment_ids.length === 0) return 0;
  const query = garments(tx).deleteFrom('garments_pictures').where('garment_id', 'in', garment_ids);
  const result = await (photo_id === undefined ? query : query.where('photo_id', '=', photo_id)).executeTakeFirst();
  return Number(result.numDeletedRows);
}
