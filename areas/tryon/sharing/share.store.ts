import type { Ctx } from '#platform/area/context.ts';
import type { ShareRow, TryonTables } from '../tryon-tables.ts';

const table = (ctx: Ctx) => ctx.db.withTables<TryonTables>();

/** A look has one link at a time: another one ends the one before. */
export async function putShare(tx: Ctx, row: ShareRow): Promise<void> {
  await table(tx)
    .insertInto('tryon_shares')
    .values(row)
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute();
}

export const findShare = (ctx: Ctx, token_hash: string): Promise<ShareRow | undefined> =>
  table(ctx).selectFrom('tryon_shares').selectAll().where('token_hash', '=', token_hash).executeTakeFirst();

/** Lists links that have not ended by their own time. */
export const listShares = (ctx: Ctx, session_ids: readonly string[]): Promise<ShareRow[]> =>
  session_ids.length === 0
    ? Promise.resolve([])
    : table(ctx)
        .selectFrom('tryon_shares')
        .selectAll()
        .where('session_id', 'in', session_ids)
        .where('expires_at', '>', ctx.clock.now().toISOString())
        .execute();

/** Lists when links were made and end, also of those that have ended; of their secrets nothing. */
export const listSharesOf = (ctx: Ctx, session_ids: readonly string[]): Promise<Omit<ShareRow, 'token_hash'>[]> =>
  session_ids.length === 0
    ? Promise.resolve([])
    : table(ctx)
        .selectFrom('tryon_shares')
        .select(['session_id', 'created_at', 'expires_at'])
        .where('session_id', 'in', session_ids)
        .orderBy('session_id')
        .execute();

/** Returns how many there were. */
export async function deleteShare(tx: Ctx, session_id: string): Promise<number> {
  const result = await table(tx).deleteFrom('tryon_shares').where('session_id', '=', session_id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Ends the links of all looks that were made of a photo. Returns which. */
export async function deleteSharesOfPhoto(tx: Ctx, photo_id: string): Promise<string[]> {
  const rows = await table(tx)
    .deleteFrom('tryon_shares')
    .where('session_id', 'in', (eb) => eb.selectFrom('tryon_sessions').select('id').where('photo_id', '=', photo_id))
    .returning('session_id')
    .execute();
  return rows.map(({ session_id }) => session_id);
}

/** Removes links that have ended. */
export async function deleteSharesOver(ctx: Ctx): Promise<void> {
  await table(ctx).deleteFrom('tryon_shares').where('expires_at', '<=', ctx.clock.now().toISOString()).execute();
}
