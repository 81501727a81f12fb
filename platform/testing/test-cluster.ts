import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Area } from '#platform/area/area.ts';
import { readEnvironment } from '#platform/config/load-config.ts';
import { connect } from '#platform/db/connect.ts';
import { migrate } from '#platform/db/migrate.ts';
import { OwnPostgres } from '#platform/db/own-postgres/own-postgres.ts';
import { startQueue } from '#platform/queue/start-queue.ts';
import { platform_migrations } from '#platform/start/open-platform.ts';
import { quietLog } from './quiet-log.ts';
import { scratchFolder } from './scratch-folder.ts';

/** One PostgreSQL for a whole test run, holding a migrated template that each test file copies. */
export interface TestCluster {
  /** Connection settings for a database of this cluster. */
  to: (database: string) => pg.PoolConfig;
  template: string;
  stop: () => Promise<void>;
}

/** Nothing in a test outlives the run, so waiting for the disk would only cost time. */
const without_durability = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off', '-c', 'max_connections=500'];

/** Joins the cluster of the run, or uses the server in TEST_DATABASE_URL, or starts our own in a temporary folder. */
export async function startTestCluster(areas: readonly Area[]): Promise<TestCluster> {
  const { TEST_DATABASE_URL: url, TEST_TEMPLATE: of_the_run } = readEnvironment();
  if (url && of_the_run) return { ...serverCluster(url), template: of_the_run };
  const cluster = url ? serverCluster(url) : await ownCluster();
  const template = `toile_template_${process.pid}`;
  await administer(cluster, `create database ${template}`);
  await fillTemplate(cluster.to(template), areas);
  const stop = async () => {
    await administer(cluster, `drop database if exists ${template} with (force)`);
    await cluster.stop();
  };
  return { to: cluster.to, template, stop };
}

/** Runs one statement on the cluster's own database. */
export async function administer({ to }: Pick<TestCluster, 'to'>, statement: string): Promise<void> {
  const client = new pg.Client(to('postgres'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of one database; PostgreSQL's own form covers unix sockets too, the host goes into the query. */
export function databaseUrl({ to }: Pick<TestCluster, 'to'>, database: string): string {
  const { connectionString, user, host = '' } = to(database);
  return connectionString ?? `postgres://${user as string}@localhost/${database}?host=${encodeURIComponent(host)}&port=5432`;
}

type Cluster = Omit<TestCluster, 'template'>;

function serverCluster(url: string): Cluster {
  const to = (database: string) => {
    const target = new URL(url);
    target.pathname = `/${database}`;
    return { connectionString: target.href };
  };
  return { to, stop: () => Promise.resolve() };
}

async function ownCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(scratchFolder(), 'toile-test-'));
  // As root the database's own account must be able to pass through.
  chmodSync(folder, 0o711);
  const own = new OwnPostgres({ data_dir: folder, log: quietLog, extra: without_durability });
  await own.start();
  return {
    to: (database) => ({ ...own.connection, database }),
    stop: async () => {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fillTemplate(to: pg.PoolConfig, areas: readonly Area[]): Promise<void> {
  const { db } = connect(to, { max: 2, log: quietLog });
  await migrate(db, [platform_migrations, ...areas]);
  await db.destroy();
  const queue = await startQueue(
    to,
    areas.flatMap((area) => area.jobs),
    quietLog,
  );
  await queue.stop();
}
