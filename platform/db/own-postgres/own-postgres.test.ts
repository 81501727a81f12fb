import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadConfig } from '#platform/config/load-config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { connect } from '#platform/db/connect.ts';
import { openDatabase } from '#platform/start/open-database.ts';
import { platform_migrations } from '#platform/start/open-platform.ts';
import { holdServerLock } from '#platform/start/server-lock.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { canReach } from './account.ts';
import { OwnPostgres } from './own-postgres.ts';

let folder: string;
let own: OwnPostgres;
const start = async (): Promise<OwnPostgres> => {
  const made = new OwnPostgres({ data_dir: folder, log: quietLog });
  await made.start();
  return made;
};
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toile-own-'));
  // Open to pass through: as root the database's own account must reach it.
  chmodSync(folder, 0o711);
  own = await start();
});
after(async () => {
  await own.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client(own.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const postmasterPid = (): number => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

test('it is PostgreSQL 18 with durability on, reachable by its socket only', async () => {
  const [row] = (await ask(
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses`,
  )) as Record<string, unknown>[];
  assert.deepEqual(row, { version: 18, fsync: 'on', addresses: '' });
});

test('a second process finds the running one instead of starting another, and leaves it running', async () => {
  const second = await start();
  assert.equal(second.is_ours, false);
  await second.stop();
  assert.equal((await ask('select 1')).length, 1);
});

test('killed, it comes back with everything that was acknowledged', async () => {
  await ask('create table kept (n integer)');
  await ask('insert into kept select generate_series(1, 1000)');
  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  let rows: unknown[] = [];
  for (let attempt = 0; attempt < 200 && rows.length === 0; attempt += 1) {
    rows = await ask('select count(*)::int as count from kept').catch(() => []);
    if (rows.length === 0) await sleep(50);
  }
  assert.deepEqual(rows, [{ count: 1000 }]);
  assert.notEqual(postmasterPid(), killed);
});

test('four migrators at once apply each migration once', async () => {
  await ask('create database migrating');
  const pools = Array.from({ length: 4 }, () => connect({ ...own.connection, database: 'migrating' }, { max: 2, log: quietLog }));
  const applied = await Promise.all(pools.map(({ db }) => migrate(db, [platform_migrations])));
  const files = readdirSync(platform_migrations.migrations).filter((name) => name.endsWith('.sql'));
  assert.deepEqual(
    applied.flat(),
    files.toSorted().map((name) => `platform/${name.replace('.sql', '')}`),
  );
  await Promise.all(pools.map(({ db }) => db.destroy()));
});

test('one server at a time holds the data folder; the lock ends with its holder', async () => {
  const [a, b] = [connect(own.connection, { max: 2, log: quietLog }), connect(own.connection, { max: 2, log: quietLog })];
  const unlock = await holdServerLock(a.pool, folder);
  await assert.rejects(holdServerLock(b.pool, folder, 200), /Another Toile server already works on/);
  unlock();
  (await holdServerLock(b.pool, folder, 2000))();
  await Promise.all([a.db.destroy(), b.db.destroy()]);
});

test('a folder of another PostgreSQL version is left alone and explained', async () => {
  const other = mkdtempSync(join(tmpdir(), 'toile-old-'));
  chmodSync(other, 0o711);
  mkdirSync(join(other, 'postgres/data'), { recursive: true });
  writeFileSync(join(other, 'postgres/data/PG_VERSION'), '15\n');
  await assert.rejects(new OwnPostgres({ data_dir: other, log: quietLog }).start(), /made by PostgreSQL 15/);
  rmSync(other, { recursive: true });
});

test('an account cannot reach what lies in a 0700 folder of somebody else', () => {
  const closed = mkdtempSync(join(tmpdir(), 'toile-closed-'));
  chmodSync(closed, 0o700);
  assert.equal(canReach(join(closed, 'inside'), { uid: 12_345, gid: 12_345 }), false);
  chmodSync(closed, 0o711);
  assert.equal(canReach(join(closed, 'inside'), { uid: 12_345, gid: 12_345 }), true);
  assert.equal(canReach(join(closed, 'inside'), undefined), true);
  rmSync(closed, { recursive: true });
});

test('a database that cannot be reached is explained in a sentence', async () => {
  const open = (url: string) => openDatabase(loadConfig({ DATABASE_URL: url }), quietLog);
  await assert.rejects(open('postgres://toile@127.0.0.1:1/toile'), /No database answers at the address/);
  await assert.rejects(open('postgres://toile@no-such-host.invalid/toile'), /host in DATABASE_URL/);
  const socket = encodeURIComponent(own.connection.host ?? '');
  await assert.rejects(open(`postgres://toile@localhost/nothing?host=${socket}&port=5432`), /does not exist/);
});
