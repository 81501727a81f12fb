import type { PersonalData } from '#platform/area/context.ts';
import { findPerson, mergePrefs } from '../person.store.ts';
import { listProfilesOf, mergeSizing } from '../profiles/profile.store.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';

/** What this area holds itself. Moving profiles and removing the person are done around all areas, by mergePeople and erasePerson. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await mergePrefs(tx, from_person_id, to_person_id);
    await mergeSizing(tx, from_person_id, to_person_id);
  },
  export: async (ctx, person_id) => ({
    person: await findPerson(ctx, person_id),
    profiles: await listProfilesOf(ctx, person_id),
    sessions: (await listSessionsOf(ctx, person_id)).map(({ id, kind, user_agent, created_at, last_used_at, expires_at }) => ({
      id,
      kind,
      user_agent,
      created_at,
      last_used_at,
      expires_at,
    })),
  }),
  erase: async (ctx, person_id, scope) =>
    scope === 'photos' ? 0 : (await listProfilesOf(ctx, person_id)).length + (await listSessionsOf(ctx, person_id)).length,
};
