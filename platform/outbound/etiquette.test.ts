import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { html, testShop, type TestShop } from '#platform/testing/test-shop.ts';
import { hostTables } from './host-tables.ts';

type Serve = Parameters<typeof testShop>[0];
type Options = Omit<Parameters<typeof testShop>[1], 'db'>;

let database: Awaited<ReturnType<typeof testConnection>>;
before(async () => {
  database = await testConnection();
});
after(() => database.close());

async function withShop(serve: Serve, options: Options, use: (shop: TestShop) => Promise<void>): Promise<void> {
  const shop = await testShop(serve, { ...options, db: database.db });
  try {
    await use(shop);
  } finally {
    await shop.close();
  }
}

const fails = (expected: string) => (error: unknown) => {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, expected, `${error.message} (${error.detail})`);
  return true;
};
const page = html('<html>page');
const status =
  (code: number, headers: Record<string, string> = {}): Serve =>
  (_request, response) => {
    response.writeHead(code, headers).end();
  };
const times = (shop: TestShop, path: string) => shop.asked.filter((asked) => asked === path).length;

test('what robots.txt forbids is not read, and the shopper is told another way', async () => {
  const robots = html('User-agent: *\nDisallow: /secret\nAllow: /secret/but-this\n\nUser-agent: ToileBot\nDisallow: /p/*/hidden$\n');
  await withShop(page, { robots }, async (shop) => {
    await assert.rejects(shop.read('/p/mens/hidden'), fails('catalog.robots_forbidden'));
    assert.equal((await shop.read('/secret')).text, '<html>page', 'the group with our name is the one that counts');
    assert.deepEqual(shop.asked, ['/robots.txt', '/secret']);
  });
});

test('no robots.txt allows everything; one that cannot be had forbids everything', async () => {
  await withShop(page, { robots: status(403) }, async (shop) => {
    assert.equal((await shop.read()).text, '<html>page');
  });
  for (const robots of [
    status(500),
    status(503),
    status(429),
    (request: { socket: { destroy: () => void } }) => request.socket.destroy(),
  ] as Serve[]) {
    await withShop(page, { robots }, async (shop) => {
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.deepEqual(shop.asked, ['/robots.txt']);
      shop.pass(601);
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.deepEqual(shop.asked, ['/robots.txt', '/robots.txt']);
    });
  }
});

test('robots.txt is kept for a day and then asked for again', async () => {
  await withShop(page, {}, async (shop) => {
    await shop.read('/a');
    shop.pass(23 * 3600);
    await shop.read('/b');
    assert.equal(times(shop, '/robots.txt'), 1);
    shop.pass(2 * 3600);
    await shop.read('/c');
    assert.equal(times(shop, '/robots.txt'), 2);
  });
});

test('a redirect of robots.txt to a private address is not followed', async () => {
  await withShop(page, { robots: status(301, { location: 'http://169.254.169.254/robots.txt' }) }, async (shop) => {
    await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
    assert.equal(times(shop, '/'), 0);
  });
});

test('a robots.txt beyond 500 KiB counts up to there; one that would take long to compare forbids', async () => {
  const long = html(`User-agent: *\nDisallow: /early\n${'#\n'.repeat(300_000)}Disallow: /late\n`);
  await withShop(page, { robots: long }, async (shop) => {
    await assert.rejects(shop.read('/early'), fails('catalog.robots_forbidden'));
    assert.equal((await shop.read('/late')).text, '<html>page');
  });
  const costly = html(`User-agent: *\nDisallow: /${'*a'.repeat(250_000)}\n`);
  await withShop(page, { robots: costly }, async (shop) => {
    const started = performance.now();
    await assert.rejects(shop.read(`/${'a'.repeat(1900)}`), fails('catalog.robots_forbidden'));
    assert.ok(performance.now() - started < 1000);
  });
});

test('of a robots.txt of 500 kB only what is meant for us is kept', async () => {
  const others = Array.from({ length: 12_000 }, (_, n) => `User-agent: bot-${n}\nDisallow: /${n}\n`).join('');
  await withShop(page, { robots: html(`${others}User-agent: *\nDisallow: /secret\n`) }, async (shop) => {
    await assert.rejects(shop.read('/secret'), fails('catalog.robots_forbidden'));
    const kept = await hostTables(database.db).selectFrom('platform_robots').select('text').execute();
    assert.deepEqual(kept, [{ text: 'User-agent: *\nDisallow: /secret\n' }]);
  });
});

test('pages of one host are asked for one at a time, a second apart', async () => {
  let [at_once, most] = [0, 0];
  await withShop(
    (request, response) => {
      at_once += 1;
      most = Math.max(most, at_once);
      setImmediate(() => {
        at_once -= 1;
        page(request, response);
      });
    },
    {},
    async (shop) => {
      await Promise.all(['/a', '/b', '/c'].map((path) => shop.read(path)));
      assert.equal(most, 1);
      assert.deepEqual(shop.pauses_ms, [1000, 1000]);
    },
  );
});

test('the queue of a host is bounded', async () => {
  await withShop(
    () => undefined,
    { limits: { headers_ms: 200, total_ms: 300 } },
    async (shop) => {
      const reads = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => shop.read(`/${i}`)));
      const refusals = reads.map((read) => (read.status === 'rejected' ? (read.reason as AppError) : null));
      assert.ok(refusals.every((error) => error?.code === 'catalog.retailer_unavailable'));
      assert.equal(refusals.filter((error) => error?.detail === 'too many wait for this host').length, 8);
    },
  );
});

test('Retry-After within the deadline is waited for; a longer one is remembered and obeyed', async () => {
  let asks_for = '3';
  let visits = 0;
  await withShop(
    (request, response) => {
      visits += 1;
      (visits === 1 || asks_for === '120' ? status(429, { 'retry-after': asks_for }) : page)(request, response);
    },
    {},
    async (shop) => {
      assert.equal((await shop.read()).text, '<html>page');
      assert.deepEqual(shop.pauses_ms, [3000]);
      asks_for = '120';
      await assert.rejects(shop.read(), (error: AppError) => fails('catalog.retailer_unavailable')(error) && error.retry_after_s === 120);
      const asked = shop.asked.length;
      shop.pass(100);
      await assert.rejects(shop.read(), (error: AppError) => fails('catalog.retailer_unavailable')(error) && error.retry_after_s === 20);
      assert.equal(shop.asked.length, asked);
      asks_for = '';
      shop.pass(21);
      assert.equal((await shop.read()).text, '<html>page');
    },
  );
});

test('after five failures in a row a host is left alone for 30 s; then one visit decides, and each rest is longer', async () => {
  let is_down = true;
  await withShop(
    (request, response) => {
      (is_down ? status(500) : page)(request, response);
    },
    {},
    async (shop) => {
      for (let i = 0; i < 5; i += 1) await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.equal(times(shop, '/'), 5);
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.equal(times(shop, '/'), 5, 'the breaker is open');
      shop.pass(31);
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.equal(times(shop, '/'), 6, 'one visit failed and opened it again');
      shop.pass(61);
      is_down = false;
      assert.equal((await shop.read()).text, '<html>page');
      is_down = true;
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      is_down = false;
      assert.equal((await shop.read()).text, '<html>page', 'closed again: one failure does not open it');
    },
  );
});

test('our own stop is not the host’s failure, whether at robots.txt or at the page; a deadline is', async () => {
  const stall: Serve = () => undefined;
  const failures = async () =>
    (await hostTables(database.db).selectFrom('platform_hosts').select(['failures', 'failed_visits', 'leased_until']).execute())[0];
  for (const [path, serve, options] of [
    ['/robots.txt', page, { robots: stall }],
    ['/', stall, {}],
  ] as const) {
    await withShop(serve, options, async (shop) => {
      const reading = assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      while (!shop.asked.includes(path)) await new Promise((resolve) => setImmediate(resolve));
      await shop.outbound.stop();
      await reading;
      assert.deepEqual(await failures(), { failures: 0, failed_visits: 0, leased_until: null });
    });
  }
  await withShop(stall, { limits: { total_ms: 200 } }, async (shop) => {
    await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
    await shop.outbound.stop();
    assert.equal((await failures())?.failures, 1);
  });
});
