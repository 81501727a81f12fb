import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

export type OwnedRow = FitTables['fit_owned_garments'];

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

export const listOwned = (ctx: Ctx, profile_id: string): Promise<OwnedRow[]> =>
  fit(ctx)
    .selectFrom('fit_owned_garments')
    .selectAll()
    .where('profile_id', '=', profile_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** The most garments that a profile keeps: more would tell the size model nothing new. */
export const owned_max = 60;

/** Lets one transaction at a time change how many garments a profile has. Held until the transaction ends. */
export async function lockOwned(tx: Ctx, profile_id: string): Promise<void> {
  if (!tx.db.isTransaction) throw new Error('lockOwned must be called inside a transaction');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fit.owned:${profile_id}`}, 0))`.execute(tx.db);
}

/** Gives all garments of one profile to another, which then keeps its newest. */
export async function moveOwned(tx: Ctx, from_profile_id: string, to_profile_id: string): Promise<void> {
  for (const profile_id of [from_profile_id, to_profile_id].toSorted()) await lockOwned(tx, profile_id);
  await fit(tx).updateTable('fit_owned_garments').set({ profile_id: to_profile_id }).where('profile_id', '=', from_profile_id).execute();
  const too_many = (await listOwned(tx, to_profile_id)).slice(owned_max).map(({ id }) => id);
  if (too_many.length > 0) await fit(tx).deleteFrom('fit_owned_garments').where('id', 'in', too_many).execute();
}

export async function insertOwned(ctx: Ctx, row: OwnedRow): Promise<void> {
  await fit(ctx)
    .insertInto('fit_owned_garments')
    .values({ ...row, garment_cm: JSON.stringify(row.garment_cm) as unknown as OwnedRow['garment_cm'] })
    .execute();
}

/** What is undefined stays as it is. Returns the garment as it is now, undefined when the profile has none such. */
export const updateOwned = (
  ctx: Ctx,
  { profile_id, id }: Pick<OwnedRow, 'profile_id' | 'id'>,
  { garment_cm, ...change }: { [K in keyof Omit<OwnedRow, 'id' | 'profile_id' | 'created_at'>]?: OwnedRow[K] | undefined },
): Promise<OwnedRow | undefined> =>
  fit(ctx)
    .updateTable('fit_owned_garments')
    .set({
      ...change,
      ...(garment_cm === undefined ? {} : { garment_cm: JSON.stringify(garment_cm) as unknown as OwnedRow['garment_cm'] }),
      // A change of nothing is none, and still tells how it is.
      id: (eb) => eb.ref('id'),
    })
    .where('profile_id', '=', profile_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();

/** Returns false when the profile has no such garment. */
export async function deleteOwned(ctx: Ctx, profile_id: string, id: string): Promise<boolean> {
  const result = await fit(ctx)
    .deleteFrom('fit_owned_garments')
    .where('profile_id', '=', profile_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}
