import type { Ctx, PersonalData } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { restore } from '../bring-back/bring-person.ts';
import { deleteImports, listImports, moveImports } from '../bring-back/import.store.ts';
import { read_import } from '../bring-back/read-import.ts';
import { findPerson, mergePrefs } from '../person.store.ts';
import { listProfilesOf, mergeSizing } from '../profiles/profile.store.ts';
import { listSessionsOf } from '../sign-in/session.store.ts';

/** What this area holds itself. Moving profiles and removing the person are done around all areas, by mergePeople and erasePerson. */
export const personal_data: PersonalData = {
  merge: async (tx, from_person_id, to_person_id) => {
    await mergePrefs(tx, from_person_id, to_person_id);
    await mergeSizing(tx, from_person_id, to_person_id);
    await mergeImports(tx, from_person_id, to_person_id);
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
  restore,
  erase: async (tx, person_id, scope) => {
    // A zip that waits holds photos too.
    const imports = await eraseImports(tx, person_id);
    return scope === 'photos'
      ? imports
      : imports + (await listProfilesOf(tx, person_id)).length + (await listSessionsOf(tx, person_id)).length;
  },
};

async function eraseImports(tx: Ctx, person_id: string): Promise<number> {
  const gone = await deleteImports(tx, person_id);
  await forgetUploads(
    tx,
    gone.map(({ upload_id }) => upload_id),
  );
  return gone.length;
}

/** What is being read goes on for the account; the run that was at it stops by itself. */
async function mergeImports(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  const reading = (await listImports(tx, from_person_id)).filter(({ state }) => state === 'reading');
  await moveImports(tx, from_person_id, to_person_id);
  for (const { id } of reading) await enqueue(tx, read_import, { import_id: id }, { singleton_key: id });
}
