import { sql } from 'kysely';
import type { Person, Prefs } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { PeopleTables } from './people-tables.ts';

type Row = PeopleTables['people_persons'];

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();

/** Preferences until somebody says otherwise. */
export const first_prefs: Prefs = {
  background_preference: 'ask',
  favorite_styles: [],
  preferred_colors: [],
  disliked: [],
  units: 'cm',
  size_system: 'letters',
  locale: 'en',
  currency: 'EUR',
  theme: 'system',
  fit_questions: 'mail',
};

/** A row holds only what was said; reading fills in the rest. */
const prefs = sql<Prefs>`${JSON.stringify(first_prefs)}::jsonb || people_persons.prefs`.as('prefs');
const saysOf = (name: keyof Prefs) => sql<boolean>`jsonb_exists(people_persons.prefs, ${sql.lit(name)})`;
const chosen = [
  saysOf('locale').as('is_locale_chosen'),
  saysOf('units').as('are_units_chosen'),
  saysOf('theme').as('is_theme_chosen'),
] as const;
const shown = ['id', 'name', 'email', 'role', prefs, ...chosen, 'created_at', 'last_login'] as const;

export async function insertPerson(ctx: Ctx, id: string): Promise<void> {
  await people(ctx)
    .insertInto('people_persons')
    .values({
      id,
      name: null,
      email: null,
      password_hash: null,
      role: 'shopper',
      prefs: '{}' as unknown as Prefs,
      created_at: ctx.clock.now().toISOString(),
      last_login: null,
    })
    .execute();
}

export const findPerson = (ctx: Ctx, id: string): Promise<Person | undefined> =>
  people(ctx).selectFrom('people_persons').select(shown).where('id', '=', id).executeTakeFirst();

/** With the password's hash: for log-in only. */
export const findByEmail = (ctx: Ctx, email: string): Promise<(Person & Pick<Row, 'password_hash'>) | undefined> =>
  people(ctx)
    .selectFrom('people_persons')
    .select([...shown, 'password_hash'])
    .where('email', '=', email)
    .executeTakeFirst();

/** Locks the row until the transaction ends: two sign-ups of one person, or a merge and an erase, take turns. */
export const lockPerson = (tx: Ctx, id: string): Promise<Person | undefined> =>
  people(tx).selectFrom('people_persons').select(shown).where('id', '=', id).forUpdate().executeTakeFirst();

/** Holds back whoever would erase or merge a person, and nobody who adds something of theirs, until the transaction ends. False: they are gone. */
export async function holdPerson(tx: Ctx, id: string): Promise<boolean> {
  const { rows } = await sql`select id from people_persons where id = ${id} for no key update`.execute(tx.db);
  return rows.length > 0;
}

/**
 * Takes the lock that any new row of a person takes on them, before other locks on what is theirs. Whoever erases or merges locks the
 * person first, then the rest; who takes them the other way round ends in a deadlock with that. Holds nobody back who only adds.
 */
export async function lockPersonShared(tx: Ctx, id: string): Promise<void> {
  await sql`select id from people_persons where id = ${id} for key share`.execute(tx.db);
}

/** Changes what is named and keeps the rest. */
export async function updatePerson(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<Row, 'id' | 'created_at' | 'prefs'>> & { prefs?: Partial<Prefs> },
): Promise<Person | undefined> {
  const { prefs: said, ...rest } = change;
  return (
    people(ctx)
      .updateTable('people_persons')
      // Joined in the database, so that two changes at once both hold.
      .set({ ...rest, prefs: sql`prefs || ${JSON.stringify(said ?? {})}::jsonb` })
      .where('id', '=', id)
      .returning(shown)
      .executeTakeFirst()
  );
}

export async function deletePerson(tx: Ctx, id: string): Promise<number> {
  const result = await people(tx).deleteFrom('people_persons').where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function countPeople(ctx: Ctx): Promise<{ anonymous: number; account: number }> {
  const row = await people(ctx)
    .selectFrom('people_persons')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('email').as('account')])
    .executeTakeFirstOrThrow();
  return { account: row.account, anonymous: row.all - row.account };
}

/** Tells whether nobody was ever here. */
export const isNobodyKnown = async (ctx: Ctx): Promise<boolean> =>
  (await people(ctx).selectFrom('people_persons').select('id').limit(1).executeTakeFirst()) === undefined;

export const findIntegratorShopper = async (ctx: Ctx, api_key_id: string, external_id: string): Promise<string | undefined> =>
  (
    await people(ctx)
      .selectFrom('people_integrator_shoppers')
      .select('person_id')
      .where('api_key_id', '=', api_key_id)
      .where('external_id', '=', external_id)
      .executeTakeFirst()
  )?.person_id;

/** Returns false when another request named this shopper first. */
export async function insertIntegratorShopper(tx: Ctx, row: PeopleTables['people_integrator_shoppers']): Promise<boolean> {
  const result = await people(tx)
    .insertInto('people_integrator_shoppers')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
}

/** Takes over what a person said about their preferences, where the other one said nothing. */
export async function mergePrefs(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  await sql`
    update people_persons set prefs = (select f.prefs from people_persons f where f.id = ${from_person_id}) || prefs
    where id = ${to_person_id}
  `.execute(tx.db);
}

/** What a person said of their preferences, without what everybody begins with. */
export const saidPrefs = async (ctx: Ctx, id: string): Promise<Partial<Prefs>> =>
  (await people(ctx).selectFrom('people_persons').select('prefs').where('id', '=', id).executeTakeFirst())?.prefs ?? {};

/** Anonymous people whom nothing leads back to: no session, no integrator. Oldest first. */
export async function listStrangers(ctx: Ctx, { before, limit }: { before: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people_persons p
    where p.email is null and p.created_at < ${before.toISOString()}
      and not exists (select from people_sessions s where s.person_id = p.id)
      and not exists (select from people_integrator_shoppers i where i.person_id = p.id)
    order by p.id limit ${limit}
  `.execute(ctx.db);
  return rows.map(({ id }) => id);
}
