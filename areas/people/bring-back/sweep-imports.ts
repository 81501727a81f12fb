import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { failImport } from './fail-import.ts';
import { deleteOldImports, listStuckImports } from './import.store.ts';

/** What came of a zip is told for a week. */
const kept_ms = 7 * 86_400_000;
/** The queue itself tries for half an hour; what is older has lost its job. */
const stuck_after_ms = 3_600_000;

/** Ends imports that nobody works on any more, and forgets old ones. */
export async function sweepImports(ctx: Ctx): Promise<void> {
  const now_ms = ctx.clock.now().getTime();
  for (const { id } of await listStuckImports(ctx, new Date(now_ms - stuck_after_ms))) await failImport(ctx, id, 'people.import_gave_up');
  await inTransaction(ctx, async (tx) => {
    const gone = await deleteOldImports(tx, new Date(now_ms - kept_ms));
    await forgetUploads(
      tx,
      gone.map(({ upload_id }) => upload_id),
    );
  });
}
