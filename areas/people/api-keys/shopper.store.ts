import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { PeopleTables } from '../people-tables.ts';

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();

/** Whom an integrator means by a name: the person, and their own profile. */
export interface Shopper {
  user_id: string;
  person_id: string;
  profile_id: string;
}

/** Finds who stands behind an integrator's names, in one statement; names that are new are left out. */
export const findShoppersOf = (ctx: Ctx, api_key_id: string, user_ids: readonly string[]): Promise<Shopper[]> =>
  people(ctx)
    .selectFrom('people_integrator_shoppers as s')
    .innerJoin('people_profiles as p', 'p.person_id', 's.person_id')
    .select(['s.external_id as user_id', 's.person_id', 'p.id as profile_id'])
    .where('s.api_key_id', '=', api_key_id)
    .where('s.external_id', '=', sql<string>`any(${user_ids})`)
    .where('p.is_self', '=', true)
    .execute();

/**
 * Adds shoppers by their names, in few statements however many there are. A name that another request took at the same
 * moment is left to that one; read again who they are.
 */
export async function insertShoppers(tx: Ctx, api_key_id: string, user_ids: readonly string[]): Promise<void> {
  // Sorted, so that two who add the same names never wait for each other in a circle.
  const named = [...new Set(user_ids)].toSorted().map((external_id) => ({ external_id, person_id: newId() }));
  if (named.length === 0) return;
  const created_at = tx.clock.now().toISOString();
  const person_ids = named.map(({ person_id }) => person_id);
  await sql`
    insert into people_persons (id, role, prefs, created_at)
    select id, 'shopper', '{}'::jsonb, ${created_at} from unnest(${person_ids}::uuid[]) id`.execute(tx.db);
  await people(tx)
    .insertInto('people_profiles')
    .values(person_ids.map((person_id) => ({ id: newId(), person_id, name: 'me', is_self: true, sizing: null, created_at })))
    .execute();
  const taken = await people(tx)
    .insertInto('people_integrator_shoppers')
    .values(named.map((one) => ({ api_key_id, ...one })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  const lost = new Set(person_ids);
  for (const { person_id } of taken) lost.delete(person_id);
  if (lost.size > 0)
    await people(tx)
      .deleteFrom('people_persons')
      .where('id', 'in', [...lost])
      .execute();
}

/** Finds for which integrator somebody is a shopper, and under what name; undefined for everybody else. */
export const findIntegratorOf = (ctx: Ctx, person_id: string): Promise<{ api_key_id: string; user_id: string } | undefined> =>
  people(ctx)
    .selectFrom('people_integrator_shoppers')
    .select(['api_key_id', 'external_id as user_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst();

/** Lists whose some profiles are. */
export const listProfileOwners = (ctx: Ctx, profile_ids: readonly string[]): Promise<{ id: string; person_id: string }[]> =>
  people(ctx)
    .selectFrom('people_profiles')
    .select(['id', 'person_id'])
    .where('id', '=', sql<string>`any(${profile_ids})`)
    .execute();
