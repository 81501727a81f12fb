import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { product as product_schema } from '#contract/catalog.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findOrReadProduct } from './find-or-read-product.ts';
import { listBrands } from './charts/list-brands.ts';
import { personal_data } from './personal-data.ts';
import { productKey } from './product-key.ts';
import { readProduct, readProductForFitting } from './read-product.ts';
import { read_page } from './read-page-command.ts';
import { jcrewPage } from './reading/sources/jcrew-page.ts';
import { refresh_product, refreshProduct } from './refresh-product.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const someone = () => house.ctx({ person_id: newId() });
const linkTo = (code: string) => `https://www.jcrew.com/p/mens/shirt/${code}`;
const get = (path: string) => house.server.inject({ method: 'GET', url: path });
const isMissing = (error: unknown) => error instanceof AppError && error.code === 'request.not_found';
const fetched = (code: string, page = {}) => {
  house.outbound.pages.set(linkTo(code), jcrewPage({ code, ...page }));
  return findOrReadProduct(someone(), { product_url: linkTo(code) });
};

test('GET /v1/products/{id} answers with the product as the contract has it, twice the same', async () => {
  const product = await fetched('AA100');
  const [first, second] = [await get(`/v1/products/${product.id}`), await get(`/v1/products/${product.id}`)];
  assert.equal(first.statusCode, 200);
  assert.deepEqual(product_schema.parse(first.json()), product);
  assert.equal(second.body, first.body);
  assert.match(String(first.headers['content-type']), /^application\/json/);
});

test('an unknown product is not found, what is neither an id nor a slug is refused', async () => {
  assert.deepEqual([(await get(`/v1/products/${newId()}`)).statusCode, (await get('/v1/products/No%20slug')).statusCode], [404, 400]);
});

test('what a shopper handed over is found by them and by nobody else, and never cached', async () => {
  const ctx = someone();
  const { id } = await findOrReadProduct(ctx, { page_html: jcrewPage({ code: 'AA200' }) });
  assert.equal((await readProduct(ctx, id)).id, id);
  await assert.rejects(readProduct(someone(), id), isMissing);
  assert.equal((await get(`/v1/products/${id}`)).statusCode, 404);
  assert.equal(await ctx.cache.get(productKey(id)), undefined);
});

test('for a fitting each size comes with the body it is for', async () => {
  const { id } = await fetched('AA300');
  const { product, garment } = await readProductForFitting(house.ctx(), id);
  assert.equal(product.id, id);
  assert.deepEqual(
    garment.sizes.map(({ label, body_cm }) => [label, body_cm?.chest]),
    [
      ['S', [88.9, 94]],
      ['M', [96.5, 101.6]],
      ['L', [104.1, 109.2]],
    ],
  );
  assert.equal(garment.is_chart_estimated, false);
});

test('notes say where a size chart is missing or only stands in', async () => {
  const notes = async (code: string, page: object) => (await fetched(code, page)).quality.map((note) => note.code);
  assert.deepEqual(await notes('AA401', {}), []);
  assert.deepEqual(await notes('AA402', { brand: 'Someone Else' }), ['estimated_size_chart']);
  assert.deepEqual(await notes('AA403', { sizes: ['SMALL', 'MEDIUM', 'One Size'] }), ['sizes_without_chart']);
  assert.deepEqual(await notes('AA404', { gender: 'boys', breadcrumbs: [], path: 'kids' }), ['unknown_sizing', 'no_size_chart']);
});

test('looking at a day-old product has it read again, once', async () => {
  const ctx = house.ctx();
  const product = await fetched('AA500');
  house.clock.pass(25 * 3600);
  await ctx.cache.forget(productKey(product.id));
  assert.equal((await readProduct(ctx, product.id)).stale, true);
  await ctx.cache.forget(productKey(product.id));
  await readProduct(ctx, product.id);
  const waiting = await ctx.queue.boss.findJobs(refresh_product.name, { key: product.id });
  assert.equal(waiting.length, 1);
  house.outbound.pages.set(product.product_url, jcrewPage({ code: 'AA500', name: 'New name' }));
  await refreshProduct(ctx, { product_id: product.id });
  assert.deepEqual([(await readProduct(ctx, product.id)).product_name, (await readProduct(ctx, product.id)).stale], ['New name', false]);
  const asked = house.outbound.asked.length;
  await refreshProduct(ctx, { product_id: product.id });
  assert.equal(house.outbound.asked.length, asked, 'a second run finds it fresh');
});

test('a refresh waits for a shop that is down, and gives up on one that refuses', async () => {
  const ctx = house.ctx();
  const product = await fetched('AA600');
  house.clock.pass(25 * 3600);
  house.outbound.pages.set(product.product_url, new AppError('catalog.retailer_unavailable', { message: 'down' }));
  await assert.rejects(refreshProduct(ctx, { product_id: product.id }), AppError);
  house.outbound.pages.set(product.product_url, new AppError('catalog.page_refused', { message: 'no' }));
  await refreshProduct(ctx, { product_id: product.id });
  await refreshProduct(ctx, { product_id: newId() });
});

test('brands are listed with their charts, under ids that stay', async () => {
  const first = await get('/v1/brands');
  assert.equal(first.statusCode, 200);
  const { brands, next_cursor } = first.json<{ brands: Awaited<ReturnType<typeof listBrands>>; next_cursor: null }>();
  assert.deepEqual(
    brands.map(({ name }) => name),
    ['Faherty', 'J.Crew', 'lululemon', 'Theory'],
  );
  assert.deepEqual(brands[1]!.charts, [
    { sizing: 'men', categories: ['t-shirt', 'shirt', 'knitwear'], sizes: ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'], is_estimated: false },
  ]);
  assert.equal(next_cursor, null);
  assert.deepEqual(await listBrands(house.ctx()), brands);
});

test('merging two people moves what was handed over; erasing forgets it and what only they handed over', async () => {
  const [from, to] = [newId(), newId()];
  const [ctx, other] = [house.ctx({ person_id: from }), house.ctx({ person_id: to })];
  const both = jcrewPage({ code: 'AA700' });
  const [shared, own] = [
    await findOrReadProduct(ctx, { page_html: both }),
    await findOrReadProduct(ctx, { page_html: jcrewPage({ code: 'AA701' }) }),
  ];
  await findOrReadProduct(other, { page_html: both });
  await personal_data.merge(ctx, from, to);
  assert.deepEqual([(await readProduct(other, shared.id)).id, (await readProduct(other, own.id)).id], [shared.id, own.id]);
  await assert.rejects(readProduct(ctx, own.id), isMissing);
  const third = someone();
  await findOrReadProduct(third, { page_html: both });
  const exported = (await personal_data.export(other, to)) as { pages_handed_over: { product_name: string }[] };
  assert.equal(exported.pages_handed_over.length, 2);
  assert.equal(await personal_data.erase(other, to, 'photos'), 0);
  assert.equal(await personal_data.erase(other, to, 'all'), 3, 'two hand-overs and the one product that nobody else has');
  assert.equal(await personal_data.erase(other, to, 'all'), 0);
  assert.equal((await readProduct(third, shared.id)).id, shared.id);
});

test('toile read-page shows what is read and stores nothing', async () => {
  house.outbound.pages.set(linkTo('AA800'), jcrewPage({ code: 'AA800' }));
  const printed = JSON.parse(await read_page.run(house.ctx(), [linkTo('AA800')])) as { product_code: string; size_chart: string };
  assert.equal(printed.product_code, 'AA800');
  assert.match(printed.size_chart, /J\.Crew/);
  assert.match(await read_page.run(house.ctx(), []), /Give a link/);
});
