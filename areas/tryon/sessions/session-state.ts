import type { TryOnState } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { insertTransition, updateSession } from './session.store.ts';

/** Where a session may go from where it is; each step at most once. */
export const ways: Record<TryOnState, readonly TryOnState[]> = {
  created: ['processing', 'failed', 'cancelled'],
  processing: ['completed', 'failed', 'cancelled'],
  completed: ['expired'],
  failed: ['expired'],
  cancelled: ['expired'],
  expired: [],
};

export const isInLine = (status: TryOnState): boolean => status === 'created' || status === 'processing';

/** Where open pages hear how a session gets on. */
export const sessionTopic = (id: string): string => `tryon:${id}`;

/**
 * Takes a session whose lock is held a step on: the change, its line in the audit and the news of it are one. Returns it as it
 * is then. Throws where its state does not lead.
 */
export async function moveSession(
  tx: Ctx,
  session: SessionRow,
  { to, reason = null, ...change }: { to: TryOnState; reason?: string | null } & Partial<Omit<SessionRow, 'status'>>,
): Promise<SessionRow> {
  if (!ways[session.status].includes(to)) throw new Error(`a try-on does not go from ${session.status} to ${to}`);
  const at = tx.clock.now().toISOString();
  const ended = isInLine(to) || to === 'expired' ? {} : { ended_at: at, stage: 'done' as const };
  const next = { ...ended, ...change, status: to };
  await updateSession(tx, session.id, next);
  await insertTransition(tx, { session_id: session.id, from_status: session.status, to_status: to, reason, at });
  await tx.live.tell(tx, sessionTopic(session.id), { session_id: session.id, status: to });
  return { ...session, ...next };
}
