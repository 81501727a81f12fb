import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { BringBack, Brought, Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { actingAs } from '../acting-as.ts';
import { findPerson, holdPerson } from '../person.store.ts';
import { countBrought } from './count-brought.ts';
import { importProblem, isImportProblem } from './errors.ts';
import { failImport } from './fail-import.ts';
import { beginAttempt, excuseAttempt, lockImport, updateImport, type ImportRow } from './import.store.ts';
import { listNotTaken } from './not-taken.ts';
import { openExport } from './open-export.ts';

/** A step that ended its process so often would end it again. */
const attempts_max = 4;
/** Then another run goes on, so that one whose process died is soon tried again. */
const run_ms = 60_000;

interface Work {
  import_id: string;
}

/** Brings back what lies in a zip, step after step; a run that broke off is gone on with where it stood. */
export const read_import = job<Work>({
  name: 'people.read_import',
  payload: z.object({ import_id: z.uuid() }),
  retry_limit: 8,
  retry_delay_s: 5,
  // A minute of steps, and fetching four gigabytes from a slow store before it.
  longest_s: 300,
  waits_once: true,
  is_prompt: true,
  run: async (ctx, { import_id }) => {
    const begun = await beginAttempt(ctx, import_id);
    if (!begun) return;
    try {
      if (begun.steps === null && begun.attempts > attempts_max) throw importProblem('people.import_gave_up');
      await bringBack(ctx, begun);
    } catch (error) {
      if (isImportProblem(error)) return failImport(ctx, import_id, error.code);
      if (error instanceof AppError) await excuseAttempt(ctx, import_id);
      throw error;
    }
  },
});

async function bringBack(ctx: Ctx, row: ImportRow): Promise<void> {
  const person = await findPerson(ctx, row.person_id);
  if (!person) return;
  const as_them = actingAs(ctx, person.id);
  const acting = { ...as_them, actor: { ...as_them.actor, has_account: person.email !== null } };
  const zip = await openExport(acting, row.upload_id);
  try {
    const steps = [...ctx.personal_data.values()].flatMap(({ restore }) => restore?.steps(zip.kept) ?? []);
    if (row.steps === null)
      await updateImport(ctx, row.id, {
        steps: steps.length,
        attempts: 1,
        result: { ...row.result, not_taken: listNotTaken(ctx.personal_data, zip.areas) },
      });
    await goOn(acting, row, steps);
  } finally {
    await zip.close();
  }
}

/** Until all is done, the time is over, or somebody stopped it. */
async function goOn(ctx: Ctx, row: ImportRow, steps: readonly BringBack[]): Promise<void> {
  const until_ms = ctx.clock.now().getTime() + run_ms;
  for (let index = row.steps_done; index < steps.length; index += 1) {
    ctx.signal.throwIfAborted();
    const is_given_up = index === row.steps_done && row.attempts > attempts_max;
    const take = is_given_up ? leaveOut(steps[index]!) : await steps[index]!.bring(ctx);
    const is_done = await takeStep(ctx, row, { index, take }).catch((error: unknown) => {
      if (!isBadData(error)) throw error;
      ctx.log.warn({ err: error, kind: steps[index]!.kind }, 'a part of a zip that the database does not take was left out');
      return takeStep(ctx, row, { index, take: leaveOut(steps[index]!) });
    });
    if (!is_done) return;
    if (ctx.clock.now().getTime() > until_ms) return enqueue(ctx, read_import, { import_id: row.id }, { singleton_key: row.id });
  }
  await finish(ctx, row);
}

const leaveOut =
  ({ kind }: BringBack) =>
  (): Promise<Brought[]> =>
    Promise.resolve([{ kind, outcome: 'skipped', reason: 'unreadable' }]);

/** What schemas let through and the database does not: half of a sign, a nought in a text. Classes 22 and 23 of its codes. */
const isBadData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code));

interface Taken {
  index: number;
  take: (tx: Ctx) => Promise<Brought[]>;
}

/** The person is held, so that erasing and merging wait, or have been; false when this run is no longer the one that goes on. */
const takeStep = (ctx: Ctx, row: ImportRow, { index, take }: Taken): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const now = await holdMine(tx, row);
    if (now?.steps_done !== index) return false;
    const result = countBrought(now.result, await take(tx));
    // The next step begins with its first attempt.
    await updateImport(tx, row.id, { steps_done: index + 1, attempts: 1, result });
    return true;
  });

async function holdMine(tx: Ctx, { id, person_id }: ImportRow): Promise<ImportRow | undefined> {
  if (!(await holdPerson(tx, person_id))) return undefined;
  const now = await lockImport(tx, id);
  return now?.state === 'reading' && now.person_id === person_id ? now : undefined;
}

const finish = (ctx: Ctx, row: ImportRow): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    if (!(await holdMine(tx, row))) return;
    await updateImport(tx, row.id, { state: 'done', attempts: 0 });
    await forgetUploads(tx, [row.upload_id]);
  });
