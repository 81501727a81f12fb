import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';

type DoomedTable = { platform_doomed_files: { prefix: string; owner_id: string | null; doomed_at: string } };

/** So many folders are looked up at a time; all are deleted. */
const at_once = 500;

const table = (ctx: Ctx) => ctx.db.withTables<DoomedTable>();

/**
 * Notes, in the transaction that removes the rows of some files, that all under these prefixes must go; from then on they will,
 * whatever is killed or away. Whoever wants them gone before answering calls `deleteDoomedFiles` after the commit.
 */
export async function doomFiles(tx: Ctx, { prefixes, owner_id }: { prefixes: readonly string[]; owner_id: string | null }): Promise<void> {
  if (prefixes.length === 0) return;
  const doomed_at = tx.clock.now().toISOString();
  await table(tx)
    .insertInto('platform_doomed_files')
    .values(prefixes.map((prefix) => ({ prefix, owner_id, doomed_at })))
    .onConflict((conflict) => conflict.column('prefix').doNothing())
    .execute();
  await enqueue(tx, delete_doomed, {}, { singleton_key: 'all' });
}

/** Deletes all files of an owner, or of everybody, that `doomFiles` noted. Returns how many files went, and how many folders are left for later. */
export async function deleteDoomedFiles(ctx: Ctx, owner_id?: string): Promise<{ files: number; left: number }> {
  let files = 0;
  for (let doomed = await list(ctx, owner_id); doomed.length > 0; doomed = await list(ctx, owner_id))
    for (const { prefix } of doomed) {
      try {
        files += await ctx.storage.deleteAll(prefix, ctx.signal);
      } catch (error) {
        ctx.log.warn({ err: error }, 'files could not be deleted; they will be soon');
        return { files, left: await count(ctx, owner_id) };
      }
      await table(ctx).deleteFrom('platform_doomed_files').where('prefix', '=', prefix).execute();
    }
  return { files, left: 0 };
}

function list(ctx: Ctx, owner_id: string | undefined): Promise<{ prefix: string }[]> {
  const query = table(ctx).selectFrom('platform_doomed_files').select('prefix').orderBy('doomed_at').orderBy('prefix').limit(at_once);
  return (owner_id === undefined ? query : query.where('owner_id', '=', owner_id)).execute();
}

async function count(ctx: Ctx, owner_id: string | undefined): Promise<number> {
  const query = table(ctx)
    .selectFrom('platform_doomed_files')
    .select(({ fn }) => fn.countAll<number>().as('left'));
  return (await (owner_id === undefined ? query : query.where('owner_id', '=', owner_id)).executeTakeFirstOrThrow()).left;
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
    if (left > 0) throw new Error(`${left} folders of files could not be deleted`);
  },
});
