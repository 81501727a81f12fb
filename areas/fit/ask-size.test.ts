import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { Product } from '#contract/catalog.ts';
import type { Fitting, SizeAdvice, SizeAnswer } from '#contract/fit.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
  await openBoutique(house);
});
after(() => house.close());

async function openBoutique({ ctx }: TestHouse): Promise<void> {
  const shop = { slug: 'loja', name: 'Loja', city: 'Porto', country: 'PT', story: 'A loom.', language: 'en', ships_in_days: 1 };
  await saveBoutique(ctx(), { ...shop, returns_days: 30, currency: 'EUR' });
}

/** Puts a men's garment in three sizes up for sale and returns its id. */
async function sell(at: TestHouse, slug: string, category: 'shirt' | 'bag' = 'shirt'): Promise<string> {
  const labels = ['S', 'M', 'L'];
  await saveBoutiqueProduct(at.ctx(), {
    boutique: 'loja',
    slug,
    product_name: slug,
    description: '',
    category,
    sizing: 'men',
    fit: 'regular',
    stretch: 'none',
    materials: [],
    price_minor: 8900,
    colors: [{ name: 'Navy', hex: '#1c2740' }],
    variants: labels.map((size) => ({ size, color: 'Navy', on_hand: 2 })),
    charts: [
      { kind: 'body', unit: 'cm', title: 'Chart', sizes: labels.map((label, n) => ({ label, cm: { chest: [88 + 6 * n, 93 + 6 * n] } })) },
    ],
  });
  return (await callHouse<Product>(at, { method: 'GET', url: `/v1/products/${slug}` })).body.id;
}

const ask = (who: Visitor, product_id: string, more = '') => who.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}${more}`);
const measure = (who: Visitor, body: object) => who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, body);
const rowsIn = async (at: TestHouse, table: string): Promise<number> =>
  Number((await at.platform.database.pool.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]!.count);

test('the answer is what a fitting would advise, and nothing of it is kept', async () => {
  const [who, product_id] = [await anonymousVisitor(house), await sell(house, 'same-answer')];
  await measure(who, { chest_cm: 96, height_cm: 180 });
  const kept = await rowsIn(house, 'fit_fittings');
  const { status, body } = await ask(who, product_id);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([await rowsIn(house, 'fit_fittings'), await rowsIn(house, 'fit_advices')], [kept, 0]);
  assert.deepEqual([body.product_id, body.profile_id, body.size_options], [product_id, who.profile_id, ['S', 'M', 'L']]);
  const { session_id } = (await who.call<Fitting>('POST', '/v1/tryon/start', { product_id })).body;
  const { advice_id: _, session_id: __, ...advised } = (await who.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
  const { product_id: ___, profile_id: ____, size_options: _____, ...answered } = body;
  assert.deepEqual(answered, advised);
});

test('whoever looks at thirty garments within a minute is refused none, and leaves no fitting behind', async () => {
  const strict = await testHouse({ SESSION_LIMIT_PER_MINUTE: '10', RATE_LIMIT_PER_MINUTE: '60' });
  await openBoutique(strict);
  const products: string[] = [];
  for (let n = 0; n < 30; n += 1) products.push(await sell(strict, `thing-${n}`));
  const who = await anonymousVisitor(strict);
  await measure(who, { chest_cm: 96 });
  const statuses: number[] = [];
  for (const product_id of products) statuses.push((await ask(who, product_id)).status);
  assert.deepEqual(new Set(statuses), new Set([200]));
  assert.deepEqual([await rowsIn(strict, 'fit_fittings'), await rowsIn(strict, 'fit_advices')], [0, 0]);
  assert.equal((await who.call('POST', '/v1/tryon/start', { product_id: products[0] })).status, 201, 'a fitting can still be begun');
  await strict.close();
});

test('a browser is sent the same answer once, also later; what is told meanwhile counts at once', async () => {
  const [who, product_id] = [await anonymousVisitor(house), await sell(house, 'asked-again')];
  await measure(who, { chest_cm: 90 });
  await who.call('POST', `/v1/profiles/${who.profile_id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'S', sizing: 'men' });
  // An answer holds for a day of UTC, which must not end between the two.
  if (new Date(house.clock.now().getTime() + 60_000).getUTCDate() !== house.clock.now().getUTCDate()) house.clock.pass(60);
  const first = await ask(who, product_id);
  assert.equal(first.headers['cache-control'], 'private, no-cache');
  const again = () =>
    callHouse<SizeAnswer>(house, {
      method: 'GET',
      url: `/v1/size-advice?product_id=${product_id}`,
      headers: { ...who.headers, 'if-none-match': String(first.headers['etag']) },
    });
  house.clock.pass(60);
  const same = await again();
  assert.deepEqual([same.status, same.body], [304, undefined]);
  await measure(who, { chest_cm: 104 });
  const other = await again();
  assert.equal(other.status, 200);
  assert.notEqual(other.body.recommended_size, first.body.recommended_size);
});

test('another profile of one’s own gets its own answer, somebody else’s none', async () => {
  const [who, product_id] = [await accountVisitor(house), await sell(house, 'for-two')];
  await measure(who, { chest_cm: 90 });
  const { body: partner } = await who.call<{ id: string }>('POST', '/v1/profiles', { name: 'Partner', sizing: 'men' });
  await who.call('PATCH', `/v1/profiles/${partner.id}/measurements`, { chest_cm: 104 });
  const [mine, theirs] = [await ask(who, product_id), await ask(who, product_id, `&profile_id=${partner.id}`)];
  assert.deepEqual([mine.body.recommended_size, theirs.body.recommended_size], ['S', 'L']);
  const stranger = await ask(await anonymousVisitor(house), product_id, `&profile_id=${partner.id}`);
  assert.deepEqual([stranger.status, stranger.body.error.code], [404, 'request.not_found']);
});

test('a stranger, a question of nothing, what nobody sells and what no body measures are refused in words', async () => {
  const [who, product_id] = [await anonymousVisitor(house), await sell(house, 'refusals')];
  const answers = [
    await callHouse(house, { method: 'GET', url: `/v1/size-advice?product_id=${product_id}` }),
    await who.call('GET', '/v1/size-advice'),
    await ask(who, '01900000-0000-7000-8000-000000000000'),
    await ask(who, await sell(house, 'a-bag', 'bag')),
  ];
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.error.code]),
    [
      [401, 'people.not_signed_in'],
      [400, 'request.invalid'],
      [404, 'request.not_found'],
      [422, 'fit.no_size_chart'],
    ],
  );
});

test('what somebody handed over is theirs: nobody else can ask about it', async () => {
  const [owner, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const { product_id } = (await owner.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage({ code: 'AS100' }) })).body;
  assert.deepEqual([(await ask(owner, product_id)).status, (await ask(other, product_id)).status], [200, 404]);
});
