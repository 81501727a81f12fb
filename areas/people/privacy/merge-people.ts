import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { moveDataKeys } from '#platform/crypto/data-keys.ts';
import { publish } from '#platform/events/publish.ts';
import { deletePerson, lockPerson } from '../person.store.ts';
import { moveOtherProfiles } from '../profiles/profile.store.ts';

/**
 * Moves everything of an anonymous person to an account, area by area, and removes the empty shell.
 * Does nothing when they are the same, or when another request merged them a moment ago.
 */
export async function mergePeople(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  if (from_person_id === to_person_id) return;
  // In a fixed order, so that two merges never wait for each other.
  const [first, second] = [from_person_id, to_person_id].sort() as [string, string];
  const locked = [await lockPerson(tx, first), await lockPerson(tx, second)];
  const from = locked.find((person) => person?.id === from_person_id);
  if (!from || from.email !== null || locked.includes(undefined)) return;
  for (const personal_data of tx.personal_data.values()) await personal_data.merge(tx, from_person_id, to_person_id);
  await moveDataKeys(tx, from_person_id, to_person_id);
  await moveOtherProfiles(tx, from_person_id, to_person_id);
  await deletePerson(tx, from_person_id);
  await publish(tx, 'person.merged', { from_person_id, to_person_id });
  await recordAct(tx, { action: 'people.merged', subject: `person:${to_person_id}`, detail: { from_person_id } });
}
