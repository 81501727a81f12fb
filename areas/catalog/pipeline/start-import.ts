import type { Run } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { handInSources } from './hand-in-sources.ts';

/** Twice the pause that outbound keeps, so that shoppers get in between. */
const pause_s = 2;

/** Hands in links to be read at their shops, one job each; the same link once. What becomes of them is in the run's report. */
export function startImport(ctx: Ctx, { links }: { links: readonly string[] }): Promise<Run> {
  const wanted = [...new Set(links.map((link) => link.trim()))].map((source) => ({ source }));
  return inTransaction(ctx, async (tx) => {
    const run = await handInSources(tx, { kind: 'import', wanted, pause_s });
    await recordAct(tx, { action: 'catalog.import_started', subject: `run:${run.id}`, detail: { links: wanted.length } });
    return run;
  });
}
