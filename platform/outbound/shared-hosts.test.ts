import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { after, before, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { html, testShop, type TestShop } from '#platform/testing/test-shop.ts';
import { hostTables } from './host-tables.ts';
import type { Outbound, OutboundPage } from './outbound.ts';

let database: Awaited<ReturnType<typeof testConnection>>;
before(async () => {
  database = await testConnection();
});
after(() => database.close());

type Serve = Parameters<typeof testShop>[0];
async function withTwo(serve: Serve, use: (shop: TestShop, other: Outbound) => Promise<void>, robots?: Serve): Promise<void> {
  const shop = await testShop(serve, { db: database.db, ...(robots ? { robots } : {}) });
  try {
    await use(shop, shop.another());
  } finally {
    await shop.close();
  }
}
const never = new AbortController().signal;
const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;
const status =
  (code: number, headers: Record<string, string> = {}): Serve =>
  (_request, response) => {
    response.writeHead(code, headers).end();
  };
const pagesAsked = ({ asked }: TestShop) => asked.filter((path) => path !== '/robots.txt').length;

test('a shop that always fails is asked once in each rest, by whichever process comes first', async () => {
  await withTwo(status(500), async (shop, other) => {
    const readAll = () =>
      Promise.allSettled([
        shop.read('/a'),
        shop.read('/b'),
        other.readPage(shop.link('/c'), never),
        other.readPage(shop.link('/d'), never),
      ]);
    for (let i = 0; i < 4; i += 1) {
      await readAll();
      shop.pass(2);
    }
    const before_rests = pagesAsked(shop);
    for (const rest_s of [31, 61, 121, 241, 481]) {
      const asked = pagesAsked(shop);
      shop.pass(rest_s);
      await readAll();
      assert.equal(pagesAsked(shop) - asked, 1);
    }
    assert.equal(pagesAsked(shop), before_rests + 5);
  });
});

test('robots.txt is asked for once by all; one that fails forbids to all', async () => {
  await withTwo(html('<html>page'), async (shop, other) => {
    await shop.read('/a');
    shop.pass(1);
    await other.readPage(shop.link('/b'), never);
    assert.deepEqual(shop.asked, ['/robots.txt', '/a', '/b']);
  });
  await withTwo(
    html('<html>page'),
    async (shop, other) => {
      await assert.rejects(shop.read('/a'), refused('catalog.retailer_unavailable'));
      shop.pass(1);
      await assert.rejects(other.readPage(shop.link('/b'), never), refused('catalog.retailer_unavailable'));
      assert.deepEqual(shop.asked, ['/robots.txt']);
    },
    status(503),
  );
});

test('a robots.txt that leads elsewhere on the shop is followed; one that leads in a circle is none', async () => {
  const moved: Serve = (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(301, { location: '/rules.txt' }).end();
    else response.writeHead(301, { location: request.url ?? '' }).end();
  };
  await withTwo(
    (request, response) => (request.url === '/rules.txt' ? html('User-agent: *\nDisallow: /') : html('<html>'))(request, response),
    async (shop) => {
      await assert.rejects(shop.read('/a'), refused('catalog.robots_forbidden'));
    },
    moved,
  );
  await withTwo(
    html('<html>page'),
    async (shop) => {
      assert.equal((await shop.read('/a')).text, '<html>page');
    },
    (_request, response) => response.writeHead(301, { location: '/robots.txt' }).end(),
  );
});

test('Retry-After of a day, heard by one process, is obeyed by the other', async () => {
  await withTwo(status(503, { 'retry-after': '86400' }), async (shop, other) => {
    await assert.rejects(shop.read('/a'), refused('catalog.retailer_unavailable'));
    const asked = shop.asked.length;
    shop.pass(86_000);
    await assert.rejects(other.readPage(shop.link('/b'), never), (error: AppError) => error.retry_after_s! <= 400);
    assert.equal(shop.asked.length, asked);
    shop.pass(401);
    await assert.rejects(other.readPage(shop.link('/b'), never));
    assert.ok(shop.asked.length > asked);
  });
});

test('Crawl-delay is kept, up to 30 s; who would wait beyond the deadline is told when to come back', async () => {
  const robots = html('User-agent: *\nCrawl-delay: 600\n');
  await withTwo(
    html('<html>page'),
    async (shop, other) => {
      await shop.read('/a');
      await assert.rejects(other.readPage(shop.link('/b'), never), (error: AppError) => error.retry_after_s === 30);
      shop.pass(30);
      await other.readPage(shop.link('/b'), never);
    },
    robots,
  );
});

/** A shop that says what it was shown, and answers 304 to anything that looks like a question. */
const tagged =
  (seen: IncomingMessage['headers'][], tag: Record<string, string>, text = '<html>page'): Serve =>
  (request, response) => {
    seen.push(request.headers);
    if (request.headers['if-none-match'] ?? request.headers['if-modified-since']) response.writeHead(304).end();
    else html(text, tag)(request, response);
  };

test('a page that has not changed is not sent again; the shop is shown exactly what it gave', async () => {
  const seen: IncomingMessage['headers'][] = [];
  const tag = { etag: 'W/"a-1"', 'last-modified': 'Sun, 01 Mar 2026 12:00:00 GMT' };
  await withTwo(tagged(seen, tag), async (shop, other) => {
    const page = await shop.read('/a');
    assert.deepEqual(page.validators, { url: shop.link('/a'), etag: tag.etag, last_modified: tag['last-modified'] });
    assert.equal(await other.rereadPage(page.url, page.validators, never), 'not_modified');
    assert.deepEqual([seen[1]?.['if-none-match'], seen[1]?.['if-modified-since']], [tag.etag, tag['last-modified']]);
    const elsewhere = (await other.rereadPage(shop.link('/b'), page.validators, never)) as OutboundPage;
    assert.equal(elsewhere.text, '<html>page', 'validators mean nothing at another address');
    assert.equal(seen[2]?.['if-none-match'], undefined);
  });
});

test('a 304 that nobody asked for is a refusal, not a page', async () => {
  await withTwo(status(304), async (shop) => {
    await assert.rejects(shop.read('/a'), refused('catalog.page_refused'));
  });
});

test('validators that could not be sent back as they came are not kept', async () => {
  for (const etag of ['no-quotes', `"${'a'.repeat(400)}"`, '"a"b"', '"é"'])
    await withTwo(html('<html>', { etag: Buffer.from(etag, 'utf8').toString('latin1') }), async (shop) => {
      assert.equal((await shop.read('/a')).validators, null, etag);
    });
});

test('a paused host is asked nothing until it goes on', async () => {
  await withTwo(html('<html>page'), async (shop, other) => {
    await shop.read('/a');
    await hostTables(database.db).updateTable('platform_hosts').set({ paused_at: new Date().toISOString() }).execute();
    shop.pass(1);
    await assert.rejects(other.readPage(shop.link('/b'), never), refused('catalog.retailer_unavailable'));
    assert.equal(pagesAsked(shop), 1);
  });
});

test('without the database nobody is visited, and the failure says so', async () => {
  await withTwo(html('<html>page'), async (shop) => {
    const away = await testConnection();
    const lost = await testShop(html('<html>'), { db: away.db });
    await away.close();
    await assert.rejects(lost.read('/a'), (error: unknown) => !(error instanceof AppError));
    assert.deepEqual(lost.asked, []);
    await lost.close();
    assert.deepEqual(shop.asked, []);
  });
});
