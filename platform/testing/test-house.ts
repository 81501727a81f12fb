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
import { sharingWorkers } from './sharing-workers.ts';
import { testDatabase } from './test-database.ts';

/** A whole Toile for one test file: its own fresh database, a clock to move, shops to invent. */
export interface TestHouse {
  platform: Platform;
  server: FastifyInstance;
  clock: FakeClock;
  outbound: FakeOutbound;
  ctx: (actor?: Partial<Actor>) => Ctx;
  /** Delivers all news that waits; returns how many. */
  deliverNews: () => Promise<number>;
  /** Runs every job of a name that waits, for whenever it was put off; returns how many. What throws is left to be tried again. */
  runJobs: (name: string) => Promise<number>;
  close: () => Promise<void>;
}

/** Generous, so that tests meet a limit only when they ask for it by `settings`. */
const roomy = { RATE_LIMIT_PER_MINUTE: '100000', LOG_IN_LIMIT_PER_MINUTE: '1000', SESSION_LIMIT_PER_MINUTE: '100000' };

/** Opens a house on a copy of the template database. Call `close` in `after`. */
export async function testHouse(settings: Record<string, string> = {}): Promise<TestHouse> {
  const database = await testDatabase();
  const { name } = database;
  const [clock, outbound] = [fakeClock(), fakeOutbound()];
  const config = loadConfig({
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'silent',
    PORT: '3000',
    MASTER_KEY: 'ab'.repeat(32),
    DATABASE_URL: database.url,
    DATABASE_POOL_MAX: '8',
    // Test files compute beside each other, and hold the event loop for seconds.
    DATABASE_CONNECT_SECONDS: '60',
    ...roomy,
    DATA_DIR: dataOf(name),
    ...placesOf(name),
    ...settings,
  });
  const platform = await openPlatform(config, areas, { log: quietLog, clock, outbound, workers: sharingWorkers() });
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
    runJobs: (job_name) => runJobs(platform, job_name),
    close: async () => {
      await server.close();
      await platform.close();
      await database.close();
      for (const folder of [filesOf(name), dataOf(name)]) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function runJobs(platform: Platform, name: string): Promise<number> {
  const job = platform.jobs.find((known) => known.name === name);
  if (!job) throw new Error(`no job is called ${name}`);
  const { boss } = platform.queue;
  const taken = (await boss.fetch(name, { batchSize: 100, ignoreStartAfter: true })) ?? [];
  for (const { id, data } of taken) {
    try {
      await job.run(platform.systemCtx(), job.payload.parse(data) as never);
      await boss.complete(name, id);
    } catch (error) {
      await boss.fail(name, id, { message: String(error) });
    }
  }
  return taken.length;
}

const dataOf = (name: string): string => join(tmpdir(), `${name}-data`);
const filesOf = (name: string): string => join(tmpdir(), name);

/** In memory and in a folder, or where TEST_REDIS_URL and TEST_S3_URL say; each house under a name of its own. */
function placesOf(name: string): Record<string, string> {
  const { TEST_REDIS_URL, TEST_S3_URL } = readEnvironment();
  const [redis, s3] = [TEST_REDIS_URL && new URL(TEST_REDIS_URL), TEST_S3_URL && new URL(TEST_S3_URL)];
  if (redis) redis.searchParams.set('prefix', name);
  if (s3) s3.pathname = `${s3.pathname.replace(/\/$/, '')}/${name}`;
  return { STORAGE_URL: s3 ? s3.href : pathToFileURL(filesOf(name)).href, ...(redis ? { REDIS_URL: redis.href } : {}) };
}
