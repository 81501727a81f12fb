import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { makeMetrics } from '#platform/telemetry/metrics.ts';
import type { Cache } from './cache.ts';
import { makeMemoryCache } from './memory-cache.ts';

/** What every cache must do; the next driver runs the same. */
const drivers: [string, () => Cache][] = [['memory', () => makeMemoryCache(makeMetrics())]];

for (const [name, make] of drivers) {
  test(`${name}: remembers what was set until it is forgotten`, async () => {
    const cache = make();
    await cache.set('a', 60, { size: 'M' });
    assert.deepEqual(await cache.get('a'), { size: 'M' });
    await cache.forget('a');
    assert.equal(await cache.get('a'), undefined);
    await cache.stop();
  });

  test(`${name}: a value ends with its time`, async () => {
    const cache = make();
    await cache.set('a', 0.02, 1);
    for (let n = 0; n < 100 && (await cache.get('a')) !== undefined; n += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(await cache.get('a'), undefined);
    await cache.stop();
  });

  test(`${name}: however many ask at once, it is made once`, async () => {
    const cache = make();
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

  test(`${name}: a failure in the making reaches the caller as it was, and is not remembered`, async () => {
    const cache = make();
    const failure = new AppError('platform.database_unavailable', { message: 'away' });
    await assert.rejects(
      cache.getOrMake('k', 60, () => Promise.reject(failure)),
      (error) => error === failure,
    );
    assert.equal(await cache.getOrMake('k', 60, () => Promise.resolve(7)), 7);
    await cache.stop();
  });

  test(`${name}: null can be remembered too, "nothing there" is an answer`, async () => {
    const cache = make();
    let made = 0;
    const ask = () =>
      cache.getOrMake<string | null>('k', 60, () => {
        made += 1;
        return Promise.resolve(null);
      });
    assert.deepEqual([await ask(), await ask(), made], [null, null, 1]);
    await cache.stop();
  });
}
