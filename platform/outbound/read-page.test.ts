import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { AppError } from '#platform/errors/app-error.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { html, testShop, type TestShop } from '#platform/testing/test-shop.ts';

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

const fails =
  (expected: string, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, expected, `${error.message} (${error.detail})`);
    assert.match(error.message, words);
    return true;
  };
const small = { page_max_bytes: 100_000 };

test('a page is read with our name on the request', async () => {
  let agent = '';
  await withShop(
    (request, response) => {
      agent = request.headers['user-agent'] ?? '';
      html('<html>é</html>')(request, response);
    },
    {},
    async (shop) => {
      assert.deepEqual(await shop.read('/p?q=1#top'), {
        url: shop.link('/p?q=1'),
        content_type: 'text/html; charset=utf-8',
        text: '<html>é</html>',
        validators: null,
      });
      assert.equal(agent, 'ToileBot/0.1 (+https://toile.test)');
      assert.deepEqual(shop.asked, ['/robots.txt', '/p?q=1']);
    },
  );
});

test('gzip, deflate and brotli are undone; an encoding nobody asked for is not guessed at', async () => {
  const coded: Record<string, Buffer> = {
    gzip: gzipSync('<html>é'),
    deflate: deflateSync('<html>é'),
    br: brotliCompressSync('<html>é'),
    compress: Buffer.from('x'),
    'gzip, br': Buffer.from('x'),
  };
  for (const [encoding, body] of Object.entries(coded)) {
    await withShop(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', 'content-encoding': encoding }).end(body);
      },
      {},
      async (shop) => {
        if (['gzip', 'deflate', 'br'].includes(encoding)) assert.equal((await shop.read()).text, '<html>é');
        else await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      },
    );
  }
});

test('the charset is taken from the byte order mark, then the header, then the page, then the bytes', async () => {
  const latin = Buffer.from('<html>caf\xe9', 'latin1');
  const cases: [Buffer, string, string][] = [
    [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<html>café')]), 'text/html; charset=iso-8859-1', '<html>café'],
    [latin, 'text/html; charset=iso-8859-1', '<html>café'],
    [Buffer.from('<meta charset=iso-8859-1>caf\xe9', 'latin1'), 'text/html', '<meta charset=iso-8859-1>café'],
    [Buffer.from('<html>café'), 'text/html', '<html>café'],
    [latin, 'text/html', '<html>café'],
    [Buffer.from('<html>café'), 'text/html; charset=no-such', '<html>café'],
  ];
  for (const [body, type, expected] of cases) {
    await withShop(
      (_request, response) => {
        response.writeHead(200, { 'content-type': type }).end(body);
      },
      {},
      async (shop) => {
        assert.equal((await shop.read()).text, expected, type);
      },
    );
  }
});

test('a page that says it has 10 GB is refused unread', async () => {
  await withShop(
    (_request, response) => {
      response.writeHead(200, { 'content-length': '10000000000' }).write('<html>');
    },
    {},
    async (shop) => {
      await assert.rejects(shop.read(), fails('catalog.page_too_large'));
    },
  );
});

test('an endless page and a gzip bomb are cut off at the limit', async () => {
  let sent = 0;
  await withShop(
    (_request, response) => {
      const more = () => {
        sent += 65_536;
        if (!response.destroyed) response.write('a'.repeat(65_536), more);
      };
      more();
    },
    { limits: small },
    async (shop) => {
      await assert.rejects(shop.read(), fails('catalog.page_too_large'));
      assert.ok(sent < 20_000_000, `${sent} bytes were taken`);
    },
  );
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  await withShop(html(bomb as never, { 'content-encoding': 'gzip' }), {}, async (shop) => {
    const rss_before = process.memoryUsage().rss;
    await assert.rejects(shop.read(), fails('catalog.page_too_large'));
    assert.ok(process.memoryUsage().rss - rss_before < 100_000_000, 'the bomb went off');
  });
});

test('403 is a refusal with another way, 404 and 410 a missing page; neither is asked twice', async () => {
  for (const [status, code, words] of [
    [403, 'catalog.page_refused', /bookmarklet/],
    [401, 'catalog.page_refused', /paste/],
    [404, 'catalog.page_missing', /Check the link/],
    [410, 'catalog.page_missing', /link/],
  ] as const) {
    await withShop(
      (_request, response) => {
        response.writeHead(status).end('no');
      },
      {},
      async (shop) => {
        await assert.rejects(shop.read(), fails(code, words));
        assert.equal(shop.asked.length, 2);
      },
    );
  }
});

test('502, 503, 504, 429 and broken connections are tried again, with growing pauses', async () => {
  for (const status of [502, 503, 504, 429, 0]) {
    let visits = 0;
    await withShop(
      (request, response) => {
        visits += 1;
        if (visits === 3) html('<html>at last')(request, response);
        else if (status === 0) request.socket.destroy();
        else response.writeHead(status).end();
      },
      {},
      async (shop) => {
        assert.equal((await shop.read()).text, '<html>at last');
        const [first, second] = shop.pauses_ms as [number, number];
        assert.ok(first >= 1000 && first <= 1500 && second >= 2000 && second <= 3000, String(shop.pauses_ms));
      },
    );
  }
});

test('a host that stays down is told as such, and what to do', async () => {
  await withShop(
    (_request, response) => {
      response.writeHead(503).end();
    },
    {},
    async (shop) => {
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable', /^shop\.test service temporarily unavailable.*bookmarklet/));
      assert.equal(shop.asked.length, 4);
    },
  );
});

test('a connection dropped in the middle of the page is a failure, never half a page', async () => {
  await withShop(
    (request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('<html>half');
      setImmediate(() => request.socket.destroy());
    },
    {},
    async (shop) => {
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
    },
  );
});

test('stalled headers, a stalled body and a dribbling body all end in time', async () => {
  const stalls: Serve[] = [
    () => undefined,
    (_request, response) => {
      response.writeHead(200).write('<html>');
    },
    (_request, response) => {
      const dribble = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(dribble));
    },
  ];
  for (const serve of stalls) {
    await withShop(serve, { limits: { headers_ms: 100, body_ms: 100, total_ms: 400 } }, async (shop) => {
      const started = performance.now();
      await assert.rejects(shop.read(), fails('catalog.retailer_unavailable'));
      assert.ok(performance.now() - started < 3000);
    });
  }
});

test('who stops waiting is let go at once, and the others still get the page', async () => {
  let answer = (): void => undefined;
  await withShop(
    (request, response) => {
      answer = () => html('<html>late')(request, response);
    },
    {},
    async (shop) => {
      const gone = new AbortController();
      const [first, second] = [shop.outbound.readPage(shop.link(), gone.signal), shop.read()];
      gone.abort(new Error('gone'));
      await assert.rejects(first, /gone/);
      while (shop.asked.length < 2) await new Promise(setImmediate);
      answer();
      assert.equal((await second).text, '<html>late');
      assert.deepEqual(shop.asked, ['/robots.txt', '/']);
    },
  );
});
