import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetUploads } from './make-upload.ts';
import { folderOf, uploads_folder } from './upload-files.ts';
import { listEnded, listKnown } from './upload.store.ts';

/** A run removes as many; more wait for the next. */
const at_once = 500;

/** Removes every hour what nobody went on with, and pieces whose upload was taken back while they came in. */
export const sweep_uploads = job({
  name: 'platform.sweep-uploads',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '7 * * * *',
  run: async (ctx) => {
    const ended = (await listEnded(ctx, at_once)).map(({ id }) => id);
    await inTransaction(ctx, (tx) => forgetUploads(tx, ended));
    await removeOrphans(ctx);
  },
});

/** A row is written before its first file, so that a file without one belongs to nobody: its process was killed at the wrong moment. */
async function removeOrphans(ctx: Ctx): Promise<void> {
  let after: string | null | undefined;
  while (after !== null) {
    const page = await ctx.storage.list(uploads_folder, { after, signal: ctx.signal });
    const ids = [...new Set(page.objects.map(({ key }) => key.slice(uploads_folder.length).split('/')[0]!))];
    const known = new Set((await listKnown(ctx, ids)).map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) await ctx.storage.deleteAll(folderOf(id), ctx.signal);
    after = page.next;
  }
}
