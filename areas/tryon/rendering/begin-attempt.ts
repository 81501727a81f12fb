import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { SessionRow, TryonTables } from '../tryon-tables.ts';
import { lockSession, updateSession } from '../sessions/session.store.ts';
import { isInLine, moveSession } from '../sessions/session-state.ts';

/** Claims a session for one more attempt, counted before the work; undefined when it is over, or gone. */
export const beginAttempt = (ctx: Ctx, id: string): Promise<SessionRow | undefined> =>
  inTransaction(ctx, async (tx) => {
    const session = await lockSession(tx, id);
    if (!session || !isInLine(session.status)) return undefined;
    const change = { attempts: session.attempts + 1, started_at: tx.clock.now().toISOString(), progress: 0 };
    if (session.status === 'created') return moveSession(tx, session, { to: 'processing', stage: 'photo', ...change });
    await updateSession(tx, id, change);
    return { ...session, ...change };
  });

/** Notes that somebody else's model has drawn it, before that is kept: whatever happens to it then, it is not paid for again. */
export async function noteDrawnOutside(ctx: Ctx, { id, attempts }: Pick<SessionRow, 'id' | 'attempts'>): Promise<void> {
  await ctx.db
    .withTables<TryonTables>()
    .updateTable('tryon_sessions')
    .set({ is_drawn_outside: true })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('status', '=', 'processing')
    .execute();
}

/** Takes back that it was begun: what failed was nobody's fault here. */
export async function excuseAttempt(ctx: Ctx, { id, attempts }: Pick<SessionRow, 'id' | 'attempts'>): Promise<void> {
  await ctx.db
    .withTables<TryonTables>()
    .updateTable('tryon_sessions')
    .set({ attempts: sql`attempts - 1` })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('status', '=', 'processing')
    .execute();
}
