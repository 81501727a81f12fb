import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { lastProfile, notSignedIn, tooManyProfiles } from '../errors.ts';
import { lockPerson } from '../person.store.ts';
import { deleteProfile, findProfileOf, findSelfProfile, insertProfile, listProfilesOf, updateProfile } from './profile.store.ts';
import { me } from '../read-me.ts';

/** A family and a few friends; more than this is somebody filling a disk. */
export const profiles_max = 12;

export const listMyProfiles = (ctx: Ctx): Promise<Profile[]> => listProfilesOf(ctx, me(ctx));

/** The profile named, if it is the caller's, or the caller's own when none is named. */
export async function myProfile(ctx: Ctx, id?: string): Promise<Profile> {
  const profile = id === undefined ? await findSelfProfile(ctx, me(ctx)) : await findProfileOf(ctx, me(ctx), id);
  if (!profile) throw notFound('profile');
  return profile;
}

export function addProfile(ctx: Ctx, { name, sizing = null }: { name: string; sizing?: Profile['sizing'] | undefined }): Promise<Profile> {
  const person_id = me(ctx);
  return inTransaction(ctx, async (tx) => {
    if (!(await lockPerson(tx, person_id))) throw notSignedIn();
    if ((await listProfilesOf(tx, person_id)).length >= profiles_max) throw tooManyProfiles();
    return insertProfile(tx, { id: newId(), person_id, name, is_self: false, sizing, created_at: tx.clock.now().toISOString() });
  });
}

export async function changeProfile(ctx: Ctx, id: string, change: Partial<Pick<Profile, 'name' | 'sizing'>>): Promise<Profile> {
  const profile = await updateProfile(ctx, me(ctx), id, change);
  if (!profile) throw notFound('profile');
  return profile;
}

/** Removes a profile; what other areas keep for it goes with the row. */
export async function removeProfile(ctx: Ctx, id: string): Promise<void> {
  const profile = await myProfile(ctx, id);
  if (profile.is_self) throw lastProfile();
  await deleteProfile(ctx, me(ctx), id);
}
