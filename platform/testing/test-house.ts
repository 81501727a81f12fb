import type { FastifyInstance } from 'fastify';
import { areas } from '#areas.ts';
import { nobody, type Actor } from '#platform/area/actor.ts';
import type { Ctx } from '#platform/area/context.ts';
import { loadConfig } from '#platform/config/load-config.ts';
import { deliverNext } from '#platform/events/deliver.ts';
import { openPlatform, type Platform } from '#platform/start/open-platform.ts';
import { assembleServer } from '#platform/start/run-server.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { fakeOutbound, type FakeOutbound } from './fake-outbound.ts';
import { quietLog } from './quiet-log.ts';
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
  close: () => Promise<void>;
}

/** Generous, so that tests meet a limit only when they ask for it by `settings`. */
const roomy = { RATE_LIMIT_PER_MINUTE: '100000', LOG_IN_LIMIT_PER_MINUTE: '1000', SESSION_LIMIT_PER_MINUTE: '100000' };

/** Opens a house on a copy of the template database. Call `close` in `after`. */
export async function testHouse(settings: Record<string, string> = {}): Promise<TestHouse> {
  const database = await testDatabase();
  const [clock, outbound] = [fakeClock(), fakeOutbound()];
  const config = loadConfig({
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'silent',
    PORT: '3000',
    MASTER_KEY: 'ab'.repeat(32),
    DATABASE_URL: database.url,
    DATABASE_POOL_MAX: '8',
    ...roomy,
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
      await database.close();
    },
  };
}
