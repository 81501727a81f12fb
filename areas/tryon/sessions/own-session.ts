import { lockPersonShared, me } from '#areas/people/index.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { noLook, sessionExpired } from '../errors.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { presentSession } from './present-session.ts';
import { findSession, lockSession } from './session.store.ts';
import { isInLine } from './session-state.ts';

/** Gives a session of who is asking. Missing and somebody else's look alike; of one that is over nobody knows whose it was. */
export async function ownSession(ctx: Ctx, id: string): Promise<SessionRow> {
  const person_id = me(ctx);
  return checkOwn(ctx, person_id, await findSession(ctx, id));
}

/** Works on a session of who is asking while its lock is held, in a transaction of its own. */
export function withOwnSession<T>(ctx: Ctx, id: string, work: (tx: Ctx, session: SessionRow) => Promise<T>): Promise<T> {
  const person_id = me(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockPersonShared(tx, person_id);
    return work(tx, checkOwn(tx, person_id, await lockSession(tx, id)));
  });
}

/** Works on one that has a look. Throws `tryon.no_look`. */
export const withOwnLook = <T>(ctx: Ctx, id: string, work: (tx: Ctx, session: SessionRow) => Promise<T>): Promise<T> =>
  withOwnSession(ctx, id, (tx, session) => {
    if (session.status !== 'completed') throw noLook();
    return work(tx, session);
  });

export const showSession = async (ctx: Ctx, id: string): Promise<TryOnSession> => presentSession(ctx, await ownSession(ctx, id));

/** What is over by the clock is over, whether it was swept yet or not. */
function checkOwn({ clock }: Ctx, person_id: string, row: SessionRow | undefined): SessionRow {
  if (row?.status === 'expired') throw sessionExpired();
  if (!row || row.person_id !== person_id) throw notFound('try-on');
  if (row.saved_at === null && !isInLine(row.status) && row.expires_at <= clock.now().toISOString()) throw sessionExpired();
  return row;
}
