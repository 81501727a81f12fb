import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { destroyDataKeys } from '#platform/crypto/data-keys.ts';
import { publish } from '#platform/events/publish.ts';
import { deletePerson, lockPerson } from '../person.store.ts';

/** Removes a person and all that belongs to them in every area, in the caller's transaction; returns the rows removed by area. */
export async function erasePerson(tx: Ctx, person_id: string): Promise<Record<string, number>> {
  await lockPerson(tx, person_id);
  const rows: Record<string, number> = {};
  for (const [name, personal_data] of tx.personal_data) rows[name] = await personal_data.erase(tx, person_id, 'all');
  await publish(tx, 'person.erased', { person_id });
  await recordAct(tx, { action: 'people.erased', subject: `person:${person_id}` });
  // Files that a backup brought back stay shut.
  await destroyDataKeys(tx, person_id);
  // Last, because the other areas' rows hang on it.
  return { ...rows, people: (rows['people'] ?? 0) + (await deletePerson(tx, person_id)) };
}
