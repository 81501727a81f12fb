import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from '../fit-tables.ts';

export type OutcomeRow = FitTables['fit_outcomes'];
type Try = Pick<OutcomeRow, 'profile_id' | 'product_id' | 'size'>;

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

/** Lets one bulk of a caller at a time say what became of purchases, so that each sees what the one before said. Held until the transaction ends. */
export async function lockCaller(tx: Ctx, caller_id: string): Promise<void> {
  if (!tx.db.isTransaction) throw new Error('lockCaller must be called inside a transaction');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fit.outcomes:${caller_id}`}, 0))`.execute(tx.db);
}

/** Reads what a caller said before under some of its ids. */
export const listOutcomes = (ctx: Ctx, caller_id: string, external_ids: readonly string[]): Promise<OutcomeRow[]> =>
  fit(ctx)
    .selectFrom('fit_outcomes')
    .selectAll()
    .where('caller_id', '=', caller_id)
    .where('external_id', '=', sql<string>`any(${external_ids})`)
    .execute();

/** Counts what is kept of each of some people; those of whom nothing is are left out. */
export async function countOutcomes(ctx: Ctx, person_ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await fit(ctx)
    .selectFrom('fit_outcomes')
    .select(({ fn }) => ['person_id', fn.countAll<number>().as('count')])
    .where('person_id', '=', sql<string>`any(${person_ids})`)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map(({ person_id, count }) => [person_id, count]));
}

export interface AdviceBefore {
  id: string;
  recommended_size: string | null;
}

/** Finds for each of many purchases the last advice that its wearer had about the product before it; in the order given. */
export async function listAdvicesBefore(
  ctx: Ctx,
  purchases: readonly { profile_id: string; product_id: string; at: string }[],
): Promise<(AdviceBefore | undefined)[]> {
  const { rows } = await sql<AdviceBefore & { place: number }>`
    select p.place::int as place, a.id, a.recommended_size
    from unnest(
      ${purchases.map((one) => one.profile_id)}::uuid[], ${purchases.map((one) => one.product_id)}::uuid[],
      ${purchases.map((one) => one.at)}::timestamptz[]
    ) with ordinality as p (profile_id, product_id, at, place)
    cross join lateral (
      select a.id, a.recommended_size from fit_fittings f join fit_advices a on a.fitting_id = f.id
      where f.profile_id = p.profile_id and f.product_id = p.product_id and a.created_at <= p.at
      order by a.id desc limit 1
    ) a
  `.execute(ctx.db);
  const found = new Map(rows.map((row) => [row.place, row]));
  return purchases.map((_, i) => found.get(i + 1));
}

/** Finds which tries count already: reported under another id, or said in a fitting. */
export async function listCountedTries(ctx: Ctx, tries: readonly (Try & { id: string })[]): Promise<Try[]> {
  const { rows } = await sql<Try>`
    select t.profile_id, t.product_id, t.size
    from unnest(
      ${tries.map((one) => one.id)}::uuid[], ${tries.map((one) => one.profile_id)}::uuid[],
      ${tries.map((one) => one.product_id)}::uuid[], ${tries.map((one) => one.size)}::text[]
    ) as t (id, profile_id, product_id, size)
    where exists (
      select from fit_outcomes o
      where o.profile_id = t.profile_id and o.product_id = t.product_id and o.size = t.size and o.is_counted and o.id <> t.id
    ) or exists (
      select from fit_feedback b join fit_fittings f on f.id = b.fitting_id
      where f.profile_id = t.profile_id and f.product_id = t.product_id and b.size_tried = t.size
    )
  `.execute(ctx.db);
  return rows;
}

/** Tells whether a purchase was reported that counts for a try. */
export async function isTryCounted(ctx: Ctx, { profile_id, product_id, size }: Try): Promise<boolean> {
  const found = await fit(ctx)
    .selectFrom('fit_outcomes')
    .select('id')
    .where('profile_id', '=', profile_id)
    .where('product_id', '=', product_id)
    .where('size', '=', size)
    .where('is_counted', '=', true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Tells whether what became of a purchase is known here: it is the same row, was brought back before, or tells of the same size at the same moment. */
export async function isToldAlready(
  ctx: Ctx,
  { id, person_id, profile_id, product_id, size, at }: Pick<OutcomeRow, 'id' | 'person_id' | 'profile_id' | 'product_id' | 'size' | 'at'>,
): Promise<boolean> {
  const same = sql<boolean>`(id = ${id} or (caller_id = ${person_id} and external_id = ${id})
    or (profile_id = ${profile_id} and product_id = ${product_id} and size = ${size} and at = ${at}))`;
  const found = await fit(ctx)
    .selectFrom('fit_outcomes')
    .select('id')
    .where('person_id', '=', person_id)
    .where(same)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Saves many at once; each must have another external_id. */
export async function saveOutcomes(tx: Ctx, rows: readonly OutcomeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const json = (value: OutcomeRow['fit_feedback']) => (value === null ? null : (JSON.stringify(value) as never));
  await fit(tx)
    .insertInto('fit_outcomes')
    .values(rows.map((row) => ({ ...row, fit_feedback: json(row.fit_feedback) })))
    .onConflict((conflict) =>
      conflict.columns(['caller_id', 'external_id']).doUpdateSet((set) => ({
        person_id: set.ref('excluded.person_id'),
        profile_id: set.ref('excluded.profile_id'),
        product_id: set.ref('excluded.product_id'),
        size: set.ref('excluded.size'),
        outcome: set.ref('excluded.outcome'),
        reason: set.ref('excluded.reason'),
        fit_feedback: set.ref('excluded.fit_feedback'),
        advice_id: set.ref('excluded.advice_id'),
        is_counted: set.ref('excluded.is_counted'),
        at: set.ref('excluded.at'),
        told_at: set.ref('excluded.told_at'),
      })),
    )
    .execute();
}

/** What became of a profile's purchases, newest first. */
export const listOutcomesOfProfile = (ctx: Ctx, profile_id: string, limit: number): Promise<OutcomeRow[]> =>
  fit(ctx).selectFrom('fit_outcomes').selectAll().where('profile_id', '=', profile_id).orderBy('at', 'desc').limit(limit).execute();

/** What became of a person's purchases, in the order in which they were told. */
export const listOutcomesOf = (ctx: Ctx, person_id: string): Promise<OutcomeRow[]> =>
  fit(ctx).selectFrom('fit_outcomes').selectAll().where('person_id', '=', person_id).orderBy('id').execute();

export const findOutcome = (ctx: Ctx, id: string): Promise<OutcomeRow | undefined> =>
  fit(ctx).selectFrom('fit_outcomes').selectAll().where('id', '=', id).executeTakeFirst();

export interface Moved {
  person_id: string;
  profile_id: string;
}

/** Gives what one person told to another, and what was told of their own profile; what both told under one id the other keeps. Returns which rows went. */
export async function moveOutcomes(tx: Ctx, from: Moved, to: Moved): Promise<string[]> {
  const dropped = await sql<{ id: string }>`
    delete from fit_outcomes mine using fit_outcomes theirs
    where mine.caller_id = ${from.person_id} and theirs.caller_id = ${to.person_id} and mine.external_id = theirs.external_id
    returning mine.id
  `.execute(tx.db);
  await sql`
    update fit_outcomes set person_id = ${to.person_id},
      caller_id = case caller_id when ${from.person_id}::uuid then ${to.person_id}::uuid else caller_id end,
      profile_id = case profile_id when ${from.profile_id}::uuid then ${to.profile_id}::uuid else profile_id end
    where person_id = ${from.person_id}
  `.execute(tx.db);
  return dropped.rows.map(({ id }) => id);
}

/** Forgets what became of a person's purchases; returns which rows went. */
export async function deleteOutcomesOf(tx: Ctx, person_id: string): Promise<string[]> {
  const deleted = await fit(tx).deleteFrom('fit_outcomes').where('person_id', '=', person_id).returning('id').execute();
  return deleted.map(({ id }) => id);
}

/** Deletes what was told of a purchase of a profile, and gives it; undefined: there is no such thing. */
export const deleteOutcome = (tx: Ctx, { profile_id, id }: { profile_id: string; id: string }): Promise<OutcomeRow | undefined> =>
  fit(tx).deleteFrom('fit_outcomes').where('id', '=', id).where('profile_id', '=', profile_id).returningAll().executeTakeFirst();
