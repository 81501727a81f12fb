import type { Run, RunKind } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { load_link, sourceKey } from './load-link.ts';
import { addRun, type WantedSource } from './run.store.ts';

/** Begins a run whose links are read by jobs, in the caller's transaction; spread, so that no shop gets them all at once. */
export async function handInSources(
  tx: Ctx,
  { kind, wanted, pause_s }: { kind: RunKind; wanted: readonly WantedSource[]; pause_s: number },
): Promise<Run> {
  const run = await addRun(tx, kind, { wanted });
  const waiting = new Map<string, number>();
  for (const [index, { source }] of wanted.entries()) {
    const host = URL.canParse(source) ? new URL(source).hostname : source;
    const before = waiting.get(host) ?? 0;
    waiting.set(host, before + 1);
    const which = { run_id: run.id, source_no: index + 1 };
    await enqueue(tx, load_link, which, { singleton_key: sourceKey(which), start_after_s: Math.round(before * pause_s) });
  }
  return run;
}
