import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '#platform/telemetry/log.ts';
import type { Tables } from './database.ts';

const int8_oid = 20;
const timestamptz_oid = 1184;
const date_oid = 1082;
const usual_connect_timeout_ms = 5000;
/** A request that waits longer has already failed for its reader; it must also stop holding a connection. */
const statement_timeout_ms = 20_000;

/** Rows carry what the wire carries: times as ISO-8601 text in UTC, counts as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === timestamptz_oid) return (text: string) => new Date(text).toISOString();
    if (oid === int8_oid) return Number;
    // A day is a day wherever the server stands.
    if (oid === date_oid) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export interface Connection {
  pool: pg.Pool;
  db: Kysely<Tables>;
}

/** Opens a pool of connections; nothing is connected until the first query. */
export function connect(
  to: pg.PoolConfig,
  { max, log, connect_timeout_ms = usual_connect_timeout_ms }: { max: number; log: Log; connect_timeout_ms?: number },
): Connection {
  const pool = new pg.Pool({
    ...to,
    max,
    types,
    connectionTimeoutMillis: connect_timeout_ms,
    statement_timeout: statement_timeout_ms,
    // A server that was frozen never answers: then we stop waiting ourselves.
    query_timeout: statement_timeout_ms + 5000,
    keepAlive: true,
    application_name: 'toile',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'));
  // The pool stops listening to a connection that is in use; its query fails and tells, the event must only not be fatal.
  pool.on('connect', (client) => client.on('error', (error) => log.debug({ err: error }, 'a database connection in use was lost')));
  return { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}
