import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { isAfter, type ListDue } from '../expiry/due.ts';
import type { PictureRow, SessionRow, TryonTables } from '../tryon-tables.ts';

const table = (ctx: Ctx) => ctx.db.withTables<TryonTables>();
const in_line = ['created', 'processing'] as const;
const json = (value: unknown) => (value === null ? null : sql<never>`${JSON.stringify(value)}::jsonb`);
const jsons = ['items', 'wishes', 'parts', 'renderer', 'nudges'] as const;

const written = (row: Partial<SessionRow>): Partial<SessionRow> => ({
  ...row,
  ...Object.fromEntries(jsons.filter((name) => row[name] !== undefined).map((name) => [name, json(row[name])])),
});

export async function insertSession(tx: Ctx, row: SessionRow): Promise<void> {
  await table(tx)
    .insertInto('tryon_sessions')
    .values(written(row) as SessionRow)
    .execute();
}

export const findSession = (ctx: Ctx, id: string): Promise<SessionRow | undefined> =>
  table(ctx).selectFrom('tryon_sessions').selectAll().where('id', '=', id).executeTakeFirst();

export const findByKey = (ctx: Ctx, person_id: string, key: string): Promise<SessionRow | undefined> =>
  table(ctx)
    .selectFrom('tryon_sessions')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();

/** Lets one transaction at a time make a session by a key. Held until it ends. */
export async function lockKey(tx: Ctx, person_id: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tryon:${person_id}:${key}`}, 0))`.execute(tx.db);
}

/** Locks the row until the transaction ends: each step is taken once. */
export const lockSession = (tx: Ctx, id: string): Promise<SessionRow | undefined> =>
  table(tx).selectFrom('tryon_sessions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updateSession(tx: Ctx, id: string, change: Partial<SessionRow>): Promise<void> {
  await table(tx).updateTable('tryon_sessions').set(written(change)).where('id', '=', id).execute();
}

export async function insertTransition(tx: Ctx, row: TryonTables['tryon_transitions']): Promise<void> {
  await table(tx).insertInto('tryon_transitions').values(row).execute();
}

export const listTransitions = (ctx: Ctx, session_id: string): Promise<TryonTables['tryon_transitions'][]> =>
  table(ctx)
    .selectFrom('tryon_transitions')
    .selectAll()
    .where('session_id', '=', session_id)
    .orderBy('at')
    .orderBy(sql`array_position(array['created','processing','completed','failed','cancelled','expired'], to_status)`)
    .execute();

/** Says how far work is, if it is still that of the attempt. Returns false when it is not: another one has it, or it is over. */
export async function noteProgress(
  ctx: Ctx,
  { id, attempts }: Pick<SessionRow, 'id' | 'attempts'>,
  done: Pick<SessionRow, 'stage' | 'progress'>,
): Promise<boolean> {
  const result = await table(ctx)
    .updateTable('tryon_sessions')
    .set(done)
    .where('id', '=', id)
    .where('status', '=', 'processing')
    .where('attempts', '=', attempts)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Counts the sessions that are made before one; ids sort by time. */
export const countBefore = async (ctx: Ctx, id: string): Promise<number> =>
  (
    await table(ctx)
      .selectFrom('tryon_sessions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('status', 'in', in_line)
      .where('id', '<', id)
      .executeTakeFirstOrThrow()
  ).count;

export const lockSessionsOf = (tx: Ctx, person_id: string): Promise<SessionRow[]> =>
  table(tx).selectFrom('tryon_sessions').selectAll().where('person_id', '=', person_id).orderBy('id').forUpdate().execute();

export const listSessionsOf = (ctx: Ctx, person_id: string): Promise<SessionRow[]> =>
  table(ctx).selectFrom('tryon_sessions').selectAll().where('person_id', '=', person_id).orderBy('id').execute();

/** Of some sessions those that a person keeps as looks. */
export const listSavedOf = (ctx: Ctx, person_id: string, ids: readonly string[]): Promise<SessionRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : table(ctx)
        .selectFrom('tryon_sessions')
        .selectAll()
        .where('person_id', '=', person_id)
        .where('id', 'in', ids)
        .where('saved_at', 'is not', null)
        .execute();

interface Page {
  /** Only those older than this one. */
  before: string | undefined;
  is_saved: boolean | undefined;
  limit: number;
}

/** Lists a person's sessions that are not over by the clock, newest first; ids sort by time. */
export function listPageOf(ctx: Ctx, person_id: string, { before, is_saved, limit }: Page): Promise<SessionRow[]> {
  let query = table(ctx)
    .selectFrom('tryon_sessions')
    .selectAll()
    .where('person_id', '=', person_id)
    .where((eb) =>
      eb.or([eb('saved_at', 'is not', null), eb('status', 'in', in_line), eb('expires_at', '>', ctx.clock.now().toISOString())]),
    );
  if (before !== undefined) query = query.where('id', '<', before);
  if (is_saved !== undefined) query = query.where('saved_at', is_saved ? 'is not' : 'is', null);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** Locks those of a photo that are still being made. */
export const lockInLineOf = (tx: Ctx, photo_id: string): Promise<SessionRow[]> =>
  table(tx)
    .selectFrom('tryon_sessions')
    .selectAll()
    .where('photo_id', '=', photo_id)
    .where('status', 'in', in_line)
    .orderBy('id')
    .forUpdate()
    .execute();

/** A key that both used stays the one of who takes over. */
export async function moveSessions(tx: Ctx, from: string, to: string): Promise<void> {
  await sql`
    update tryon_sessions s set person_id = ${to},
      idempotency_key = case when exists (select from tryon_sessions o where o.person_id = ${to} and o.idempotency_key = s.idempotency_key)
        then null else s.idempotency_key end
    where s.person_id = ${from}
  `.execute(tx.db);
}

/** Lists sessions whose day is over and that nobody keeps, the longest first, after one that was listed. */
export const listDueSessions: ListDue = (ctx, { after, limit }) =>
  table(ctx)
    .selectFrom('tryon_sessions')
    .select(['id', 'expires_at'])
    .where('expired_at', 'is', null)
    .where('saved_at', 'is', null)
    .where('expires_at', '<=', ctx.clock.now().toISOString())
    .where(isAfter(after))
    .orderBy('expires_at')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Lists sessions that wait or are being made since before a time, after one that was listed: their job was lost. */
export function listStuck(
  ctx: Ctx,
  { before, after, limit }: { before: Date; after: string | undefined; limit: number },
): Promise<{ id: string }[]> {
  const query = table(ctx)
    .selectFrom('tryon_sessions')
    .select('id')
    .where('status', 'in', in_line)
    .where(sql<boolean>`coalesce(started_at, created_at) < ${before.toISOString()}`);
  return (after === undefined ? query : query.where('id', '>', after)).orderBy('id').limit(limit).execute();
}

/** Removes what was kept of sessions that were over before a time, for the audit. Returns how many. */
export async function deleteSessionsOver(ctx: Ctx, before: Date): Promise<number> {
  const result = await table(ctx).deleteFrom('tryon_sessions').where('expired_at', '<', before.toISOString()).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function insertPicture(tx: Ctx, row: PictureRow): Promise<void> {
  await table(tx).insertInto('tryon_pictures').values(row).execute();
}

export const listPictures = (ctx: Ctx, session_ids: readonly string[]): Promise<PictureRow[]> =>
  session_ids.length === 0
    ? Promise.resolve([])
    : table(ctx).selectFrom('tryon_pictures').selectAll().where('session_id', 'in', session_ids).orderBy('id').execute();

export const findPicture = (ctx: Ctx, id: string): Promise<PictureRow | undefined> =>
  table(ctx).selectFrom('tryon_pictures').selectAll().where('id', '=', id).executeTakeFirst();

export async function deleteNudged(tx: Ctx, session_id: string): Promise<void> {
  await table(tx).deleteFrom('tryon_pictures').where('session_id', '=', session_id).where('kind', '=', 'nudged').execute();
}

/** Returns how many there were. */
export async function deletePictures(tx: Ctx, session_id: string): Promise<number> {
  const result = await table(tx).deleteFrom('tryon_pictures').where('session_id', '=', session_id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

type FeedbackRow = TryonTables['tryon_feedback'];

export async function putFeedback(tx: Ctx, row: FeedbackRow): Promise<void> {
  await table(tx)
    .insertInto('tryon_feedback')
    .values(row)
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute();
}

export const listFeedback = (ctx: Ctx, session_ids: readonly string[]): Promise<FeedbackRow[]> =>
  session_ids.length === 0
    ? Promise.resolve([])
    : table(ctx).selectFrom('tryon_feedback').selectAll().where('session_id', 'in', session_ids).execute();

/** Forgets the words; how true a look was says nothing of anybody. */
export async function forgetNotes(tx: Ctx, session_id: string): Promise<void> {
  await table(tx).updateTable('tryon_feedback').set({ notes: null }).where('session_id', '=', session_id).execute();
}
