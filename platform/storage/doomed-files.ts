import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { enqueue } from '#platform/queue/enqueue.ts';

type DoomedTable = { platform_doomed_files: { prefix: string; owner_id: string | null; doomed_at: string; files_gone: number | null } };

/** So many folders are looked up at a time; all are deleted. */
const at_once = 500;
/** How long it is known what went: far longer than anybody waits for a receipt. */
const known_ms = 3_600_000;

const table = (ctx: Ctx) => ctx.db.withTables<DoomedTable>();

/**
 * Notes, in the transaction that removes the rows of some files, that all under these prefixes must go; from then on they will,
 * whatever is killed or away. Whoever wants them gone before answering calls `deleteDoomedFiles` after the commit.
 */
export async function doomFiles(tx: Ctx, { prefixes, owner_id }: { prefixes: readonly string[]; owner_id: string | null }): Promise<void> {
  if (prefixes.length === 0) return;
  const doomed = { owner_id, doomed_at: tx.clock.now().toISOString(), files_gone: null };
  await table(tx)
    .insertInto('platform_doomed_files')
    .values([...new Set(prefixes)].map((prefix) => ({ prefix, ...doomed })))
    // Doomed anew it may hold files again.
    .onConflict((conflict) => conflict.column('prefix').doUpdateSet(doomed))
    .execute();
  await enqueue(tx, delete_doomed, {}, { singleton_key: 'all' });
}

/** Whose files are deleted, and the time from which on everything that was doomed counts, whoever deletes it. */
interface Mine {
  owner_id: string;
  since?: Date | undefined;
}

/**
 * Deletes all files of an owner, or of everybody, that `doomFiles` noted. Returns how many files went, and how many folders are
 * left for later. The job that does so for everybody may run beside it: what went by its hand `since` then is counted too.
 */
export async function deleteDoomedFiles(ctx: Ctx, mine?: Mine): Promise<{ files: number; left: number }> {
  let files = 0;
  for (let doomed = await list(ctx, mine); doomed.length > 0; doomed = await list(ctx, mine))
    for (const { prefix } of doomed) {
      try {
        files += await inTransaction(ctx, (tx) => deleteFolder(tx, prefix, mine));
      } catch (error) {
        ctx.log.warn({ err: error }, 'files could not be deleted; they will be soon');
        return { files, left: await count(ctx, mine) };
      }
    }
  return { files, left: 0 };
}

/** Holds the folder's row meanwhile, so that of two who delete the second waits, and learns how many went. */
async function deleteFolder(tx: Ctx, prefix: string, mine: Mine | undefined): Promise<number> {
  const doomed = await table(tx)
    .selectFrom('platform_doomed_files')
    .selectAll()
    .where('prefix', '=', prefix)
    .forUpdate()
    .executeTakeFirst();
  if (!doomed) return 0;
  const { owner_id, doomed_at, files_gone } = doomed;
  if (files_gone !== null) {
    if (mine) await forget(tx, prefix);
    return mine?.since && mine.since <= new Date(doomed_at) ? files_gone : 0;
  }
  const files = await tx.storage.deleteAll(prefix, tx.signal);
  if (mine || owner_id === null) await forget(tx, prefix);
  else await table(tx).updateTable('platform_doomed_files').set({ files_gone: files }).where('prefix', '=', prefix).execute();
  return files;
}

const forget = (tx: Ctx, prefix: string) => table(tx).deleteFrom('platform_doomed_files').where('prefix', '=', prefix).execute();

/** An owner's, also those that went already; of everybody's those that are there yet. */
function list(ctx: Ctx, mine: Mine | undefined): Promise<{ prefix: string }[]> {
  const query = table(ctx).selectFrom('platform_doomed_files').select('prefix').orderBy('doomed_at').orderBy('prefix').limit(at_once);
  return (mine ? query.where('owner_id', '=', mine.owner_id) : query.where('files_gone', 'is', null)).execute();
}

async function count(ctx: Ctx, mine: Mine | undefined): Promise<number> {
  const query = table(ctx)
    .selectFrom('platform_doomed_files')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('files_gone', 'is', null);
  return (await (mine ? query.where('owner_id', '=', mine.owner_id) : query).executeTakeFirstOrThrow()).left;
}

/** Deletes what is left, also every quarter of an hour by itself. */
export const delete_doomed = job({
  name: 'platform.delete-doomed-files',
  payload: z.object({}),
  retry_limit: 3,
  retry_delay_s: 60,
  waits_once: true,
  cron: '*/15 * * * *',
  run: async (ctx) => {
    const { left } = await deleteDoomedFiles(ctx);
    const known_since = new Date(ctx.clock.now().getTime() - known_ms).toISOString();
    await table(ctx).deleteFrom('platform_doomed_files').where('files_gone', 'is not', null).where('doomed_at', '<', known_since).execute();
    if (left > 0) throw new Error(`${left} folders of files could not be deleted`);
  },
});
