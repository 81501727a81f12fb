import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notSignedIn } from '../errors.ts';
import type { PeopleTables } from '../people-tables.ts';

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();
const shown = ['id', 'name', 'is_self', 'sizing', 'created_at'] as const;

export const listProfilesOf = (ctx: Ctx, person_id: string): Promise<Profile[]> =>
  people(ctx)
    .selectFrom('people_profiles')
    .select(shown)
    .where('person_id', '=', person_id)
    .orderBy('is_self', 'desc')
    .orderBy('created_at')
    .execute();

export async function insertProfile(ctx: Ctx, row: PeopleTables['people_profiles']): Promise<Profile> {
  return people(ctx).insertInto('people_profiles').values(row).returning(shown).executeTakeFirstOrThrow();
}

export const findProfileOf = (ctx: Ctx, person_id: string, id: string): Promise<Profile | undefined> =>
  people(ctx).selectFrom('people_profiles').select(shown).where('person_id', '=', person_id).where('id', '=', id).executeTakeFirst();

/** A person's own profile. Throws when the person was removed a moment ago. */
export async function findSelfProfile(ctx: Ctx, person_id: string): Promise<Profile> {
  const found = await people(ctx)
    .selectFrom('people_profiles')
    .select(shown)
    .where('person_id', '=', person_id)
    .where('is_self', '=', true)
    .executeTakeFirst();
  if (!found) throw notSignedIn();
  return found;
}

/** Takes over which charts somebody buys from, where their account never said. */
export async function mergeSizing(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  const { sizing } = await findSelfProfile(tx, from_person_id);
  await people(tx)
    .updateTable('people_profiles')
    .set({ sizing })
    .where('person_id', '=', to_person_id)
    .where('is_self', '=', true)
    .where('sizing', 'is', null)
    .execute();
}

export const updateProfile = (
  ctx: Ctx,
  person_id: string,
  id: string,
  change: Partial<Pick<Profile, 'name' | 'sizing'>>,
): Promise<Profile | undefined> =>
  people(ctx)
    .updateTable('people_profiles')
    .set({ ...change, is_self: (eb) => eb.ref('is_self') })
    .where('person_id', '=', person_id)
    .where('id', '=', id)
    .returning(shown)
    .executeTakeFirst();

export async function deleteProfile(tx: Ctx, person_id: string, id: string): Promise<void> {
  await people(tx).deleteFrom('people_profiles').where('person_id', '=', person_id).where('id', '=', id).execute();
}

/** Gives the profiles that are not the person's own to somebody else. */
export async function moveOtherProfiles(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  await people(tx)
    .updateTable('people_profiles')
    .set({ person_id: to_person_id })
    .where('person_id', '=', from_person_id)
    .where('is_self', '=', false)
    .execute();
}
