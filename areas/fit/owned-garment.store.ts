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

export async function insertOwned(ctx: Ctx, row: OwnedRow): Promise<void> {
  await fit(ctx)
    .insertInto('fit_owned_garments')
    .values({ ...row, garment_cm: JSON.stringify(row.garment_cm) as unknown as OwnedRow['garment_cm'] })
    .execute();
}

/** Returns false when the profile has no such garment. */
export async function deleteOwned(ctx: Ctx, profile_id: string, id: string): Promise<boolean> {
  const result = await fit(ctx)
    .deleteFrom('fit_owned_garments')
    .where('profile_id', '=', profile_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}
