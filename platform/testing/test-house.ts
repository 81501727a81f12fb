import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { areas } from '#areas.ts';
import { nobody, type Actor } from '#platform/area/actor.ts';
import type { Ctx } from '#platform/area/context.ts';
import { loadConfig, readEnvironment } from '#platform/config/load-config.ts';
import { deliverNext } from '#platform/events/deliver.ts';
import { openPlatform, type Platform } from '#platform/start/open-platform.ts';
import { assembleServer } from '#platform/start/run-server.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { fakeOutbound, type FakeOutbound } from './fake-outbound.ts';
import { quietLog } from './quiet-log.ts';
import { administer, databaseUrl, startTestCluster, type TestCluster } from './test-cluster.ts';

/** A whole Toile for one test file: its own fresh database, a clock to move, shops to invent. */
export interface TestHouse {
  platform: Platform;
  server: FastifyInstance;
  clock: FakeClock;
  outbound: FakeOutbound;
  ctx: (actor?: Partial<Actor>) => Ctx;
  /** Delivers all news that waits; returns how many. */
  deliverNews: () => Promise<number>;
  close: () => Promise<void>;
}

let shared: { cluster: Promise<TestCluster>; users: number } | undefined;

/** Generous, so that tests meet a limit only when they ask for it by `settings`. */
const roomy = { RATE_LIMIT_PER_MINUTE: '100000', LOG_IN_LIMIT_PER_MINUTE: '1000', SESSION_LIMIT_PER_MINUTE: '100000' };

/** Opens a house on a copy of the template database. Call `close` in `after`. */
export async function testHouse(settings: Record<string, string> = {}): Promise<TestHouse> {
  const cluster = await joinCluster();
  const name = `toile_test_${randomBytes(6).toString('hex')}`;
  await administer(cluster, `create database ${name} template ${cluster.template}`);
  const [clock, outbound] = [fakeClock(), fakeOutbound()];
  const config = loadConfig({
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'silent',
    PORT: '3000',
    MASTER_KEY: 'ab'.repeat(32),
    DATABASE_URL: databaseUrl(cluster, name),
    DATABASE_POOL_MAX: '8',
    ...roomy,
    ...placesOf(name),
    ...settings,
  });
  const platform = await openPlatform(config, areas, { log: quietLog, clock, outbound });
  const server = await assembleServer(platform, areas, () => false);
  const ctx = (actor: Partial<Actor> = {}): Ctx => ({
    ...platform.systemCtx(),
    actor: { ...nobody, ...actor },
    checkActor: () => Promise.resolve({ ...nobody, ...actor }),
  });
  return {
    platform,
    server,
    clock,
    outbound,
    ctx,
    deliverNews: async () => {
      let count = 0;
      while (await deliverNext(platform.systemCtx(), platform.subscriptions)) count += 1;
      return count;
    },
    close: async () => {
      await server.close();
      await platform.close();
      await administer(cluster, `drop database ${name} with (force)`);
      await rm(filesOf(name), { recursive: true, force: true });
      await leaveCluster();
    },
  };
}

const filesOf = (name: string): string => join(tmpdir(), name);

/** In memory and in a folder, or where TEST_REDIS_URL and TEST_S3_URL say; each house under a name of its own. */
function placesOf(name: string): Record<string, string> {
  const { TEST_REDIS_URL, TEST_S3_URL } = readEnvironment();
  const [redis, s3] = [TEST_REDIS_URL && new URL(TEST_REDIS_URL), TEST_S3_URL && new URL(TEST_S3_URL)];
  if (redis) redis.searchParams.set('prefix', name);
  if (s3) s3.pathname = `${s3.pathname.replace(/\/$/, '')}/${name}`;
  return { STORAGE_URL: s3 ? s3.href : pathToFileURL(filesOf(name)).href, ...(redis ? { REDIS_URL: redis.href } : {}) };
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
