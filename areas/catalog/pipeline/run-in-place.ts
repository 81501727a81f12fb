import type { RunKind } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { addRun, findRun, listRefusedSources, type RunSource } from './run.store.ts';
import { settleSource, type Load } from './settle-source.ts';

/** What a run over many sources did. Every source is counted once, as loaded or refused. */
export interface LoadReport {
  run_id: string;
  /** Pages looked at. */
  read: number;
  loaded: number;
  /** Of the loaded: new, or different from what was kept. */
  changed: number;
  /** Of the loaded: kept from a page that is older than a day. */
  stale: number;
  refused: Pick<RunSource, 'source' | 'code' | 'reason'>[];
}

/** Loads sources one after the other in this process, needing no server, and gives the report. */
export async function runInPlace(
  ctx: Ctx,
  kind: RunKind,
  { sources, load }: { sources: readonly string[]; load: Load },
): Promise<LoadReport> {
  const { id } = await addRun(ctx, kind, { wanted: sources.map((source) => ({ source })), is_in_place: true });
  for (const source_no of sources.keys()) await settleSource(ctx, { run_id: id, source_no: source_no + 1 }, { load, attempts_max: 1 });
  const { read, loaded, changed, stale } = (await findRun(ctx, id))!;
  return { run_id: id, read, loaded, changed, stale, refused: await listRefusedSources(ctx, id, sources.length) };
}
