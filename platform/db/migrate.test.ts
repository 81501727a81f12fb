import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { platform_migrations } from '#platform/start/open-platform.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { migrate } from './migrate.ts';

let database: Awaited<ReturnType<typeof testConnection>>;
before(async () => {
  database = await testConnection();
});
after(() => database.close());

const again = (): Promise<string[]> => migrate(database.db, [platform_migrations]);

test('a database that is up to date is left as it is', async () => {
  assert.deepEqual(await again(), []);
});

test('a database of a newer Toile, or one that lacks a step in the middle, is refused, however many steps it has', async () => {
  const { rows } = await sql<{ name: string }>`select name from platform_migrations order by name`.execute(database.db);
  const [first, last] = [rows[0]!.name, rows.at(-1)!.name];
  await sql`insert into platform_migrations (name, timestamp) values ('9999-newer', '2026-01-01T00:00:00.000Z')`.execute(database.db);
  await assert.rejects(again(), /9999-newer/);
  await sql`delete from platform_migrations where name = ${last}`.execute(database.db);
  await assert.rejects(again(), /9999-newer/);
  await sql`update platform_migrations set name = ${last} where name = '9999-newer'`.execute(database.db);
  assert.deepEqual(await again(), []);
  await sql`delete from platform_migrations where name = ${first}`.execute(database.db);
  await assert.rejects(again(), new RegExp(first));
});
