import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { openRedis } from '#platform/redis/open-redis.ts';
import { makeMetrics } from '#platform/telemetry/metrics.ts';
import { readEnvironment } from '#platform/testing/environment.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { no_redis, redisServer } from '#platform/testing/redis-server.ts';
import { until } from '#platform/testing/until.ts';
import type { Cache } from './cache.ts';
import { makeMemoryCache } from './memory-cache.ts';
import { makeSharedCache } from './shared-cache.ts';

interface Driver {
  name: string;
  /** Why it cannot run here. */
  skip?: string | false;
  make: () => Promise<Cache>;
}

/** What every cache must do, whichever driver fills the port. */
const drivers: Driver[] = [
  { name: 'memory', make: () => Promise.resolve(makeMemoryCache(makeMetrics())) },
  { name: 'Redis', skip: !readEnvironment()['TEST_REDIS_URL'] && no_redis, make: makeRedisCache },
];

/** On the server in TEST_REDIS_URL, else on one of our own. */
async function makeRedisCache(): Promise<Cache> {
  const own = readEnvironment()['TEST_REDIS_URL'] ? undefined : await redisServer();
  const url = new URL(readEnvironment()['TEST_REDIS_URL'] ?? own?.url('own') ?? '');
  url.searchParams.set('prefix', `test-${randomUUID()}`);
  const link = await openRedis(url.href, quietLog);
  assert.ok(link);
  // On a busy machine its first answer may come late; until then nothing is shared.
  await until(() => link.is_up);
  const cache = makeSharedCache(link, makeMetrics());
  const stop = async () => {
    await cache.stop();
    link.stop();
    await own?.close();
  };
  return { ...cache, stop };
}

for (const { name, skip = false, make } of drivers) {
  test(`${name}: remembers what was set until it is forgotten`, { skip }, async () => {
    const cache = await make();
    await cache.set('a', 60, { size: 'M' });
    assert.deepEqual(await cache.get('a'), { size: 'M' });
    await cache.forget('a');
    assert.equal(await cache.get('a'), undefined);
    await cache.stop();
  });

  test(`${name}: a value ends with its time`, { skip }, async () => {
    const cache = await make();
    await cache.set('a', 0.02, 1);
    for (let n = 0; n < 100 && (await cache.get('a')) !== undefined; n += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await cache.get('a'), undefined);
    await cache.stop();
  });

  test(`${name}: however many ask at once, it is made once`, { skip }, async () => {
    const cache = await make();
    let made = 0;
    const ask = () =>
      cache.getOrMake('k', 60, async () => {
        made += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return made;
      });
    assert.deepEqual(await Promise.all([ask(), ask(), ask(), ask()]), [1, 1, 1, 1]);
    await cache.stop();
  });

  test(`${name}: a failure in the making reaches the caller as it was, and is not remembered`, { skip }, async () => {
    const cache = await make();
    const failure = new AppError('platform.database_unavailable', { message: 'away' });
    await assert.rejects(
      cache.getOrMake('k', 60, () => Promise.reject(failure)),
      (error) => error === failure,
    );
    assert.equal(await cache.getOrMake('k', 60, () => Promise.resolve(7)), 7);
    await cache.stop();
  });

  test(`${name}: null can be remembered too, "nothing there" is an answer`, { skip }, async () => {
    const cache = await make();
    let made = 0;
    const ask = () =>
      cache.getOrMake<string | null>('k', 60, () => {
        made += 1;
        return Promise.resolve(null);
      });
    assert.deepEqual([await ask(), await ask(), made], [null, null, 1]);
    await cache.stop();
  });

  test(`${name}: what is forgotten while it is made is given to who asked, and not kept`, { skip }, async () => {
    const cache = await make();
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asked = cache.getOrMake('k', 60, async () => {
      begun.resolve();
      await go.promise;
      return 'old';
    });
    await begun.promise;
    await cache.forget('k');
    go.resolve();
    assert.equal(await asked, 'old');
    assert.equal(await cache.getOrMake('k', 60, () => Promise.resolve('new')), 'new');
    await cache.stop();
  });

  test(`${name}: its check passes while it is whole`, { skip }, async () => {
    const cache = await make();
    await cache.check();
    await cache.stop();
  });
}
