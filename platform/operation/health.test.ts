import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Health } from '#contract/operation.ts';
import type { Ctx } from '#platform/area/context.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { healthRoutes } from './routes.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const askWith = async (change: Partial<Ctx>): Promise<Health> => {
  const bound = healthRoutes(() => false).find(({ route }) => route.path === '/health');
  return (await bound?.handle({ ...house.ctx(), ...change }, {} as never)) as Health;
};

test('a cache that fails, or forgets at once, makes health degraded and nothing worse', async () => {
  const { cache } = house.platform.ports;
  const failing = { ...cache, set: () => Promise.reject(new Error('away')) };
  const forgetful = { ...cache, get: () => Promise.resolve(undefined) };
  const away = { ...cache, check: () => Promise.reject(new Error('Redis is away')) };
  for (const broken of [failing, forgetful, away]) {
    const health = await askWith({ cache: broken });
    assert.equal(health.checks.cache, 'degraded');
    assert.equal(health.status, 'degraded');
  }
  assert.equal((await askWith({})).checks.cache, 'healthy');
});

test('a place for files that fails, or never answers, makes health unhealthy in bounded time; little room makes it degraded', async () => {
  const { storage } = house.platform.ports;
  const failing = { ...storage, check: () => Promise.reject(new Error('away')) };
  const silent = {
    ...storage,
    check: (signal?: AbortSignal) =>
      new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('late')))),
  };
  for (const broken of [failing, silent]) assert.equal((await askWith({ storage: broken })).checks.storage, 'unhealthy');
  const full = { ...storage, check: () => Promise.resolve('degraded' as const) };
  assert.equal((await askWith({ storage: full })).checks.storage, 'degraded');
  assert.equal((await askWith({})).checks.storage, 'healthy');
});
