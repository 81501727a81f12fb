import { takeOffList } from '#areas/wardrobe/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { sessionFolder } from '../tryon-files.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { deleteShare } from '../sharing/share.store.ts';
import { cancelSession } from '../sessions/cancel-session.ts';
import { deletePictures, forgetNotes, lockSession } from '../sessions/session.store.ts';
import { isInLine, moveSession } from '../sessions/session-state.ts';

/** What is left of a session that is over: its id, states, times and which garments. */
const wiped = {
  person_id: null,
  photo_id: null,
  items: null,
  wishes: null,
  idempotency_key: null,
  request_hash: null,
  parts: null,
  confidence: null,
  content_key: null,
  nudges: null,
  saved_at: null,
} as const;

/**
 * Ends a session whose lock is held: its files go first, and only when they are gone all that is personal. Throws what storage
 * throws; then nothing has changed, and it is tried again.
 */
export async function expireSession(tx: Ctx, session: SessionRow, reason: string): Promise<SessionRow> {
  await tx.storage.deleteAll(sessionFolder(session.id), tx.signal);
  return wipeSession(tx, session, reason);
}

/** Wipes a session whose lock is held and whose files are gone, or doomed in the same transaction. */
export async function wipeSession(tx: Ctx, session: SessionRow, reason: string): Promise<SessionRow> {
  const over = isInLine(session.status) ? await cancelSession(tx, session, reason) : session;
  await deleteShare(tx, session.id);
  if (session.person_id !== null) await takeOffList(tx, { person_id: session.person_id, kind: 'look', id: session.id });
  await deletePictures(tx, session.id);
  await forgetNotes(tx, session.id);
  return moveSession(tx, over, { ...wiped, to: 'expired', reason, expired_at: tx.clock.now().toISOString() });
}

/** Ends a session that has had its day, unless somebody keeps it by now. Returns false when there was nothing to do. */
export async function expireIfDue(tx: Ctx, id: string): Promise<boolean> {
  const session = await lockSession(tx, id);
  const is_due = session && session.status !== 'expired' && session.saved_at === null && session.expires_at <= tx.clock.now().toISOString();
  if (!is_due) return false;
  await expireSession(tx, session, 'a day has passed');
  return true;
}
