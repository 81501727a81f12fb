import { randomBytes } from 'node:crypto';
import type { LookShare } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { publicUrl } from '#platform/config/config.ts';
import { notDrawnHere } from '../errors.ts';
import { hashOf } from '../photos/take-photo.ts';
import { brought_back } from '../restore/brought-look.ts';
import { withOwnLook, withOwnSession } from '../sessions/own-session.ts';
import type { ShareRow } from '../tryon-tables.ts';
import { endOf } from './share-end.ts';
import { deleteShare, deleteSharesOfPhoto, putShare } from './share.store.ts';

const day_ms = 24 * 3_600_000;
/** 256 bits: nobody guesses one, however many are tried. */
const secret_bytes = 32;

/**
 * Makes a link by which anybody sees a look for some days; the one before ends. The link itself is told now and never again: only
 * a hash of it is kept. Throws `tryon.no_look`, `tryon.not_drawn_here`.
 */
export const shareLook = (ctx: Ctx, id: string, { days }: { days: number }): Promise<LookShare & { url: string }> =>
  withOwnLook(ctx, id, async (tx, session) => {
    // What came out of a zip may be any picture, and would stand under our name.
    if (session.renderer?.name === brought_back) throw notDrawnHere();
    const secret = randomBytes(secret_bytes).toString('base64url');
    const now = tx.clock.now();
    const share: ShareRow = {
      session_id: id,
      token_hash: hashOf(secret),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + days * day_ms).toISOString(),
    };
    await putShare(tx, share);
    await recordAct(tx, { action: 'tryon.look_shared', subject: `tryon:${id}`, detail: { days } });
    return { url: `${publicUrl(tx.config)}/look/${secret}`, expires_at: endOf(share, session) };
  });

/** Takes a look's link back: it opens nothing any more. Again changes nothing. */
export const unshareLook = (ctx: Ctx, id: string): Promise<void> =>
  withOwnSession(ctx, id, async (tx) => {
    if ((await deleteShare(tx, id)) > 0) await recordEnd(tx, id, 'taken back');
  });

/** Somebody deleted the photo: what was made of it is no longer shown to others. */
export async function unshareLooksOf(tx: Ctx, photo_id: string): Promise<void> {
  for (const id of await deleteSharesOfPhoto(tx, photo_id)) await recordEnd(tx, id, 'photo deleted');
}

const recordEnd = (tx: Ctx, id: string, reason: string): Promise<void> =>
  recordAct(tx, { action: 'tryon.share_ended', subject: `tryon:${id}`, detail: { reason } });
