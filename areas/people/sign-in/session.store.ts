import type { Ctx } from '#platform/area/context.ts';
import type { PeopleTables } from '../people-tables.ts';

type Session = PeopleTables['people_sessions'];

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();

export async function insertSession(ctx: Ctx, row: Session): Promise<void> {
  await people(ctx).insertInto('people_sessions').values(row).execute();
}

/** A living session with who it belongs to. */
export interface SessionOwner {
  session_id: string;
  person_id: string;
  role: PeopleTables['people_persons']['role'];
  email: string | null;
  last_used_at: string;
}

const living = (ctx: Ctx) =>
  people(ctx)
    .selectFrom('people_sessions as s')
    .innerJoin('people_persons as p', 'p.id', 's.person_id')
    .select(['s.id as session_id', 's.person_id', 'p.role', 'p.email', 's.last_used_at'])
    .where('s.expires_at', '>', ctx.clock.now().toISOString());

export const findSessionBySecret = (ctx: Ctx, secret_hash: Buffer): Promise<SessionOwner | undefined> =>
  living(ctx).where('s.secret_hash', '=', secret_hash).executeTakeFirst();

export const findSessionOwner = (ctx: Ctx, session_id: string): Promise<SessionOwner | undefined> =>
  living(ctx).where('s.id', '=', session_id).executeTakeFirst();

export async function touchSession(
  ctx: Ctx,
  session_id: string,
  change: Partial<Pick<Session, 'last_used_at' | 'expires_at'>>,
): Promise<void> {
  await people(ctx).updateTable('people_sessions').set(change).where('id', '=', session_id).execute();
}

export const listSessionsOf = (ctx: Ctx, person_id: string): Promise<Session[]> =>
  people(ctx)
    .selectFrom('people_sessions')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('expires_at', '>', ctx.clock.now().toISOString())
    .orderBy('last_used_at', 'desc')
    .execute();

/** Ends one session of a person; refresh tokens go with it. Returns false when it is not theirs. */
export async function deleteSession(ctx: Ctx, person_id: string, session_id: string): Promise<boolean> {
  const result = await people(ctx)
    .deleteFrom('people_sessions')
    .where('person_id', '=', person_id)
    .where('id', '=', session_id)
    .executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

export async function deleteEndedSessions(ctx: Ctx): Promise<void> {
  await people(ctx).deleteFrom('people_sessions').where('expires_at', '<', ctx.clock.now().toISOString()).execute();
}

export async function insertRefreshToken(ctx: Ctx, row: PeopleTables['people_refresh_tokens']): Promise<void> {
  await people(ctx).insertInto('people_refresh_tokens').values(row).execute();
}

/** Marks a token used. Of any number of parallel uses exactly one gets the session; the others get undefined. */
export const useRefreshToken = async (tx: Ctx, token_hash: Buffer): Promise<string | undefined> =>
  (
    await people(tx)
      .updateTable('people_refresh_tokens')
      .set({ used_at: tx.clock.now().toISOString() })
      .where('token_hash', '=', token_hash)
      .where('used_at', 'is', null)
      .returning('session_id')
      .executeTakeFirst()
  )?.session_id;

export const findRefreshFamily = (ctx: Ctx, token_hash: Buffer): Promise<{ session_id: string; person_id: string } | undefined> =>
  people(ctx)
    .selectFrom('people_refresh_tokens as t')
    .innerJoin('people_sessions as s', 's.id', 't.session_id')
    .select(['t.session_id', 's.person_id'])
    .where('t.token_hash', '=', token_hash)
    .executeTakeFirst();
