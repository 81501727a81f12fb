import type { ImportProblem } from '#contract/imports.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { lockImport, updateImport } from './import.store.ts';

/** Ends an import with a problem, and lets go of its zip; what was brought back stays. */
export const failImport = (ctx: Ctx, id: string, problem: ImportProblem): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const row = await lockImport(tx, id);
    if (row?.state !== 'reading') return;
    await updateImport(tx, id, { state: 'failed', problem, attempts: 0 });
    await forgetUploads(tx, [row.upload_id]);
  });
