import { me } from '#areas/people/index.ts';
import type { TriedItem, TryOnDraft, TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { keyReused } from '../errors.ts';
import { kept_ms } from '../photos/photos.ts';
import { hashOf } from '../photos/take-photo.ts';
import { render_job } from '../rendering/render-job.ts';
import type { SessionRow } from '../tryon-tables.ts';
import { brandOf } from './cancel-session.ts';
import { checkPossible, chooseGarments } from './choose-garments.ts';
import { withPhoto } from './choose-photo.ts';
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
  const session = await withPhoto(ctx, { person_id, photo_id: draft.photo_id, bytes }, async (photo) => {
    checkPossible(photo.verdict, items);
    return inTransaction(ctx, async (tx) => {
      if (key !== null) {
        await lockKey(tx, person_id, key);
        const made = await findByKey(tx, person_id, key);
        if (made) return made;
      }
      const photo_id = await photo.keep(tx);
      const { prefer_clean_item_images, view_options, likeness } = draft;
      const may_leave = likeness !== undefined && likeness.is_own_or_agreed && likeness.is_everyone_adult;
      const wishes = { prefer_clean_item_images, view_options, may_leave };
      return insert(tx, { person_id, photo_id, items, wishes, idempotency_key: key, request_hash });
    });
  });
  return showKnown(ctx, session, request_hash);
}

type Wanted = Pick<SessionRow, 'person_id' | 'photo_id' | 'wishes' | 'idempotency_key' | 'request_hash'> & { items: TriedItem[] };

async function insert(tx: Ctx, wanted: Wanted): Promise<SessionRow> {
  const now = tx.clock.now();
  const unmade = {
    confidence: null,
    parts: null,
    renderer: null,
    problem: null,
    content_key: null,
    is_drawn_outside: false,
    started_at: null,
    ended_at: null,
    saved_at: null,
  };
  const row: SessionRow = {
    ...wanted,
    id: newId(),
    status: 'created',
    stage: 'waiting',
    item_ids: wanted.items.map(({ id }) => id),
    attempts: 0,
    progress: 0,
    ...unmade,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + kept_ms).toISOString(),
    expired_at: null,
  };
  await insertSession(tx, row);
  await insertTransition(tx, { session_id: row.id, from_status: null, to_status: 'created', reason: null, at: row.created_at });
  await enqueue(tx, render_job, { session_id: row.id }, { singleton_key: row.id });
  tx.metrics.tryon_sessions_total.inc({ brand: brandOf(wanted.items), status: 'created' });
  return row;
}

function showKnown(ctx: Ctx, row: SessionRow, request_hash: string): Promise<TryOnSession> {
  if (row.request_hash !== request_hash) throw keyReused();
  return presentSession(ctx, row);
}
