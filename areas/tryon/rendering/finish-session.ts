import type { TryOnProblem } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { newId } from '#platform/ids/new-id.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import type { PictureFile, RenderedLook } from '../renderers/renderer.ts';
import { brandOf } from '../sessions/cancel-session.ts';
import { insertPicture, lockSession } from '../sessions/session.store.ts';
import { moveSession } from '../sessions/session-state.ts';
import { pictureKey, sessionFolder } from '../tryon-files.ts';
import type { LookPicture, SessionRow } from '../tryon-tables.ts';
import type { DrawnLook } from './render-by.ts';

type Mine = Pick<SessionRow, 'id' | 'attempts'>;

/**
 * Keeps a look that was drawn, if its session still waits for this attempt. The files are written under names of this attempt
 * while the row is locked: a deletion waits, and takes them along; work that is cut off in between leaves a session that still
 * waits, and the next attempt deletes what lies there.
 */
export const keepLook = (ctx: Ctx, mine: Mine, { look, renderer }: DrawnLook): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const session = await lockMine(tx, mine);
    if (!session) return;
    await keepFiles(tx, session, look);
    const { confidence, parts, content_key = null } = look;
    const done = await moveSession(tx, session, { to: 'completed', progress: 1, confidence, parts, renderer, content_key });
    await announce(tx, done);
  });

/** Says that nothing came of a session, and why. */
export const failSession = (ctx: Ctx, mine: Mine, problem: TryOnProblem): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const session = await lockMine(tx, mine);
    if (!session) return;
    await moveSession(tx, session, { to: 'failed', problem, reason: problem });
    await doomFiles(tx, { prefixes: [sessionFolder(session.id)], owner_id: session.person_id });
    measure(tx, session, 'failed');
  });

async function keepFiles(tx: Ctx, { id: session_id, attempts: attempt, person_id }: SessionRow, { preview, layers }: RenderedLook) {
  const key = await makeDataKey(tx, person_id!);
  const files: [LookPicture, PictureFile][] = [
    ['preview', preview],
    ...(layers ? (['person', 'garment', 'shading'] as const).map((kind): [LookPicture, PictureFile] => [kind, layers[kind]]) : []),
  ];
  for (const [kind, { content, media_type, width, height }] of files) {
    const row = { id: newId(), session_id, attempt, kind, media_type, width, height, size_bytes: content.byteLength };
    await putSealed(tx, { storage_key: pictureKey(row), key }, content);
    await insertPicture(tx, row);
  }
  const others = Array.from({ length: attempt - 1 }, (_, i) => `${sessionFolder(session_id)}${i + 1}/`);
  await doomFiles(tx, { prefixes: others, owner_id: person_id });
}

async function announce(tx: Ctx, session: SessionRow): Promise<void> {
  const { id: session_id, person_id, item_ids, items, renderer, confidence } = session;
  const product_ids = [...new Set((items ?? []).flatMap(({ product_id }) => product_id ?? []))];
  const news = { session_id, person_id: person_id!, item_ids, product_ids, renderer: renderer!.name, confidence: confidence! };
  await publish(tx, 'tryon.completed', news);
  measure(tx, session, 'completed');
}

function measure({ metrics, clock }: Ctx, { items, created_at }: SessionRow, status: 'completed' | 'failed'): void {
  metrics.tryon_sessions_total.inc({ brand: brandOf(items), status });
  metrics.tryon_session_duration_seconds.observe((clock.now().getTime() - Date.parse(created_at)) / 1000);
}

/** undefined: deleted, over, or another attempt's by now; then nothing of this work may be kept. */
async function lockMine(tx: Ctx, { id, attempts }: Mine): Promise<SessionRow | undefined> {
  const session = await lockSession(tx, id);
  return session?.status === 'processing' && session.attempts === attempts ? session : undefined;
}
