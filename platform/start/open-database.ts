import type pg from 'pg';
import { dataDir, type Config } from '#platform/config/config.ts';
import { connect, type Connection } from '#platform/db/connect.ts';
import { explainStartFailure } from '#platform/db/explain-database-error.ts';
import { OwnPostgres } from '#platform/db/own-postgres/own-postgres.ts';
import type { Log } from '#platform/telemetry/log.ts';

export interface OpenDatabase extends Connection {
  /** For libraries that open connections of their own (the job queue). */
  connection: pg.PoolConfig;
  /** True when this is Toile's own PostgreSQL: then one server at a time may use it. */
  is_own: boolean;
  /** Where the data lie, for people: a folder, or the server's host. */
  place: string;
  close: () => Promise<void>;
}

/** Opens the server in DATABASE_URL, or our own PostgreSQL. Throws StartError saying what to do. */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  const own = config.DATABASE_URL ? undefined : new OwnPostgres({ data_dir: dataDir(config), log });
  await own?.start();
  const connection: pg.PoolConfig = own ? own.connection : { connectionString: config.DATABASE_URL };
  const { pool, db } = connect(connection, {
    max: config.DATABASE_POOL_MAX,
    connect_timeout_ms: config.DATABASE_CONNECT_SECONDS * 1000,
    log,
  });
  const close = async () => {
    await db.destroy();
    await own?.stop();
  };
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await close();
    throw explainStartFailure(error);
  }
  return { pool, db, connection, is_own: own !== undefined, place: own?.home ?? new URL(config.DATABASE_URL).host, close };
}
