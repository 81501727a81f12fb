import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { OutsideRendererRow, PictureRow, TryonTables } from '../../tryon-tables.ts';

const table = (ctx: Ctx) => ctx.db.withTables<TryonTables>();

/** Lets one transaction at a time decide who may ask outside, and learn of it: limits and budgets go over all renderers. */
export async function lockOutside(tx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('tryon:outside', 0))`.execute(tx.db);
}

export const findOutside = (tx: Ctx, name: string): Promise<OutsideRendererRow | undefined> =>
  table(tx).selectFrom('tryon_outside_renderers').selectAll().where('name', '=', name).executeTakeFirst();

export async function putOutside(tx: Ctx, row: OutsideRendererRow): Promise<void> {
  await table(tx)
    .insertInto('tryon_outside_renderers')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

export async function insertCall(tx: Ctx, row: TryonTables['tryon_outside_calls']): Promise<void> {
  await table(tx).insertInto('tryon_outside_calls').values(row).execute();
}

/** Notes how many pictures a call came to. With none it is off the day's budget, and still counts for the minute; with more than it was counted for, all count. */
export async function noteSpent(tx: Ctx, id: string, pictures: number): Promise<void> {
  await table(tx)
    .updateTable('tryon_outside_calls')
    .set({ is_paid: pictures > 0, calls: sql`greatest(calls, ${pictures})` })
    .where('id', '=', id)
    .execute();
}

/** Counts calls since a time: all that were made, or only the paid ones; of one renderer, of one person, or of all. */
export async function countCalls(tx: Ctx, since: Date, which: { renderer: string } | { person_id: string } | 'paid'): Promise<number> {
  const all = table(tx)
    .selectFrom('tryon_outside_calls')
    .select(sql<number>`coalesce(sum(calls), 0)::int`.as('count'))
    .where('at', '>', since.toISOString());
  const paid = all.where('is_paid', '=', true);
  const query =
    which === 'paid'
      ? paid
      : 'renderer' in which
        ? all.where('renderer', '=', which.renderer)
        : paid.where('person_id', '=', which.person_id);
  return (await query.executeTakeFirstOrThrow()).count;
}

export async function moveCalls(tx: Ctx, from: string, to: string): Promise<void> {
  await table(tx).updateTable('tryon_outside_calls').set({ person_id: to }).where('person_id', '=', from).execute();
}

export const listCallsOf = (ctx: Ctx, person_id: string): Promise<TryonTables['tryon_outside_calls'][]> =>
  table(ctx).selectFrom('tryon_outside_calls').selectAll().where('person_id', '=', person_id).orderBy('id').execute();

export async function deleteCallsBefore(ctx: Ctx, before: Date): Promise<void> {
  await table(ctx).deleteFrom('tryon_outside_calls').where('at', '<', before.toISOString()).execute();
}

/**
 * Finds the newest look of a person that was drawn of the same things and is still there. Once they said that it is poor, what
 * was made until then is not given again: several sessions may show the same picture.
 */
export const findDrawn = (ctx: Ctx, person_id: string, content_key: string): Promise<PictureRow | undefined> =>
  table(ctx)
    .selectFrom('tryon_sessions as s')
    .innerJoin('tryon_pictures as p', 'p.session_id', 's.id')
    .selectAll('p')
    .where('p.kind', '=', 'preview')
    .where('s.person_id', '=', person_id)
    .where('s.content_key', '=', content_key)
    .where('s.status', '=', 'completed')
    .where((is) => is.or([is('s.saved_at', 'is not', null), is('s.expires_at', '>', ctx.clock.now().toISOString())]))
    .where('s.created_at', '>', lastPoor(person_id, content_key))
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Of 5. */
const poor_max = 2;

const lastPoor = (person_id: string, content_key: string) => sql<string>`coalesce(
  (select max(f.given_at) from tryon_feedback f join tryon_sessions o on o.id = f.session_id
    where o.person_id = ${person_id} and o.content_key = ${content_key} and f.accuracy <= ${poor_max}), '-infinity')`;
