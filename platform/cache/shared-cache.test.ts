import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { readRedisUrl } from '#platform/redis/read-redis-url.ts';
import { RedisLink } from '#platform/redis/redis-link.ts';
import { makeMetrics } from '#platform/telemetry/metrics.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { no_redis, redisServer, type RedisServer } from '#platform/testing/redis-server.ts';
import { until } from '#platform/testing/until.ts';
import type { Cache } from './cache.ts';
import { openCaches } from './open-caches.ts';

/** Redis is killed, frozen and brought back under callers; two processes' caches, here side by side. */
const skip = no_redis;
const ttl_s = 600;

let redis: RedisServer;
let [link_a, link_b]: RedisLink[] = [];
let a: { cache: Cache; memory: Cache };
let b: { cache: Cache; memory: Cache };
let houses = 0;

before(async () => {
  if (!skip) redis = await redisServer();
});
after(async () => {
  if (!skip) await redis.close();
});
beforeEach(async () => {
  if (skip) return;
  houses += 1;
  [link_a, link_b] = [newLink(), newLink()];
  await Promise.all([link_a.start(), link_b.start()]);
  [a, b] = [openCaches(link_a, makeMetrics()), openCaches(link_b, makeMetrics())];
});
afterEach(async () => {
  if (skip) return;
  await Promise.all([a.cache.stop(), b.cache.stop(), a.memory.stop(), b.memory.stop()]);
  link_a?.stop();
  link_b?.stop();
});

test('what one process remembers the other finds, and what one forgets the other forgets', { skip }, async () => {
  await a.cache.set('k', ttl_s, { size: 'M' });
  assert.deepEqual(await b.cache.get('k'), { size: 'M' });
  await a.cache.forget('k');
  await until(async () => (await b.cache.get('k')) === undefined);
});

test('what leaves no process is forgotten in all of them, and its value is not in Redis', { skip }, async () => {
  await a.memory.set('session', ttl_s, 'here');
  assert.equal(await b.memory.get('session'), undefined);
  await b.memory.set('session', ttl_s, 'there');
  await a.memory.forget('session');
  await until(async () => (await b.memory.get('session')) === undefined);
});

test('a slow reader does not put back what was forgotten while it read', { skip }, async () => {
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = a.cache.getOrMake('price', ttl_s, async () => {
    begun.resolve();
    await go.promise;
    return 'old';
  });
  await begun.promise;
  await b.cache.forget('price');
  go.resolve();
  assert.equal(await slow, 'old');
  assert.equal(await b.cache.getOrMake('price', ttl_s, () => Promise.resolve('new')), 'new');
});

test('what another process forgets while it is made here is not kept, and who asks then has it made anew', { skip }, async () => {
  const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = a.cache.getOrMake('price', ttl_s, async () => {
    begun.resolve();
    await go.promise;
    return 'old';
  });
  await begun.promise;
  await a.cache.set('news', ttl_s, 1);
  await b.cache.forget('price');
  await b.cache.forget('news');
  // News come in their order: with this one, the one before has come.
  await until(async () => (await a.cache.get('news')) === undefined);
  const anew = a.cache.getOrMake('price', ttl_s, () => Promise.resolve('new'));
  go.resolve();
  assert.deepEqual(await Promise.all([slow, anew]), ['old', 'new']);
  assert.equal(await a.cache.get('price'), 'new');
});

for (const [how, takeAway, bringBack] of [
  ['killed', () => redis.kill(), () => redis.start()],
  ['frozen', () => redis.freeze(), () => redis.thaw()],
] as const) {
  test(`Redis ${how} and back under load: no caller sees an error or a wrong answer, then the two share again`, { skip }, async () => {
    const load = startLoad();
    await until(() => load.answers() > 200);
    await takeAway();
    await until(() => !isUp());
    const [before_away, during] = [load.answers(), 500];
    await until(() => load.answers() > before_away + during);
    await assert.rejects(a.cache.check());
    await bringBack();
    await until(() => bothUp());
    const back = load.answers();
    await until(() => load.answers() > back + 200);
    await load.stop();
    // The load itself may have made an answer late, which counts as away until the next probe.
    await until(() => bothUp());
    await a.cache.check();
    await a.cache.set('again', ttl_s, 1);
    assert.equal(await b.cache.get('again'), 1);
    await a.cache.forget('again');
    await until(async () => (await b.cache.get('again')) === undefined);
  });

  test(`what is forgotten while Redis is ${how} does not come back with it`, { skip }, async () => {
    await a.cache.set('price', ttl_s, 'old');
    await redis.save();
    await takeAway();
    await until(
      () => !isUp(),
      () => a.cache.set('other', ttl_s, 1),
    );
    await a.cache.forget('price');
    await bringBack();
    await until(() => bothUp());
    // The other may be back some milliseconds before this one has forgotten there what it owed.
    await until(async () => (await b.cache.get('price')) !== 'old');
    assert.equal(await b.cache.getOrMake('price', ttl_s, () => Promise.resolve('new')), 'new');
  });
}

test('a Redis that restarts from an old snapshot brings back nothing that was forgotten since', { skip }, async () => {
  await a.cache.set('price', ttl_s, 'old');
  await redis.save();
  await a.cache.forget('price');
  await redis.kill();
  await until(() => !isUp());
  await redis.start();
  await until(() => bothUp());
  assert.equal(await b.cache.get('price'), undefined);
});

test('without Redis from the start it works in memory, and joins when Redis comes', { skip }, async () => {
  await redis.kill();
  const late = newLink();
  await late.start();
  const { cache, memory } = openCaches(late, makeMetrics());
  await cache.set('k', ttl_s, 1);
  assert.equal(await cache.get('k'), 1);
  await assert.rejects(cache.check());
  await redis.start();
  await until(() => late.is_up);
  await cache.check();
  await Promise.all([cache.stop(), memory.stop()]);
  late.stop();
});

const isUp = (): boolean => link_a?.is_up ?? false;
const bothUp = (): boolean => isUp() && (link_b?.is_up ?? false);

function newLink(): RedisLink {
  const place = readRedisUrl(redis.url(`chaos-${houses}`));
  assert.ok(place);
  return new RedisLink(place, quietLog);
}

/** Callers of both caches without a pause; each value says which key it belongs to, so a wrong answer shows. */
function startLoad() {
  const state = { answers: 0, is_running: true, failure: undefined as unknown };
  const call = async ({ cache }: { cache: Cache }, offset: number): Promise<void> => {
    for (let n = offset; state.is_running; n += 1) {
      const key = `load-${n % 97}`;
      assert.equal(await cache.getOrMake(key, ttl_s, () => Promise.resolve(`value of ${key}`)), `value of ${key}`);
      if (n % 5 === 0) await cache.forget(key);
      if (n % 7 === 0) await cache.set(key, ttl_s, `value of ${key}`);
      state.answers += 1;
      if (n % 20 === 0) await pause(1);
    }
  };
  const callers = Promise.all([a, b].flatMap((caches) => [0, 13, 31].map((offset) => call(caches, offset))));
  callers.catch((error: unknown) => (state.failure = error));
  return {
    answers: (): number => {
      if (state.failure) throw state.failure;
      return state.answers;
    },
    stop: async () => {
      state.is_running = false;
      await callers;
    },
  };
}
