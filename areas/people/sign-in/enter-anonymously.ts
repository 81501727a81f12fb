import type { Person } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { findPerson, insertPerson } from '../person.store.ts';
import { insertProfile } from '../profiles/profile.store.ts';
import { startSession, type StartedSession, type Visit } from './start-session.ts';

/** Makes somebody without an account. */
export const enterAnonymously = (ctx: Ctx, visit: Visit): Promise<StartedSession> =>
  inTransaction(ctx, async (tx) => startSession(tx, await makePerson(tx), visit));

/** Adds a person with their own profile, and nothing else known. */
export async function makePerson(tx: Ctx): Promise<Person> {
  const id = newId();
  await insertPerson(tx, id);
  await insertProfile(tx, {
    id: newId(),
    person_id: id,
    name: 'me',
    is_self: true,
    sizing: null,
    created_at: tx.clock.now().toISOString(),
  });
  const person = await findPerson(tx, id);
  if (!person) throw new Error('a person vanished while being made');
  return person;
}
