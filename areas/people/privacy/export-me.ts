import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { readMe } from '../read-me.ts';

/** Gathers everything every area holds about the person asking, from one moment. */
export function exportMe(ctx: Ctx) {
  return inTransaction(ctx, async (tx) => {
    const person = await readMe(tx);
    const areas: Record<string, unknown> = {};
    for (const [name, personal_data] of tx.personal_data) areas[name] = await personal_data.export(tx, person.id);
    await recordAct(tx, { action: 'people.exported', subject: `person:${person.id}` });
    return { exported_at: tx.clock.now().toISOString(), person, areas };
  });
}
