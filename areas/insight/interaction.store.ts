import { sql } from 'kysely';
import type { InteractionKind } from '#contract/insight.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';

export interface InteractionRow {
  id: string;
  source: 'told' | 'event' | 'demo';
  person_id: string | null;
  shopper_key: string | null;
  product_id: string;
  kind: InteractionKind;
  size: string | null;
  would_keep: boolean | null;
  reason: string | null;
  context: string | null;
  event_id: string | null;
  at: string;
}
/** What is not said is null. */
export type NewInteraction = Pick<InteractionRow, 'source' | 'product_id' | 'kind' | 'at'> & Partial<InteractionRow>;

const tables = (ctx: Ctx) => ctx.db.withTables<{ insight_interactions: InteractionRow }>();
const unsaid = { person_id: null, shopper_key: null, size: null, would_keep: null, reason: null, context: null, event_id: null };
/** PostgreSQL takes 65535 parameters in a statement. */
const at_once = 1000;

/** Adds to the log what is not in it yet; returns what was added. */
export async function insertInteractions(ctx: Ctx, given: readonly NewInteraction[]): Promise<InteractionRow[]> {
  const added: InteractionRow[] = [];
  for (let from = 0; from < given.length; from += at_once) {
    const rows = given.slice(from, from + at_once).map((one) => ({ ...unsaid, ...one, id: newId() }));
    const inserted = await tables(ctx)
      .insertInto('insight_interactions')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .execute();
    added.push(...inserted);
  }
  return added;
}

/** Counts what people did; invented shoppers are none. */
export async function countInteractions(ctx: Ctx): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('insight_interactions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('source', '<>', 'demo')
    .executeTakeFirstOrThrow();
  return count;
}

/** Gives all that one person did to another, who may have done the same in the same minute. */
export async function moveInteractions(tx: Ctx, from: string, to: string): Promise<void> {
  await sql`
    delete from insight_interactions mine using insight_interactions theirs
    where mine.person_id = ${from} and theirs.person_id = ${to} and mine.source = 'told' and theirs.source = 'told'
      and mine.product_id = theirs.product_id and mine.kind = theirs.kind
      and date_trunc('minute', mine.at at time zone 'UTC') = date_trunc('minute', theirs.at at time zone 'UTC')`.execute(tx.db);
  await tables(tx).updateTable('insight_interactions').set({ person_id: to }).where('person_id', '=', from).execute();
}

/** Lists what a person did, oldest first. */
export const listInteractionsOf = (ctx: Ctx, person_id: string) =>
  tables(ctx)
    .selectFrom('insight_interactions')
    .select(['product_id', 'kind', 'size', 'would_keep', 'reason', 'context', 'at'])
    .where('person_id', '=', person_id)
    .orderBy('at')
    .orderBy('id')
    .execute();

export async function deleteInteractionsOf(tx: Ctx, person_id: string): Promise<number> {
  const { numDeletedRows } = await tables(tx).deleteFrom('insight_interactions').where('person_id', '=', person_id).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Forgets what invented shoppers did. */
export async function deleteInvented(ctx: Ctx): Promise<number> {
  const { numDeletedRows } = await tables(ctx).deleteFrom('insight_interactions').where('source', '=', 'demo').executeTakeFirst();
  return Number(numDeletedRows);
}
