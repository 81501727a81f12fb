import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { hand_over } from '#platform/outbound/outbound-errors.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findOrReadProduct } from './find-or-read-product.ts';
import { jcrewPage } from './reading/sources/jcrew-page.ts';

const link = 'https://www.jcrew.com/p/mens/categories/clothing/shirts/test-shirt/AB123';
const day_s = 24 * 3600;
const down = new AppError('catalog.retailer_unavailable', {
  message: `www.jcrew.com service temporarily unavailable. ${hand_over}`,
  retry_after_s: 7,
});

let house: TestHouse;
let ctx: Ctx;
before(async () => {
  house = await testHouse();
});
after(() => house.close());
beforeEach(() => {
  ctx = house.ctx(person());
});
afterEach(async () => {
  await sql`truncate catalog_products cascade`.execute(ctx.db);
  house.outbound.pages.clear();
  house.outbound.asked.length = 0;
  for (const key of ['jcrew/AB123', 'tailor.example/trousers']) await ctx.cache.forget(`catalog:link:${key}`);
});

const person = () => ({ person_id: newId() });
const code =
  (expected: string, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, expected, `${error.message} (${error.detail})`);
    assert.match(error.message, words);
    return true;
  };
const count = async (table: 'catalog_products' | 'catalog_links' | 'catalog_handed_over') =>
  (await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(ctx.db)).rows[0]!.count;
const later = async (seconds: number) => {
  house.clock.pass(seconds);
  await ctx.cache.forget('catalog:link:jcrew/AB123');
};

test('a link is read at the shop once; then everybody gets the stored product under any spelling of the link', async () => {
  house.outbound.pages.set(link, jcrewPage());
  const first = await findOrReadProduct(ctx, { product_url: link });
  const second = await findOrReadProduct(house.ctx(person()), { product_url: 'www.jcrew.com/p/AB123?utm_source=mail' });
  await later(0);
  const third = await findOrReadProduct(house.ctx(), { product_url: link });
  assert.deepEqual([first.stale, first.brand, first.size_options.length], [false, 'J.Crew', 3]);
  assert.deepEqual([second, third], [first, first]);
  assert.deepEqual(house.outbound.asked, [link]);
});

test('two who read the same product at the same time make one product', async () => {
  house.outbound.pages.set(link, jcrewPage());
  const products = await Promise.all(Array.from({ length: 8 }, () => findOrReadProduct(house.ctx(person()), { product_url: link })));
  assert.equal(new Set(products.map(({ id }) => id)).size, 1);
  assert.equal(await count('catalog_products'), 1);
});

test('after a day the page is read again: same product, new price', async () => {
  house.outbound.pages.set(link, jcrewPage());
  const first = await findOrReadProduct(ctx, { product_url: link });
  house.outbound.pages.set(link, jcrewPage({ colors: [{ code: 'WX0001', name: 'SKY BLUE', price: 49.5 }] }));
  await later(day_s - 60);
  assert.equal((await findOrReadProduct(ctx, { product_url: link })).price_minor, 9800);
  await later(120);
  const second = await findOrReadProduct(ctx, { product_url: link });
  assert.deepEqual([second.id, second.price_minor, second.stale], [first.id, 4950, false]);
});

test('when the shop cannot be read, the stored product is served and called stale', async () => {
  house.outbound.pages.set(link, jcrewPage());
  const first = await findOrReadProduct(ctx, { product_url: link });
  await later(day_s + 1);
  const failures = [
    down,
    new AppError('catalog.page_refused', { message: 'x' }),
    new AppError('catalog.robots_forbidden', { message: 'x' }),
    '<html>Are you a robot?</html>',
  ];
  for (const failure of failures) {
    house.outbound.pages.set(link, failure);
    assert.deepEqual(await findOrReadProduct(ctx, { product_url: link }), { ...first, stale: true });
  }
  house.outbound.pages.set(link, new AppError('catalog.page_missing', { message: 'gone' }));
  await assert.rejects(findOrReadProduct(ctx, { product_url: link }), code('catalog.page_missing'));
});

test('when the shop is down and nothing is stored, the shopper hears which shop, and what to do', async () => {
  house.outbound.pages.set(link, down);
  await assert.rejects(
    findOrReadProduct(ctx, { product_url: link }),
    (error: AppError) =>
      code('catalog.retailer_unavailable', /^J\.Crew service temporarily unavailable.*bookmarklet/)(error) &&
      error.status === 503 &&
      error.retry_after_s === 7,
  );
});

test('a failure stores nothing, not even half', async () => {
  for (const page of [jcrewPage({ sizes: [], in_stock: [] }), '<html>', 'no page', jcrewPage({ name: 7 })]) {
    house.outbound.pages.set(link, page);
    await assert.rejects(findOrReadProduct(ctx, { product_url: link }), AppError);
  }
  const last_write = { ...ctx, db: failingAt(ctx, 'catalog_links') };
  house.outbound.pages.set(link, jcrewPage());
  await assert.rejects(findOrReadProduct(last_write, { product_url: link }));
  assert.deepEqual([await count('catalog_products'), await count('catalog_links')], [0, 0]);
});

/** A database whose writes to one table fail: the table is hidden behind a plugin that misnames it. */
function failingAt({ db }: Ctx, table: string): Ctx['db'] {
  return db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === table) throw new Error('the database went away');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
}

test('a page handed over is read without asking the shop, and again without making another product', async () => {
  const first = await findOrReadProduct(ctx, { page_html: jcrewPage(), product_url: link });
  const again = await findOrReadProduct(ctx, { page_html: jcrewPage() });
  assert.deepEqual(again, first);
  assert.equal(first.product_name, 'Plain oxford shirt');
  assert.deepEqual(house.outbound.asked, []);
  assert.deepEqual([await count('catalog_products'), await count('catalog_handed_over')], [1, 1]);
  assert.equal((await findOrReadProduct(ctx, { product_url: link })).id, first.id, 'their own link leads them to it');
});

test('what one shopper hands over, no other sees; who hands over the same shares it', async () => {
  const poison = jcrewPage({ name: 'Poisoned shirt', colors: [{ code: 'X', name: 'RED', price: 1 }] });
  const bad = await findOrReadProduct(ctx, { page_html: poison, product_url: link });
  house.outbound.pages.set(link, jcrewPage());
  const [other, third] = [house.ctx(person()), house.ctx(person())];
  const own = await findOrReadProduct(other, { product_url: link });
  assert.notEqual(own.id, bad.id);
  assert.equal(own.product_name, 'Plain oxford shirt');
  await later(day_s + 1);
  house.outbound.pages.set(link, down);
  const honest = await findOrReadProduct(other, { page_html: jcrewPage(), product_url: link });
  assert.equal((await findOrReadProduct(third, { page_html: jcrewPage(), product_url: link })).id, honest.id);
  assert.equal((await findOrReadProduct(house.ctx(), { product_url: link })).id, own.id);
});

test('what Toile read itself within a day counts before what is handed over', async () => {
  house.outbound.pages.set(link, jcrewPage());
  const fetched = await findOrReadProduct(ctx, { product_url: link });
  const handed = await findOrReadProduct(ctx, { page_html: jcrewPage({ name: 'Other' }), product_url: link });
  assert.equal(handed.id, fetched.id);
  await later(day_s + 1);
  assert.equal((await findOrReadProduct(ctx, { page_html: jcrewPage({ name: 'Other' }), product_url: link })).product_name, 'Other');
});

test('bad input is refused with what to do next', async () => {
  await assert.rejects(findOrReadProduct(ctx, { product_url: 'a shirt' }), code('catalog.bad_link', /whole address/));
  await assert.rejects(findOrReadProduct(ctx, {}), code('catalog.bad_link'));
  await assert.rejects(findOrReadProduct(ctx, { page_html: 'hello', product_url: link }), code('catalog.not_a_page'));
  house.outbound.pages.set('https://tailor.example/trousers', '<html><body>Trousers</body></html>');
  await assert.rejects(
    findOrReadProduct(ctx, { product_url: 'https://tailor.example/trousers' }),
    code('catalog.unknown_shop', /tailor\.example/),
  );
  house.outbound.pages.set(link, 'plain text');
  await assert.rejects(findOrReadProduct(ctx, { product_url: link }), code('catalog.not_a_page'));
});

test('a Shopify page that tells its sizes to people only is asked once for its product as data', async () => {
  const url = 'https://shop.example/en/products/oxford';
  const theme =
    '<html><head><script src="https://cdn.shopify.com/theme.js"></script><meta property="og:type" content="product"><meta property="og:title" content="Oxford shirt"><meta property="og:price:amount" content="98.00"><meta property="og:price:currency" content="EUR"></head></html>';
  const product = {
    id: 7,
    title: 'Oxford shirt',
    vendor: 'Tailor',
    options: [{ name: 'Size', values: ['M', 'S'] }],
    variants: ['M', 'S'].map((option1, id) => ({ id, option1, price: '98.00' })),
  };
  house.outbound.pages.set(url, theme);
  await assert.rejects(findOrReadProduct(ctx, { product_url: url }), code('catalog.no_sizes'));
  house.outbound.pages.set(`${url}.json`, JSON.stringify({ product }));
  const read = await findOrReadProduct(ctx, { product_url: `${url}.json` });
  assert.deepEqual(
    [read.product_name, read.brand, read.price_minor, read.currency, read.size_options.map(({ label }) => label)],
    ['Oxford shirt', 'Tailor', 9800, 'EUR', ['S', 'M']],
  );
});
