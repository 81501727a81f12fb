import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { forgetSession } from '../sign-in/identify.ts';
import { deletePerson, lockPerson } from '../person.store.ts';
import { me } from '../read-me.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';

/** Deletes the person and all that belongs to them in every area, in one transaction; returns the rows removed by area. */
export async function eraseMe(ctx: Ctx) {
  const person_id = me(ctx);
  const sessions = await listSessionsOf(ctx, person_id);
  const receipt = await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, person_id);
    const rows: Record<string, number> = {};
    for (const [name, personal_data] of tx.personal_data) rows[name] = await personal_data.erase(tx, person_id, 'all');
    await publish(tx, 'person.erased', { person_id });
    await recordAct(tx, { action: 'people.erased', subject: `person:${person_id}` });
    // Last, because the other areas' rows hang on it.
    rows['people'] = (rows['people'] ?? 0) + (await deletePerson(tx, person_id));
    return { status: 'success' as const, erased_at: tx.clock.now().toISOString(), rows };
  });
  for (const session of sessions) await forgetSession(ctx, session.id);
  return receipt;
}
