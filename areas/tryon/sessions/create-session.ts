import { me } from '#areas/people/index.ts';
import type { TryOnDraft, TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { keyReused } from '../errors.ts';
import { hashOf } from '../photos/take-photo.ts';
import { render_job } from '../rendering/render-job.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { brandOf } from './cancel-session.ts';
import { checkPossible, chooseGarments } from './choose-garments.ts';
import { withPhoto } from './choose-photo.ts';
import { newSession } from './new-session.ts';
import { presentSession } from './present-session.ts';
import { findByKey, insertSession, insertTransition, lockKey } from './session.store.ts';

/**
 * Makes a session of a photo and garments, and has its look made. With a key that was used for the same before it is that
 * session. Throws what stands in its way, naming which garment.
 */
export async function createSession(ctx: Ctx, draft: TryOnDraft, key: string | null): Promise<TryOnSession> {
  const person_id = me(ctx);
  const bytes = draft.photo && new Uint8Array(await draft.photo.arrayBuffer());
  const request_hash = hashOf(JSON.stringify({ ...draft, photo: bytes ? hashOf(bytes) : null }));
  const known = key === null ? undefined : await findByKey(ctx, person_id, key);
  if (known) return showKnown(ctx, known, request_hash);
  const items = await chooseGarments(ctx, draft.items);
  const session = await withPhoto(ctx, { person_id, photo_id: draft.photo_id, bytes, mannequin: draft.mannequin }, async (photo) => {
    checkPossible(photo.verdict, items);
    return inTransaction(ctx, async (tx) => {
      if (key !== null) {
        await lockKey(tx, person_id, key);
        const made = await findByKey(tx, person_id, key);
        if (made) return made;
      }
      const photo_id = await photo.keep(tx);
      const { prefer_clean_item_images, view_options, likeness, mannequin } = draft;
      const may_leave = likeness !== undefined && likeness.is_own_or_agreed && likeness.is_everyone_adult;
      const wishes = { ...(mannequin ? { mannequin } : {}), prefer_clean_item_images, view_options, may_leave };
      return insert(tx, { person_id, photo_id, items, wishes, idempotency_key: key, request_hash });
    });
  });
  return showKnown(ctx, session, request_hash);
}

async function insert(tx: Ctx, wanted: Parameters<typeof newSession>[1]): Promise<SessionRow> {
  const row = newSession(tx, wanted);
  await insertSession(tx, row);
  await insertTransition(tx, { session_id: row.id, from_status: null, to_status: 'created', reason: null, at: row.created_at });
  await enqueue(tx, render_job, { session_id: row.id }, { singleton_key: row.id });
  tx.metrics.tryon_sessions_total.inc({ brand: brandOf(row.items), status: 'created' });
  return row;
}

function showKnown(ctx: Ctx, row: SessionRow, request_hash: string): Promise<TryOnSession> {
  if (row.request_hash !== request_hash) throw keyReused();
  return presentSession(ctx, row);
}
