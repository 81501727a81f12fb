import type { DataImport } from '#contract/imports.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { uploadEnded } from '#platform/uploads/errors.ts';
import { findUploadUrl, forgetUploads, makeUpload, readUpload } from '#platform/uploads/make-upload.ts';
import { notSignedIn } from '../errors.ts';
import { holdPerson } from '../person.store.ts';
import { me, readMe } from '../read-me.ts';
import { nothing_brought } from './count-brought.ts';
import { importGoingOn, importTooLarge, importUnfinished, sayImportProblem } from './errors.ts';
import { deleteImports, findImport, insertImport, listImports, lockImport, updateImport, type ImportRow } from './import.store.ts';
import { anonymous_zip_bytes_max, zip_bytes_max } from './limits.ts';
import { read_import } from './read-import.ts';

/**
 * Opens a place for a zip of somebody's data; one that was begun before and is not being read is given up. Throws
 * `people.import_going_on`, `request.too_large`.
 */
export async function beginImport(ctx: Ctx, size_bytes: number): Promise<{ import: DataImport; upload_url: string }> {
  const { id: person_id, email } = await readMe(ctx);
  const bytes_max = email === null ? anonymous_zip_bytes_max : zip_bytes_max;
  if (size_bytes > bytes_max) throw importTooLarge(bytes_max, email !== null);
  const begun = await inTransaction(ctx, async (tx) => {
    if (!(await holdPerson(tx, person_id))) throw notSignedIn();
    if ((await listImports(tx, person_id)).some(({ state }) => state === 'reading')) throw importGoingOn();
    await forget(tx, person_id);
    const { upload_id, upload_url } = await makeUpload(tx, { owner_id: person_id, bytes_max, length_bytes: size_bytes });
    const now = tx.clock.now().toISOString();
    const row: ImportRow = {
      id: newId(),
      person_id,
      upload_id,
      state: 'waiting',
      problem: null,
      steps: null,
      steps_done: 0,
      result: nothing_brought,
      attempts: 0,
      created_at: now,
      touched_at: now,
    };
    await insertImport(tx, row);
    return { import: show(row), upload_url };
  });
  await deleteDoomedFiles(ctx, { owner_id: person_id });
  return begun;
}

/** Hands a zip on that has arrived; again changes nothing. Throws `people.import_unfinished`, `upload.ended`, `request.not_found`. */
export async function startImport(ctx: Ctx, id: string): Promise<DataImport> {
  const person_id = me(ctx);
  const found = await findMine(ctx, id);
  if (found.state !== 'waiting') return show(found);
  const uploaded = await readUpload(ctx, found.upload_id);
  if (uploaded.state === 'gone') throw uploadEnded();
  if (uploaded.state === 'unfinished') throw importUnfinished(uploaded.offset_bytes);
  await inTransaction(ctx, async (tx) => {
    await holdPerson(tx, person_id);
    if ((await lockImport(tx, id))?.state !== 'waiting') return;
    await updateImport(tx, id, { state: 'reading' });
    await enqueue(tx, read_import, { import_id: id }, { singleton_key: id });
    await recordAct(tx, { action: 'people.import_begun', subject: `person:${person_id}` });
  });
  return show(await findMine(ctx, id));
}

/** Tells how far the last zip is, and where the rest of it goes while it is waited for; null when there is none. */
export async function readImport(ctx: Ctx): Promise<{ import: DataImport | null; upload_url: string | null }> {
  const [last] = await listImports(ctx, me(ctx));
  const upload_url = last?.state === 'waiting' ? await findUploadUrl(ctx, last.upload_id) : undefined;
  return { import: last ? show(last) : null, upload_url: upload_url ?? null };
}

/** Stops, and deletes the zip; what was brought back stays. Throws `request.not_found`. */
export async function removeImport(ctx: Ctx, id: string): Promise<void> {
  const person_id = me(ctx);
  await inTransaction(ctx, async (tx) => {
    await holdPerson(tx, person_id);
    if ((await forget(tx, person_id, id)) === 0) throw notFound('import');
  });
  await deleteDoomedFiles(ctx, { owner_id: person_id });
}

async function forget(tx: Ctx, person_id: string, id?: string): Promise<number> {
  const gone = await deleteImports(tx, person_id, id);
  await forgetUploads(
    tx,
    gone.map(({ upload_id }) => upload_id),
  );
  return gone.length;
}

async function findMine(ctx: Ctx, id: string): Promise<ImportRow> {
  const found = await findImport(ctx, me(ctx), id);
  if (!found) throw notFound('import');
  return found;
}

function show({ id, state, steps, steps_done, problem, result, created_at }: ImportRow): DataImport {
  return {
    id,
    state,
    steps,
    steps_done,
    problem: problem === null ? null : sayImportProblem(problem),
    result: state === 'waiting' ? null : result,
    created_at,
  };
}
