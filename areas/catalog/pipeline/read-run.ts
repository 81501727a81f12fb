import type { Run } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { findRun, listRefusedSources } from './run.store.ts';

/** Of a long run these are enough to see what is wrong; the counts tell the rest. */
const shown_max = 200;

/** Shows the report of a run. Throws `request.not_found`. */
export async function readRun(ctx: Ctx, id: string): Promise<Run & { refusals: { source: string; code: string; reason: string }[] }> {
  const run = await findRun(ctx, id);
  if (!run) throw notFound('run');
  const refused = await listRefusedSources(ctx, id, shown_max);
  return { ...run, refusals: refused.map(({ source, code, reason }) => ({ source, code: code ?? '', reason: reason ?? '' })) };
}
