import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { no_redis, redisServer, type RedisServer } from '#platform/testing/redis-server.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, callHouse } from '#platform/testing/test-visitor.ts';

const skip = no_redis;
let redis: RedisServer;
let [first, second]: TestHouse[] = [];

before(async () => {
  if (skip) return;
  redis = await redisServer();
  const settings = { REDIS_URL: redis.url('limits'), RATE_LIMIT_PER_MINUTE: '4', SESSION_LIMIT_PER_MINUTE: '3' };
  first = await testHouse(settings);
  second = await testHouse({ ...settings, DATABASE_URL: first.platform.ports.config.DATABASE_URL });
});
after(async () => {
  await second?.close();
  await first?.close();
  if (!skip) await redis.close();
});

const ask = async (house: TestHouse | undefined, url: string, token = {}): Promise<number> =>
  (await callHouse(house as TestHouse, { method: 'GET', url, headers: token })).status;

test('two servers on one Redis count together, and all routes of a class do; another class counts apart', { skip }, async () => {
  // Coming in counts by address, listing profiles as a read.
  const { headers } = await anonymousVisitor(first as TestHouse);
  assert.equal(await ask(second, '/v1/me', headers), 200);
  assert.equal(await ask(first, '/v1/brands', headers), 200);
  assert.equal(await ask(second, '/v1/profiles', headers), 200);
  assert.equal(await ask(first, '/v1/me', headers), 429);
  assert.equal(await ask(second, '/v1/brands', headers), 429);
  const session = await callHouse(first as TestHouse, { method: 'POST', url: '/v1/tryon/start', headers, payload: { page_html: 'x' } });
  assert.notEqual(session.status, 429);
});

test('with Redis away each server goes on counting for itself, and no request fails for it', { skip }, async () => {
  const { headers } = await anonymousVisitor(first as TestHouse);
  await redis.kill();
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await ask(first, '/v1/me', headers));
  assert.deepEqual(answers, [200, 200, 200, 200, 429, 429]);
  assert.equal(await ask(second, '/v1/me', headers), 200);
  const health = await callHouse<{ status: string; checks: { cache: string } }>(first as TestHouse, { method: 'GET', url: '/health' });
  assert.deepEqual([health.body.status, health.body.checks.cache], ['degraded', 'degraded']);
  await redis.start();
  while (!first?.platform.redis?.is_up) await pause(20);
  const { body } = await callHouse<{ checks: { cache: string } }>(first, { method: 'GET', url: '/health' });
  assert.equal(body.checks.cache, 'healthy');
});
