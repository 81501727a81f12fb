import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

export type ZoneRow = FitTables['fit_zones'];
export type ZonePlace = Pick<ZoneRow, 'kind' | 'name'>;

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** What a profile set by hand. */
export const listZones = (ctx: Ctx, profile_id: string): Promise<ZoneRow[]> =>
  fit(ctx).selectFrom('fit_zones').selectAll().where('profile_id', '=', profile_id).orderBy('kind').orderBy('name').execute();

/** Setting a zone again replaces it; of two at once the later holds. */
export async function saveZone(ctx: Ctx, { profile_id, kind, name, ...change }: ZoneRow): Promise<void> {
  await fit(ctx)
    .insertInto('fit_zones')
    .values({ profile_id, kind, name, ...change })
    .onConflict((conflict) => conflict.columns(['profile_id', 'kind', 'name']).doUpdateSet(change))
    .execute();
}

/** Forgets a zone; one that was never set is forgotten already. */
export async function deleteZone(ctx: Ctx, profile_id: string, { kind, name }: ZonePlace): Promise<void> {
  await fit(ctx).deleteFrom('fit_zones').where('profile_id', '=', profile_id).where('kind', '=', kind).where('name', '=', name).execute();
}

/** Gives the zones of one profile to another; where both set one, the newer word stays. */
export async function moveZones(tx: Ctx, from_profile_id: string, to_profile_id: string): Promise<void> {
  await sql`
    insert into fit_zones (profile_id, kind, name, low_cm, high_cm, set_at)
    select ${to_profile_id}, kind, name, low_cm, high_cm, set_at from fit_zones where profile_id = ${from_profile_id}
    on conflict (profile_id, kind, name) do update
    set low_cm = excluded.low_cm, high_cm = excluded.high_cm, set_at = excluded.set_at
    where excluded.set_at > fit_zones.set_at
  `.execute(tx.db);
  await fit(tx).deleteFrom('fit_zones').where('profile_id', '=', from_profile_id).execute();
}
