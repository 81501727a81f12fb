import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

type Outcome = FitTables['fit_size_outcomes'];

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** Notes that an event was counted; false when it was counted before. */
export async function markCounted(tx: Ctx, event_id: string): Promise<boolean> {
  const result = await fit(tx)
    .insertInto('fit_counted_events')
    .values({ event_id, counted_at: tx.clock.now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
}

/** Forgets what was counted before a moment. */
export async function forgetCounted(ctx: Ctx, before: Date): Promise<void> {
  await fit(ctx).deleteFrom('fit_counted_events').where('counted_at', '<', before.toISOString()).execute();
}

/** Adds to what is known of a size; what is negative takes back what was added before. */
export async function addOutcome(tx: Ctx, outcome: Outcome): Promise<void> {
  const { product_id, size, tried, kept, kept_unsaid, felt_small, felt_large } = outcome;
  await sql`
    insert into fit_size_outcomes as o (product_id, size, tried, kept, kept_unsaid, felt_small, felt_large)
    values (${product_id}, ${size}, ${tried}, ${kept}, ${kept_unsaid}, ${felt_small}, ${felt_large})
    on conflict (product_id, size) do update set
      tried = o.tried + excluded.tried, kept = o.kept + excluded.kept, kept_unsaid = o.kept_unsaid + excluded.kept_unsaid,
      felt_small = o.felt_small + excluded.felt_small, felt_large = o.felt_large + excluded.felt_large
  `.execute(tx.db);
}

export const findOutcome = (ctx: Ctx, product_id: string, size: string): Promise<FitTables['fit_size_outcomes'] | undefined> =>
  fit(ctx).selectFrom('fit_size_outcomes').selectAll().where('product_id', '=', product_id).where('size', '=', size).executeTakeFirst();
