import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { makeDataKey } from '#platform/crypto/data-keys.ts';
import { newId } from '#platform/ids/new-id.ts';
import { deleteDoomedFiles, doomFiles } from '#platform/storage/doomed-files.ts';
import { putSealed, readSealed } from '#platform/storage/sealed-files.ts';
import type { Nudges } from '#science/look-layers/nudge-cloth.ts';
import { noLayers, noLook } from '../errors.ts';
import type { DrawnFile } from '../renderers/drawn-look.ts';
import { ownSession, withOwnLook } from '../sessions/own-session.ts';
import { presentSession } from '../sessions/present-session.ts';
import { deleteNudged, insertPicture, listPictures, updateSession } from '../sessions/session.store.ts';
import { nudgedFolder, pictureKey } from '../tryon-files.ts';
import type { PictureRow, SessionRow } from '../tryon-tables.ts';
import type { NudgeInput } from './nudge-aside.ts';
import { busyOr } from '../tell-busy.ts';

/**
 * Keeps how somebody moved the cloth of a look, and draws it so: from then on that is its picture. Without any nudge the first
 * drawing is its picture again. Throws `tryon.no_look`, `tryon.no_layers`, `platform.busy`.
 */
export async function nudgeLook(ctx: Ctx, id: string, nudges: Nudges): Promise<TryOnSession> {
  const session = await ownSession(ctx, id);
  if (session.status !== 'completed') throw noLook();
  const is_moved = Object.keys(nudges).length > 0;
  const drawn = is_moved ? await draw(ctx, session, nudges) : null;
  const shown = await withOwnLook(ctx, id, async (tx, row) => {
    const before = (await listPictures(tx, [id])).filter(({ kind }) => kind === 'nudged');
    await deleteNudged(tx, id);
    await doomFiles(tx, { prefixes: before.map(nudgedFolder), owner_id: row.person_id });
    if (drawn) await keep(tx, row, drawn);
    const change = { nudges: is_moved ? nudges : null };
    await updateSession(tx, id, change);
    return presentSession(tx, { ...row, ...change });
  });
  await deleteDoomedFiles(ctx, { owner_id: ctx.actor.person_id! });
  return shown;
}

async function draw(ctx: Ctx, session: SessionRow, nudges: Nudges): Promise<DrawnFile> {
  const pictures = await listPictures(ctx, [session.id]);
  const [person, garment, shading] = [
    await readLayer(ctx, pictures, 'person'),
    await readLayer(ctx, pictures, 'garment'),
    await readLayer(ctx, pictures, 'shading'),
  ];
  const input: NudgeInput = { person, garment, shading, nudges };
  const bytes = person.byteLength + garment.byteLength + shading.byteLength;
  const task = { module: new URL('nudge-aside.ts', import.meta.url), name: 'nudgeAside', input, bytes };
  return ctx.workers.run<DrawnFile>(task, ctx.signal).catch((error: unknown) => {
    throw busyOr(error);
  });
}

async function readLayer(ctx: Ctx, pictures: readonly PictureRow[], wanted: 'person' | 'garment' | 'shading'): Promise<Buffer> {
  const row = pictures.find(({ kind }) => kind === wanted);
  const content = row && (await readSealed(ctx, pictureKey(row)));
  if (!content) throw noLayers();
  return content;
}

/** While the session's lock is held: a deletion waits, and takes the file along. */
async function keep(tx: Ctx, { id: session_id, attempts: attempt, person_id }: SessionRow, drawn: DrawnFile): Promise<void> {
  const { content, media_type, width, height } = drawn;
  const row: PictureRow = { id: newId(), session_id, attempt, kind: 'nudged', media_type, width, height, size_bytes: content.byteLength };
  await putSealed(tx, { storage_key: pictureKey(row), key: await makeDataKey(tx, person_id!) }, content);
  await insertPicture(tx, row);
}
