import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fitting } from '#contract/fit.ts';
import { no_redis, redisServer, type RedisServer } from '#platform/testing/redis-server.ts';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, callHouse } from '#platform/testing/test-visitor.ts';

/** Two whole servers on one PostgreSQL and one Redis, as behind a balancer. */
const skip = no_redis;
const a_day_s = 86_400;
const link = sampleProductUrl('TT100');

let redis: RedisServer | undefined;
let [first, second]: TestHouse[] = [];
before(async () => {
  if (skip) return;
  redis = await redisServer();
  const REDIS_URL = redis.url('pair');
  first = await testHouse({ REDIS_URL });
  second = await testHouse({ REDIS_URL, DATABASE_URL: first.platform.ports.config.DATABASE_URL });
});
after(async () => {
  await second?.close();
  await first?.close();
  await redis?.close();
});

test('a product that one server reads anew is new on the other, which had it in its memory', { skip }, async () => {
  const [one, other] = [first as TestHouse, second as TestHouse];
  const visitor = await anonymousVisitor(one);
  one.outbound.pages.set(link, sampleProductPage({ name: 'Oxford shirt' }));
  const { body } = await visitor.call<Fitting>('POST', '/v1/tryon/start', { product_url: link });
  const url = `/v1/products/${body.product_id}`;
  const nameAt = async (house: TestHouse) => (await callHouse<{ product_name: string }>(house, { method: 'GET', url })).body.product_name;
  assert.equal(await nameAt(one), 'Oxford shirt');
  assert.equal(await nameAt(other), 'Oxford shirt');
  one.outbound.pages.set(link, sampleProductPage({ name: 'Oxford shirt, new cut' }));
  one.clock.pass(a_day_s + 1);
  // A day later the first token has ended.
  const later = await anonymousVisitor(one);
  await later.call('POST', '/v1/tryon/start', { product_url: link });
  assert.equal(await nameAt(one), 'Oxford shirt, new cut');
  while ((await nameAt(other)) !== 'Oxford shirt, new cut') await pause(10);
});

test('a session that ends on one server ends on the other', { skip }, async () => {
  const visitor = await anonymousVisitor(first as TestHouse);
  const me = async () => (await callHouse(second as TestHouse, { method: 'GET', url: '/v1/me', headers: visitor.headers })).status;
  assert.equal(await me(), 200);
  await visitor.call('POST', '/v1/auth/logout');
  while ((await me()) !== 401) await pause(10);
});
