import { randomBytes } from 'node:crypto';
import { areas } from '#areas.ts';
import { connect, type Connection } from '#platform/db/connect.ts';
import { quietLog } from './quiet-log.ts';
import { administer, databaseUrl, startTestCluster, type TestCluster } from './test-cluster.ts';

/** A fresh database for one test file, a copy of the migrated template. */
export interface TestDatabase {
  /** Unique to this run. */
  name: string;
  url: string;
  /** Drops it; whoever is connected is cut off. */
  close: () => Promise<void>;
}

let shared: { cluster: Promise<TestCluster>; users: number } | undefined;

/** Makes a database on the cluster of the run. Call `close` in `after`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await joinCluster();
  const name = `toile_test_${randomBytes(6).toString('hex')}`;
  // Copying files is a third of the work of writing each page to the log, which is what PostgreSQL does unasked.
  await administer(cluster, `create database ${name} template ${cluster.template} strategy file_copy`);
  return {
    name,
    url: databaseUrl(cluster, name),
    close: async () => {
      await administer(cluster, `drop database ${name} with (force)`);
      await leaveCluster();
    },
  };
}

/** The same with connections to it, for what needs no whole house. */
export async function testConnection(): Promise<Pick<Connection, 'db'> & TestDatabase> {
  const database = await testDatabase();
  const { db } = connect({ connectionString: database.url }, { max: 8, log: quietLog, connect_timeout_ms: 60_000 });
  return {
    ...database,
    db,
    close: async () => {
      await db.destroy();
      await database.close();
    },
  };
}

async function joinCluster(): Promise<TestCluster> {
  shared ??= { cluster: startTestCluster(areas), users: 0 };
  shared.users += 1;
  return shared.cluster;
}

/** The last one out stops the cluster, so that nothing outlives the run. */
async function leaveCluster(): Promise<void> {
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  const { cluster } = shared;
  shared = undefined;
  await (await cluster).stop();
}
