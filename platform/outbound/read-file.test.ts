import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testConnection } from '#platform/testing/test-database.ts';
import { testShop, type TestShop } from '#platform/testing/test-shop.ts';

type Serve = Parameters<typeof testShop>[0];
type Options = Omit<Parameters<typeof testShop>[1], 'db'>;

let database: Awaited<ReturnType<typeof testConnection>>;
before(async () => {
  database = await testConnection();
});
after(() => database.close());

const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2, 0xfe, 0x80, 0x0a]);
const give: Serve = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
};
const never = new AbortController().signal;
async function withShop(serve: Serve, options: Options, use: (shop: TestShop) => Promise<void>): Promise<void> {
  const shop = await testShop(serve, { ...options, db: database.db });
  await use(shop).finally(() => shop.close());
}
const read = ({ outbound, link }: TestShop, path = '/a.jpg') => outbound.readFile(link(path), { accept: 'image/webp' }, never);

test('a file comes as its bytes, asked for by its kind, over redirects, and once for all who ask at a time', async () => {
  const accepts: (string | undefined)[] = [];
  const serve: Serve = (request, response) => {
    accepts.push(request.headers.accept);
    if (request.url === '/moved') response.writeHead(302, { location: '/a.jpg' }).end();
    else give(request, response);
  };
  await withShop(serve, {}, async (shop) => {
    const found = await read(shop, '/moved');
    assert.deepEqual([found.url, found.content_type], [shop.link('/a.jpg'), 'image/jpeg']);
    assert.ok(found.bytes.equals(bytes));
    assert.deepEqual(accepts, ['image/webp', 'image/webp']);
    await Promise.all([read(shop), read(shop)]);
    assert.equal(accepts.length, 3);
  });
});

test('a file is refused for what a page is: robots.txt, a private address, its size, and a shop that says no', async () => {
  const robots: Serve = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /\n');
  };
  await withShop(give, { robots }, async (shop) => {
    await assert.rejects(read(shop), { code: 'catalog.robots_forbidden' });
    assert.deepEqual(shop.asked, ['/robots.txt']);
  });
  await withShop(give, { allowed_for_tests: [] }, async ({ outbound }) => {
    for (const url of ['http://shop.test/a.jpg', 'http://127.0.0.1/a.jpg', 'http://[::1]/a.jpg'])
      await assert.rejects(outbound.readFile(url, { accept: 'image/*' }, never), { code: 'catalog.link_refused' }, url);
    await assert.rejects(outbound.readFile('file:///etc/passwd', { accept: 'image/*' }, never), { code: 'catalog.bad_link' });
  });
  const large: Serve = (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.alloc(5000));
  };
  await withShop(large, { limits: { page_max_bytes: 4000 } }, (shop) => assert.rejects(read(shop), { code: 'catalog.page_too_large' }));
  const no: Serve = (_request, response) => {
    response.writeHead(403).end();
  };
  await withShop(no, {}, (shop) => assert.rejects(read(shop), { code: 'catalog.page_refused' }));
});
