import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { product as product_schema, type Product } from '#contract/catalog.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { findOrReadProduct } from '../find-or-read-product.ts';
import { garmentOf, readProduct } from '../read-product.ts';
import type { ProductDraft } from './product-draft.ts';
import { forget_products, forgetInServer } from './forget-products.ts';
import { removeBoutique, removeBoutiqueProduct } from './remove-boutique.ts';
import { sampleBoutique, sampleProduct } from './sample-boutique.ts';
import { saveBoutique } from './save-boutique.ts';
import { saveBoutiqueProduct } from './save-boutique-product.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
});
after(() => house.close());

const get = (path: string) => house.server.inject({ method: 'GET', url: path });
const save = (changes: Partial<ProductDraft> = {}) => saveBoutiqueProduct(house.ctx(), sampleProduct(changes));
const shown = async (id_or_slug: string): Promise<Product> => product_schema.parse((await get(`/v1/products/${id_or_slug}`)).json());
const refusing = (field: string) => (error: unknown) =>
  error instanceof AppError && error.code === 'request.invalid' && Object.keys(error.fields ?? {}).some((name) => name.startsWith(field));

test('a product is shown by slug and by id, with its boutique, colours and stock, and is never stale', async () => {
  const { id } = await save();
  const product = await shown('oxford-shirt');
  assert.deepEqual(await shown(id), product);
  assert.equal(product.boutique?.name, 'Loja Azul');
  assert.equal(product.brand, 'Loja Azul');
  assert.equal(product.product_url, 'http://localhost:3000/shop/oxford-shirt');
  assert.deepEqual(product.size_options, [
    { label: 'S', is_available: true },
    { label: 'M', is_available: true },
    { label: 'L', is_available: false },
  ]);
  assert.deepEqual(
    product.variants.map(({ size, color, on_hand, is_available, currency }) => [size, color, on_hand, is_available, currency]),
    [
      ['S', 'Navy', 3, true, 'EUR'],
      ['M', 'Navy', 1, true, 'EUR'],
      ['M', 'White', 2, true, 'EUR'],
      ['L', 'Navy', 0, false, 'EUR'],
    ],
  );
  assert.deepEqual(
    product.color_options.map(({ family }) => family),
    ['blue', 'white'],
  );
  assert.deepEqual(product.quality, []);
  house.clock.pass(60 * 24 * 3600);
  assert.equal((await shown(id)).stale, false);
});

test('saving again changes the product under its id, and what was remembered is forgotten', async () => {
  const { id } = await save({ slug: 'again' });
  const before_it = await shown('again');
  await save({
    slug: 'again',
    price_minor: 4000,
    price_before_minor: 8900,
    variants: [
      { size: 'S', color: 'Navy', on_hand: 0 },
      { size: 'S', color: 'White', on_hand: 9 },
    ],
  });
  const after_it = await shown('again');
  assert.equal(after_it.id, id);
  assert.deepEqual([before_it.price_minor, after_it.price_minor, after_it.price_before_minor], [8900, 4000, 8900]);
  assert.deepEqual(
    after_it.variants.map(({ color, on_hand }) => [color, on_hand]),
    [
      ['Navy', 0],
      ['White', 9],
    ],
  );
  const kept = (list: Product) => list.variants.find(({ size, color }) => size === 'S' && color === 'Navy')?.id;
  assert.equal(kept(after_it), kept(before_it), 'a variant keeps its id while it stays');
});

test('what is promised to buyers cannot be taken away, in the database either', async () => {
  const { id } = await save({ slug: 'promised' });
  const { db } = house.ctx();
  const reserve = (count: number) =>
    sql`update catalog_variants set reserved = ${count} where product_id = ${id} and size = 'M' and color = 'White'`.execute(db);
  await reserve(2);
  assert.equal((await save({ slug: 'promised' })).id, id, 'as many as are promised may stay');
  assert.equal((await shown('promised')).variants.find(({ color }) => color === 'White')?.is_available, false);
  await assert.rejects(
    save({ slug: 'promised', variants: [{ size: 'M', color: 'White', on_hand: 1 }], colors: [{ name: 'White', hex: '#ffffff' }] }),
    refusing('variants'),
  );
  await assert.rejects(
    save({ slug: 'promised', variants: [{ size: 'S', color: 'Navy', on_hand: 1 }], colors: [{ name: 'Navy', hex: '#1c2740' }] }),
    refusing('variants'),
  );
  await assert.rejects(reserve(3), /check constraint/);
  await assert.rejects(sql`update catalog_variants set on_hand = -1 where product_id = ${id}`.execute(db), /check constraint/);
  await assert.rejects(
    sql`insert into catalog_variants select ${newId()}::uuid, product_id, size, color, sku, price_minor, on_hand, 0, created_at, updated_at from catalog_variants where product_id = ${id} and size = 'S'`.execute(
      db,
    ),
    /unique/,
  );
});

test('prices of currencies without minor units, and with large notes, are kept as they are; names may be long', async () => {
  const at = async (slug: string, currency: string, price_minor: number) => {
    await saveBoutique(house.ctx(), sampleBoutique({ slug: `shop-${slug}`, name: `Shop ${currency}`, currency }));
    await save({ boutique: `shop-${slug}`, slug, price_minor, product_name: 'x'.repeat(200) });
    const product = await shown(slug);
    assert.deepEqual([product.price_minor, product.currency, product.variants[0]?.price_minor], [price_minor, currency, price_minor]);
  };
  await at('yen', 'JPY', 12_500);
  await at('naira', 'NGN', 1_250_000);
  await at('dinar', 'KWD', 24_750);
});

test('forty sizes come in wearing order, one more is refused', async () => {
  const sizes = Array.from({ length: 41 }, (_, i) => String(30 + i));
  const variants = sizes.toReversed().map((size) => ({ size, color: 'Navy', on_hand: 1 }));
  const colors = [{ name: 'Navy', hex: '#1c2740' }];
  await save({ slug: 'forty', colors, variants: variants.slice(0, 40) });
  assert.deepEqual(
    (await shown('forty')).size_options.map(({ label }) => label),
    sizes.slice(1),
  );
  await assert.rejects(save({ slug: 'forty', colors, variants }), refusing('variants'));
});

test('a draft that cannot be kept is refused by the field that is wrong', async () => {
  const cases: [string, Partial<ProductDraft>][] = [
    ['product_name', { product_name: '' }],
    ['product_name', { product_name: 'x'.repeat(201) }],
    ['product_name', { product_name: 'two\nlines' }],
    ['slug', { slug: 'Not a slug' }],
    ['slug', { slug: 'sitemap' }],
    ['slug', { slug: newId() }],
    ['boutique', { boutique: 'nobody' }],
    ['price_minor', { price_minor: -1 }],
    ['price_before_minor', { price_before_minor: 8900 }],
    [
      'colors',
      {
        colors: [
          { name: 'Navy', hex: '#1c2740' },
          { name: 'White', hex: '#ffffff' },
          { name: 'Red', hex: '#ff0000' },
        ],
      },
    ],
    ['colors.0.hex', { colors: [{ name: 'Navy', hex: 'navy' }] }],
    [
      'variants',
      {
        variants: [
          { size: 'S', color: 'Navy', on_hand: 1 },
          { size: 'S', color: 'Navy', on_hand: 1 },
        ],
      },
    ],
    ['variants', { variants: [{ size: 'S', color: 'Teal', on_hand: 1 }] }],
    ['variants', { variants: [{ size: 'S', color: 'Navy', on_hand: -1 }] }],
  ];
  for (const [field, changes] of cases) await assert.rejects(save({ slug: 'refused', ...changes }), refusing(field), field);
  assert.equal((await get('/v1/products/refused')).statusCode, 404);
});

test('a boutique says in which language it writes and when it ships; its products and its cards say the language too', async () => {
  const ctx = house.ctx();
  await saveBoutique(ctx, sampleBoutique({ slug: 'atelier', language: 'fr', ships_in_days: null }));
  const { id } = await save({ slug: 'of-atelier', boutique: 'atelier' });
  const { boutique } = await shown(id);
  assert.deepEqual([boutique?.language, boutique?.ships_in_days], ['fr', null]);
  const { products } = (await get('/v1/products?boutique=atelier')).json<{ products: { boutique: object }[] }>();
  assert.deepEqual(products[0]?.boutique, { slug: 'atelier', name: 'Loja Azul', language: 'fr' });
  await saveBoutique(ctx, sampleBoutique({ slug: 'atelier', language: 'pt-BR', ships_in_days: 0 }));
  assert.deepEqual([(await shown(id)).boutique?.language, (await shown(id)).boutique?.ships_in_days], ['pt-BR', 0]);
  for (const language of ['', 'French', 'fr_FR', 'fr"><script>'])
    await assert.rejects(saveBoutique(ctx, sampleBoutique({ slug: 'atelier', language })), refusing('language'));
  await assert.rejects(saveBoutique(ctx, sampleBoutique({ slug: 'atelier', ships_in_days: 91 })), refusing('ships_in_days'));
});

test('an address belongs to its boutique, also when the product is gone', async () => {
  await saveBoutique(house.ctx(), sampleBoutique({ slug: 'other-shop', name: 'Other shop' }));
  await save({ slug: 'mine' });
  await assert.rejects(save({ slug: 'mine', boutique: 'other-shop' }), refusing('slug'));
  await removeBoutiqueProduct(house.ctx(), 'mine');
  await assert.rejects(save({ slug: 'mine', boutique: 'other-shop' }), refusing('slug'));
});

test('a product that was removed is gone by slug and id, not missing; it comes back under its id', async () => {
  const { id } = await save({ slug: 'going' });
  assert.equal((await get('/v1/products/going')).statusCode, 200);
  assert.equal(await removeBoutiqueProduct(house.ctx(), 'going'), true);
  assert.equal(await removeBoutiqueProduct(house.ctx(), 'going'), false);
  for (const path of ['going', id, `${id}/similar`]) {
    const answer = await get(`/v1/products/${path}`);
    assert.deepEqual([answer.statusCode, answer.json<{ error: { code: string } }>().error.code], [410, 'catalog.product_gone']);
  }
  assert.equal((await get('/v1/products/never-was')).statusCode, 404);
  const kept = await readProduct(house.ctx(), id);
  assert.deepEqual(
    [kept.product_name, kept.boutique, kept.is_available],
    ['Oxford shirt', null, false],
    'who bought it can still say how it fitted',
  );
  assert.equal((await save({ slug: 'going' })).id, id);
  assert.equal((await get('/v1/products/going')).statusCode, 200);
});

test('boutiques are listed and read; a new name reaches their products and the search; one with prices keeps its currency', async () => {
  const ctx = house.ctx();
  await saveBoutique(ctx, sampleBoutique({ slug: 'renamed', name: 'First Name' }));
  const { id } = await save({ slug: 'of-renamed', boutique: 'renamed' });
  assert.equal((await shown(id)).brand, 'First Name');
  await saveBoutique(ctx, sampleBoutique({ slug: 'renamed', name: 'Second Name' }));
  assert.deepEqual([(await shown(id)).brand, (await shown(id)).boutique?.name], ['Second Name', 'Second Name']);
  const found = (await get('/v1/products?q=second')).json<{ products: { slug: string }[] }>();
  assert.deepEqual(
    found.products.map(({ slug }) => slug),
    ['of-renamed'],
  );
  await assert.rejects(saveBoutique(ctx, sampleBoutique({ slug: 'renamed', currency: 'USD' })), refusing('currency'));
  const { boutiques } = (await get('/v1/boutiques')).json<{ boutiques: { id: string; slug: string; products_count: number }[] }>();
  const listed = boutiques.find(({ slug }) => slug === 'renamed')!;
  assert.equal(listed.products_count, 1);
  for (const name of ['renamed', listed.id]) assert.deepEqual((await get(`/v1/boutiques/${name}`)).json(), listed);
  assert.equal((await get('/v1/boutiques/nobody')).statusCode, 404);
  assert.equal((await get(`/v1/boutiques/${newId()}`)).statusCode, 404);
  assert.equal((await get('/v1/boutiques/Not%20one')).statusCode, 400);
});

test('removing a boutique takes its products with it and nothing else', async () => {
  const ctx = house.ctx();
  await saveBoutique(ctx, sampleBoutique({ slug: 'closing', name: 'Closing' }));
  await save({ slug: 'closing-one', boutique: 'closing' });
  await save({ slug: 'closing-two', boutique: 'closing' });
  const others = await sql<{
    count: number;
  }>`select count(*) as count from catalog_variants v join catalog_listings l using (product_id) where l.slug not like 'closing-%'`.execute(
    ctx.db,
  );
  assert.equal((await removeBoutique(ctx, 'closing')).length, 2);
  assert.deepEqual(await removeBoutique(ctx, 'closing'), []);
  assert.equal((await get('/v1/products/closing-one')).statusCode, 410);
  assert.equal((await get('/v1/boutiques/closing')).statusCode, 404);
  const left = await sql<{ count: number }>`select count(*) as count from catalog_variants`.execute(ctx.db);
  assert.equal(left.rows[0]?.count, others.rows[0]?.count);
});

test('a fitting starts from a boutique’s product: by id, by its own link; its chart and its garment’s measures count', async () => {
  const { id } = await save({ slug: 'to-fit' });
  const visitor = await anonymousVisitor(house);
  const started = await visitor.call<{ session_id: string; available_measurements: string[]; size_chart: { source: string } }>(
    'POST',
    '/v1/tryon/start',
    { product_id: id },
  );
  assert.equal(started.status, 201, JSON.stringify(started.body));
  assert.equal(started.body.size_chart.source, 'Size chart, Loja Azul');
  const product = await findOrReadProduct(house.ctx(), { product_url: 'http://localhost:3000/shop/to-fit' });
  assert.equal(product.id, id);
  const garment = await garmentOf(house.ctx(), product);
  assert.deepEqual(garment.sizes[1], { label: 'M', body_cm: { chest: [94, 99] }, garment_cm: { chest: 110 } });
  assert.equal((await visitor.call('POST', '/v1/tryon/recommend', { session_id: started.body.session_id })).status, 200);
  await removeBoutiqueProduct(house.ctx(), 'to-fit');
  assert.equal((await visitor.call('POST', '/v1/tryon/start', { product_id: id })).status, 410);
  const outcome = { session_id: started.body.session_id, size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true };
  assert.equal((await visitor.call('POST', '/v1/tryon/submit', outcome)).status, 200, 'who has it may still say how it fits');
});

test('shoes and bags are sold without a chart, and no size of them is advised', async () => {
  const { id } = await save({ slug: 'boots', category: 'shoes', charts: [] });
  assert.deepEqual((await shown(id)).quality, []);
  const answer = await (await anonymousVisitor(house)).call('POST', '/v1/tryon/start', { product_id: id });
  assert.deepEqual([answer.status, answer.body.error.code], [422, 'fit.no_size_chart']);
});

test('the site map names what is on sale, page by page', async () => {
  const slugs: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { products: { slug: string }[]; next_cursor: string | null } = (
      await get(`/v1/products/sitemap?limit=3${cursor && `&cursor=${cursor}`}`)
    ).json();
    slugs.push(...page.products.map(({ slug }) => slug));
    cursor = page.next_cursor;
  }
  assert.deepEqual(slugs, [...new Set(slugs)].toSorted());
  assert.ok(slugs.includes('oxford-shirt') && !slugs.includes('closing-one') && !slugs.includes('mine'));
  assert.equal((await get('/v1/products/sitemap?limit=0')).statusCode, 400);
});

test('what a command changed beside the server is forgotten there, by a job', async () => {
  const { id } = await save({ slug: 'beside' });
  assert.equal((await shown('beside')).price_minor, 8900);
  // Another process, whose memory is its own.
  await sql`update catalog_products set price_minor = 7000 where id = ${id}`.execute(house.ctx().db);
  assert.equal((await shown('beside')).price_minor, 8900);
  await forgetInServer(house.ctx(), [id]);
  const [waiting] = await house.ctx().queue.boss.findJobs(forget_products.name);
  await forget_products.run(house.ctx(), waiting!.data as { product_ids: string[] });
  assert.equal((await shown('beside')).price_minor, 7000);
});
