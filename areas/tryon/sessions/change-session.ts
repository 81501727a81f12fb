import { putAside, takeOffList } from '#areas/wardrobe/index.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { expireSession } from '../expiry/expire-session.ts';
import { kept_ms } from '../photos/photos.ts';
import { cancelSession } from './cancel-session.ts';
import { withOwnLook, withOwnSession } from './own-session.ts';
import { presentSession } from './present-session.ts';
import { putFeedback, updateSession } from './session.store.ts';
import { isInLine } from './session-state.ts';

/** Stops a session that is being made; of one that is over, the pictures go now. Gives it as it is then. */
export async function removeSession(ctx: Ctx, id: string): Promise<TryOnSession> {
  const session = await withOwnSession(ctx, id, async (tx, row) => {
    if (!isInLine(row.status)) return presentSession(tx, await expireSession(tx, row, 'deleted'));
    return presentSession(tx, await cancelSession(tx, row, 'asked for'));
  });
  await deleteDoomedFiles(ctx, { owner_id: ctx.actor.person_id! });
  return session;
}

/** Keeps a look beyond its day; again changes nothing. Throws `tryon.no_look`, `wardrobe.too_many_saved`. */
export const saveLook = (ctx: Ctx, id: string): Promise<TryOnSession> =>
  withOwnLook(ctx, id, async (tx, row) => {
    const saved_at = row.saved_at ?? tx.clock.now().toISOString();
    await putAside(tx, { kind: 'look', id, saved_at });
    await updateSession(tx, id, { saved_at });
    return presentSession(tx, { ...row, saved_at });
  });

/** Keeps a look no longer: it has another day. Throws `tryon.no_look`. */
export const unsaveLook = (ctx: Ctx, id: string): Promise<TryOnSession> =>
  withOwnLook(ctx, id, async (tx, row) => {
    if (row.saved_at === null) return presentSession(tx, row);
    const change = { saved_at: null, expires_at: new Date(tx.clock.now().getTime() + kept_ms).toISOString() };
    await takeOffList(tx, { person_id: row.person_id!, kind: 'look', id });
    await updateSession(tx, id, change);
    return presentSession(tx, { ...row, ...change });
  });

interface Feedback {
  accuracy: number;
  notes?: string | null | undefined;
}

/** Keeps how true somebody finds a look; again replaces it. Throws `tryon.no_look`. */
export const giveFeedback = (ctx: Ctx, id: string, { accuracy, notes }: Feedback): Promise<void> =>
  withOwnLook(ctx, id, (tx) => putFeedback(tx, { session_id: id, accuracy, notes: notes || null, given_at: tx.clock.now().toISOString() }));
