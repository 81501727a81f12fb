import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from '../fit-tables.ts';
import type { OutcomeRow } from './outcome.store.ts';

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** Notes that a shopper took back what somebody else told; what they told themselves they may say again. */
export async function noteTakenBack(tx: Ctx, { caller_id, external_id, person_id }: OutcomeRow): Promise<void> {
  if (caller_id === person_id) return;
  await fit(tx)
    .insertInto('fit_taken_back')
    .values({ caller_id, external_id, person_id, taken_back_at: tx.clock.now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Tells which of a caller's ids were taken back by their shoppers. */
export async function listTakenBack(ctx: Ctx, caller_id: string, external_ids: readonly string[]): Promise<Set<string>> {
  const rows = await fit(ctx)
    .selectFrom('fit_taken_back')
    .select('external_id')
    .where('caller_id', '=', caller_id)
    .where('external_id', '=', sql<string>`any(${external_ids})`)
    .execute();
  return new Set(rows.map(({ external_id }) => external_id));
}

/** Gives what one person took back to another. */
export async function moveTakenBack(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  await fit(tx).updateTable('fit_taken_back').set({ person_id: to_person_id }).where('person_id', '=', from_person_id).execute();
}
