import type { Ctx, PersonalFile } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { actingFor } from '../api-keys/api-keys.ts';
import { readMe } from '../read-me.ts';

/** Gathers everything every area holds about who is asking, or an integrator's shopper, as it was at one moment. */
export async function exportMe(ctx: Ctx, user_id?: string) {
  const { files: _files, ...data } = await gatherMe(ctx, user_id);
  return data;
}

/** The same, and the files that belong to it, to be read one after another. */
export async function gatherMe(ctx: Ctx, user_id?: string) {
  const acting = await actingFor(ctx, user_id);
  const gathered = await acting.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((db) => gather({ ...acting, db }));
  await inTransaction(acting, (tx) => recordAct(tx, { action: 'people.exported', subject: `person:${gathered.person.id}` }));
  return { exported_at: acting.clock.now().toISOString(), ...gathered };
}

async function gather(tx: Ctx) {
  const person = await readMe(tx);
  const areas: Record<string, unknown> = {};
  const files: PersonalFile[] = [];
  for (const [name, personal_data] of tx.personal_data) {
    areas[name] = await personal_data.export(tx, person.id);
    files.push(...((await personal_data.files?.(tx, person.id)) ?? []));
  }
  return { person, areas, files };
}
