import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Product } from '#contract/catalog.ts';
import type { ProductList } from '#contract/shop-window.ts';
import { saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { demo_boutiques, demo_products } from './catalogue/index.ts';
import { demo } from './index.ts';
import { seedDemo } from './seed-demo.ts';
import { findState, wantDemo } from './state.store.ts';
import { boutiqueDraftOf, productDraftOf } from './to-drafts.ts';
import { unseedDemo } from './unseed-demo.ts';

/** A part of the whole, drawn small: the first two products of each boutique. */
const products = demo_boutiques.flatMap(({ slug }) => demo_products.filter(({ boutique_slug }) => boutique_slug === slug).slice(0, 2));
const part = { boutiques: demo_boutiques, products, long_side_px: 120 };

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const shown = async (slug: string): Promise<Product> => (await house.server.inject({ url: `/v1/products/${slug}` })).json();
const count = async (table: string, where = 'true'): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(house.ctx().db)).rows[0]!
    .count;
const seededRows = async () => ({
  listings: await count('catalog_listings', 'gone_at is null'),
  variants: await count('catalog_variants'),
  pictures: await count('catalog_pictures'),
  interactions: await count('insight_interactions'),
});

test('a house that does not want the demo is left alone', async () => {
  await seedDemo(house.ctx(), part);
  assert.equal(await findState(house.ctx()), undefined);
  assert.equal(await count('catalog_products'), 0);
});

test('a seeding that is broken off goes on where it was, and a second one changes nothing', async () => {
  await wantDemo(house.ctx());
  const stop = new AbortController();
  const broken = { ...house.ctx(), signal: stop.signal };
  const stopped = seedDemo(broken, part);
  // Products are there by the time that the first picture hangs.
  while ((await count('catalog_pictures')) === 0) await new Promise((resolve) => setImmediate(resolve));
  stop.abort(new Error('killed'));
  await assert.rejects(stopped, /killed/);
  assert.equal((await findState(house.ctx()))?.state, 'wanted');
  await seedDemo(house.ctx(), part);
  assert.equal((await findState(house.ctx()))?.state, 'seeded');
  const first = await seededRows();
  await wantDemo(house.ctx());
  await seedDemo(house.ctx(), part);
  assert.deepEqual(await seededRows(), first);
  assert.ok(first.interactions > 0 && first.listings === products.length);
});

test('each product shows its colours lying flat, first the first; its sizes have charts and measurements', async () => {
  for (const product of products) {
    const { pictures, charts, variants, quality, boutique } = await shown(product.slug);
    assert.equal(pictures[0]?.kind, 'flat');
    assert.equal(pictures[0].color, product.colors[0]!.name);
    for (const { name } of product.colors)
      assert.ok(
        pictures.some(({ kind, color, has_alpha }) => kind === 'flat' && color === name && has_alpha),
        name,
      );
    assert.equal(variants.length, product.stock.length);
    assert.deepEqual(quality, []);
    assert.equal(boutique?.slug, product.boutique_slug);
    assert.ok(product.sizing === null || charts.some(({ kind }) => kind === 'garment'));
    assert.equal((await house.server.inject({ url: pictures[0].url })).statusCode, 200);
  }
  const { products: cards } = (await house.server.inject({ url: '/v1/products' })).json<ProductList>();
  assert.deepEqual(
    cards.map(({ slug }) => slug),
    products.map(({ slug }) => slug),
    'what should be seen first is the newest',
  );
});

test('every product of the demo is one that a boutique could put up for sale, and its own chart knows all its sizes', async () => {
  const ctx = house.ctx();
  for (const boutique of demo_boutiques) await saveBoutique(ctx, boutiqueDraftOf(boutique));
  for (const product of demo_products) {
    const boutique = demo_boutiques.find(({ slug }) => slug === product.boutique_slug)!;
    await saveBoutiqueProduct(ctx, productDraftOf(product, boutique));
    assert.deepEqual((await shown(product.slug)).quality, [], product.slug);
  }
});

test('sending the demo away removes all of it and nothing else; it stays away', async () => {
  const ctx = house.ctx();
  await saveBoutique(ctx, { ...boutiqueDraftOf(demo_boutiques[0]!), slug: 'real', name: 'Real' });
  await saveBoutiqueProduct(ctx, { ...productDraftOf(products[0]!, demo_boutiques[0]!), boutique: 'real', slug: 'real-jacket' });
  const visitor = await anonymousVisitor(house);
  const { id } = await shown('real-jacket');
  await visitor.call('POST', '/v1/interactions', { kind: 'view', product_id: id });
  await unseedDemo(ctx);
  assert.deepEqual(await seededRows(), { listings: 1, variants: products[0]!.stock.length, pictures: 0, interactions: 1 });
  assert.deepEqual(
    (await house.server.inject({ url: '/v1/boutiques' })).json<{ boutiques: { slug: string }[] }>().boutiques.map(({ slug }) => slug),
    ['real'],
  );
  assert.equal((await house.server.inject({ url: `/v1/products/${products[0]!.slug}` })).statusCode, 410);
  assert.deepEqual(await unseedDemo(ctx), { product_ids: [], interactions: 0 });
  await seedDemo(ctx, part);
  assert.equal(await count('catalog_listings', 'gone_at is null'), 1);
});

test('a fresh house gets the demo where the setting says so, one in which somebody has been does not', async () => {
  const waiting = async (one: TestHouse): Promise<number> => (await one.ctx().queue.boss.findJobs('demo.seed')).length;
  const fresh = await testHouse({ DEMO: 'true' });
  assert.deepEqual([(await findState(fresh.ctx()))?.state, await waiting(fresh)], ['wanted', 1]);
  const [seed_job] = demo.jobs;
  await fresh
    .ctx()
    .db.transaction()
    .execute(async (db) => {
      await sql`select pg_advisory_xact_lock(hashtext('demo.seed'))`.execute(db);
      await seed_job!.run(fresh.ctx(), {} as never);
    });
  assert.equal((await findState(fresh.ctx()))?.state, 'wanted', 'while one seeds, another does nothing');
  await fresh.close();
  const lived_in = await testHouse();
  await anonymousVisitor(lived_in);
  await demo.open!({ ...lived_in.ctx(), config: { ...lived_in.ctx().config, DEMO: 'true' } });
  assert.deepEqual([(await findState(lived_in.ctx()))?.state, await waiting(lived_in)], ['unwanted', 0]);
  await lived_in.close();
});

test('the commands say what they did, and what they need', async () => {
  const [seed, unseed] = demo.commands;
  await assert.rejects(seed!.run(house.ctx(), []), /toile seed --demo/);
  assert.match(await unseed!.run(house.ctx(), []), /^Removed 0 products/);
});
