import { sql } from 'kysely';
import type { Run, RunKind } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';

const kept_days = 30;

export interface RunSource {
  run_id: string;
  source_no: number;
  source: string;
  product_id: string | null;
  attempts: number;
  outcome: 'new' | 'changed' | 'unchanged' | 'refused' | null;
  code: string | null;
  reason: string | null;
  ended_at: string | null;
}

type Tables = { catalog_runs: Run & { updated_at: string }; catalog_run_sources: RunSource };
const tables = (ctx: Ctx) => ctx.db.withTables<Tables>();

export type WantedSource = Pick<RunSource, 'source'> & { product_id?: string };

/** PostgreSQL takes 65,535 values in one statement; a source has nine. */
const rows_at_once = 5000;

/** Writes down a run and what it is made of. A run over nothing has ended already. */
export async function addRun(tx: Ctx, kind: RunKind, wanted: readonly WantedSource[]): Promise<Run> {
  const now = tx.clock.now().toISOString();
  const run: Run = {
    id: newId(),
    kind,
    wanted: wanted.length,
    read: 0,
    loaded: 0,
    changed: 0,
    stale: 0,
    refused: 0,
    started_at: now,
    ended_at: wanted.length === 0 ? now : null,
  };
  await tables(tx)
    .insertInto('catalog_runs')
    .values({ ...run, updated_at: now })
    .execute();
  const rest = { attempts: 0, outcome: null, code: null, reason: null, ended_at: null };
  const rows = wanted.map(({ source, product_id = null }, index) => ({
    run_id: run.id,
    source_no: index + 1,
    source,
    product_id,
    ...rest,
  }));
  for (let from = 0; from < rows.length; from += rows_at_once)
    await tables(tx)
      .insertInto('catalog_run_sources')
      .values(rows.slice(from, from + rows_at_once))
      .execute();
  return run;
}

/** Counts one more attempt at a source, before it is made. undefined: it has ended already, or the run is forgotten. */
export function beginSource(ctx: Ctx, { run_id, source_no }: Pick<RunSource, 'run_id' | 'source_no'>): Promise<RunSource | undefined> {
  return tables(ctx)
    .updateTable('catalog_run_sources')
    .set({ attempts: sql`attempts + 1` })
    .where('run_id', '=', run_id)
    .where('source_no', '=', source_no)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export type SourceEnd =
  | { outcome: 'new' | 'changed' | 'unchanged'; is_stale: boolean }
  | { outcome: 'refused'; code: string; reason: string };

/** Ends a source and counts it in its run's report, both or neither, and once however often it is called. The last one ends the run. */
export async function endSource(ctx: Ctx, { run_id, source_no }: Pick<RunSource, 'run_id' | 'source_no'>, end: SourceEnd): Promise<void> {
  const now = ctx.clock.now().toISOString();
  await inTransaction(ctx, async (tx) => {
    const ended = await tables(tx)
      .updateTable('catalog_run_sources')
      .set({ outcome: end.outcome, ended_at: now, ...(end.outcome === 'refused' ? { code: end.code, reason: end.reason } : {}) })
      .where('run_id', '=', run_id)
      .where('source_no', '=', source_no)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (Number(ended.numUpdatedRows) === 0) return;
    const is_loaded = end.outcome !== 'refused';
    const add = (column: string, counts: boolean) => sql<number>`${sql.ref(column)} + ${counts ? 1 : 0}`;
    await tables(tx)
      .updateTable('catalog_runs')
      .set({
        read: add('read', true),
        loaded: add('loaded', is_loaded),
        refused: add('refused', !is_loaded),
        changed: add('changed', end.outcome === 'new' || end.outcome === 'changed'),
        stale: add('stale', is_loaded && end.is_stale),
        ended_at: sql<string | null>`case when read + 1 = wanted then ${now}::timestamptz end`,
        updated_at: now,
      })
      .where('id', '=', run_id)
      .execute();
  });
}

/** Lists runs, the newest first, from before an id. */
export function listRuns(ctx: Ctx, { before, limit }: { before: string | null; limit: number }): Promise<Run[]> {
  const newest = tables(ctx).selectFrom('catalog_runs').selectAll().orderBy('id', 'desc').limit(limit);
  return (before === null ? newest : newest.where('id', '<', before)).execute();
}

export function findRun(ctx: Ctx, id: string): Promise<Run | undefined> {
  return tables(ctx).selectFrom('catalog_runs').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Lists what a run refused, in the order of its sources. */
export function listRefusedSources(ctx: Ctx, run_id: string, limit: number): Promise<Pick<RunSource, 'source' | 'code' | 'reason'>[]> {
  return tables(ctx)
    .selectFrom('catalog_run_sources')
    .select(['source', 'code', 'reason'])
    .where('run_id', '=', run_id)
    .where('outcome', '=', 'refused')
    .orderBy('source_no')
    .limit(limit)
    .execute();
}

/** Lists the sources of runs that began before a time and have not ended: their jobs are lost, or were never made. */
export function listLeftSources(ctx: Ctx, began_before: string, limit: number): Promise<Pick<RunSource, 'run_id' | 'source_no'>[]> {
  return tables(ctx)
    .selectFrom('catalog_run_sources')
    .innerJoin('catalog_runs', 'catalog_runs.id', 'run_id')
    .select(['run_id', 'source_no'])
    .where('catalog_runs.ended_at', 'is', null)
    .where('catalog_runs.kind', '<>', 'pages')
    .where('catalog_run_sources.ended_at', 'is', null)
    .where('started_at', '<', began_before)
    .limit(limit)
    .execute();
}

/** Forgets old runs, and ends those over files whose command was stopped: nobody can go on with them. */
export async function tidyRuns(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await tables(ctx).deleteFrom('catalog_runs').where('started_at', '<', daysAgo(kept_days)).execute();
  await tables(ctx)
    .updateTable('catalog_runs')
    .set({ ended_at: now.toISOString() })
    .where('kind', '=', 'pages')
    .where('ended_at', 'is', null)
    .where('started_at', '<', daysAgo(1))
    .execute();
}
