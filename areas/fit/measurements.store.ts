import { bodyMeasurements, type BodyMeasurements } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** The fields of a body, in the contract's order. */
const fields = Object.keys(bodyMeasurements.shape) as (keyof BodyMeasurements)[];

/** What is known of a profile's body; nothing known is an empty object. */
export async function findMeasurements(ctx: Ctx, profile_id: string): Promise<BodyMeasurements> {
  const row = await fit(ctx).selectFrom('fit_measurements').select(fields).where('profile_id', '=', profile_id).executeTakeFirst();
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null));
}

/** Changes only the fields that are given; two changes of different fields at once both hold. */
export async function saveMeasurements(ctx: Ctx, profile_id: string, change: BodyMeasurements): Promise<void> {
  const updated_at = ctx.clock.now().toISOString();
  const nothing = Object.fromEntries(fields.map((field) => [field, null])) as Omit<
    FitTables['fit_measurements'],
    'profile_id' | 'updated_at'
  >;
  await fit(ctx)
    .insertInto('fit_measurements')
    .values({ ...nothing, ...change, profile_id, updated_at })
    .onConflict((conflict) => conflict.column('profile_id').doUpdateSet({ ...change, updated_at }))
    .execute();
}
