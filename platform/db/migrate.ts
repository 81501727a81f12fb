import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Tables } from './database.ts';

export interface MigrationFolder {
  name: string;
  migrations: URL;
}

/**
 * Brings the database up to date, one area after the other, each with its own history.
 * Several processes may call it at once: the migrator holds a lock and the others wait. Returns what was applied.
 */
export async function migrate(db: Kysely<Tables>, folders: readonly MigrationFolder[]): Promise<string[]> {
  const applied: string[] = [];
  for (const { name, migrations } of folders) {
    const [history, known] = [`${name}_migrations`, readMigrations(migrations)];
    if (await isUpToDate(db, history, Object.keys(known))) continue;
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(known) },
      migrationTableName: history,
      migrationLockTableName: `${name}_migrations_lock`,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error) throw error as Error;
    applied.push(...(results ?? []).map((result) => `${name}/${result.migrationName}`));
  }
  return applied;
}

/** To find out the same the migrator looks the whole database over several times, which is most of a start. Whatever differs, it judges. */
async function isUpToDate(db: Kysely<Tables>, history: string, known: readonly string[]): Promise<boolean> {
  const { rows: tables } = await sql<{ is_there: boolean }>`select to_regclass(${history}) is not null as is_there`.execute(db);
  if (!tables[0]?.is_there) return false;
  const { rows: applied } = await sql<{ name: string }>`select name from ${sql.table(history)}`.execute(db);
  return applied.length === known.length && applied.every(({ name }) => known.includes(name));
}

function readMigrations(folder: URL): Record<string, Migration> {
  const path = fileURLToPath(folder);
  const files = readdirSync(path)
    .filter((file) => /^\d{4}-[\w-]+\.sql$/.test(file))
    .sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -4), fromSql(readFileSync(`${path}/${file}`, 'utf8'))]));
}

const fromSql = (text: string): Migration => ({
  up: async (db) => {
    await sql.raw(text).execute(db);
  },
});
