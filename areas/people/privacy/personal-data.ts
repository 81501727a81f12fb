import type { PersonalData } from '#platform/area/context.ts';
import { findPerson } from '../person.store.ts';
import { listProfilesOf } from '../profiles/profile.store.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';

/** What this area holds itself. Merging and removing the person are done by mergePeople and eraseMe, around all areas. */
export const personal_data: PersonalData = {
  merge: async () => undefined,
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
