import type { TriedItem } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { kept_ms } from '../photos/photos.ts';
import type { SessionRow } from '../tryon-tables.ts';

type Given = Partial<SessionRow> & { person_id: string; items: TriedItem[] };

/** A row for a session that is still to be made. */
export function newSession({ clock }: Pick<Ctx, 'clock'>, given: Given): SessionRow {
  const now = clock.now();
  const unmade = {
    confidence: null,
    parts: null,
    renderer: null,
    problem: null,
    content_key: null,
    is_drawn_outside: false,
    nudges: null,
    started_at: null,
    ended_at: null,
    saved_at: null,
    expired_at: null,
  };
  return {
    id: newId(),
    photo_id: null,
    wishes: null,
    idempotency_key: null,
    request_hash: null,
    status: 'created',
    stage: 'waiting',
    item_ids: given.items.map(({ id }) => id),
    attempts: 0,
    progress: 0,
    ...unmade,
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + kept_ms).toISOString(),
    ...given,
  };
}
