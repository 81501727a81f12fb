import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAnswer } from '#contract/fit.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const start = async (who: Visitor, page: object = { page_html: sampleProductPage() }): Promise<Fitting> =>
  (await who.call<Fitting>('POST', '/v1/tryon/start', page)).body;
const read = async (who: Visitor, { session_id }: Fitting): Promise<Fitting> =>
  (await who.call<Fitting>('GET', `/v1/fittings/${session_id}`)).body;
/** A page of a shop that says little. */
const bare = (more: object = {}, body = '') => ({
  product_url: 'https://shop.example/p/1',
  page_html: `<script type="application/ld+json">${JSON.stringify({ '@type': 'Product', name: 'Oxford shirt', brand: 'Weaver', size: ['S', 'M', 'L'], ...more })}</script>${body}`,
});
const correction = (more: object = {}) => ({
  brand: 'J.Crew',
  sizing: 'men',
  category: 'shirt',
  source: 'the size guide',
  sizes: ['S', 'M', 'L', 'XL'].map((label, i) => ({ label, body: { chest: [90 + 8 * i, 95 + 8 * i] } })),
  ...more,
});
const correct = async (who: Visitor, more?: object) =>
  (await who.call<{ id: string }>('POST', '/v1/size-charts/corrections', correction(more))).body.id;

test('a fitting tells which chart its sizes follow', async () => {
  const who = await anonymousVisitor(house);
  const { size_chart } = await start(who);
  assert.deepEqual(
    [size_chart?.origin, size_chart?.brand, size_chart?.sizing, size_chart?.is_estimated, size_chart?.is_yours],
    ['built_in', 'J.Crew', 'men', false, false],
  );
});

test('one’s own correction is told as one’s own; an accepted one names who made it, to everybody', async () => {
  const [author, other, operator] = [await accountVisitor(house), await accountVisitor(house), await accountVisitor(house, 'operator')];
  const [mine, theirs] = [await start(author), await start(other)];
  const id = await correct(author, { credited_to: 'Ada' });
  assert.deepEqual(
    [
      (await read(author, mine)).size_chart?.id,
      (await read(author, mine)).size_chart?.is_yours,
      (await read(other, theirs)).size_chart?.origin,
    ],
    [id, true, 'built_in'],
  );
  await operator.call('POST', `/v1/operator/size-charts/corrections/${id}/decision`, {
    accept: true,
    updated_at: house.clock.now().toISOString(),
  });
  const { size_chart } = await read(other, theirs);
  assert.deepEqual([size_chart?.id, size_chart?.credited_to, size_chart?.is_yours], [id, 'Ada', false]);
  const listed = await other.call<{ fittings: Fitting[] }>('GET', '/v1/fittings');
  assert.equal(listed.body.fittings[0]?.size_chart?.credited_to, 'Ada');
  await author.call('DELETE', `/v1/size-charts/corrections/${id}`);
});

test('what the page of the product states is dated by its reading; the profile says whose charts count where the page does not', async () => {
  const who = await anonymousVisitor(house);
  const table =
    '<h2>Body measurements (cm)</h2><table><tr><th>Size<th>Chest<tr><td>S<td>88-94<tr><td>M<td>95-101<tr><td>L<td>102-108</table>';
  const stated = await start(who, bare({ audience: { suggestedGender: 'male' } }, table));
  assert.deepEqual([stated.size_chart?.origin, stated.size_chart?.id], ['page', null]);
  assert.equal(stated.size_chart?.stated_at, house.clock.now().toISOString());

  const unknown = await start(who, bare());
  assert.deepEqual([unknown.sizing, unknown.size_chart], [null, null], 'nobody said whose sizes these are');
  await who.call('PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'women' });
  const { sizing, size_chart, available_measurements } = await read(who, unknown);
  assert.equal(sizing, 'women');
  assert.deepEqual([size_chart?.brand, size_chart?.sizing, size_chart?.is_estimated], [null, 'women', true]);
  assert.deepEqual(available_measurements, ['chest', 'waist', 'hip']);
});

test('the list of a product’s charts begins with the one that its fitting tells of, and only for who may see the product', async () => {
  const [who, stranger] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const jacket = await start(who, bare({ brand: 'J.Crew', name: 'Work jacket', audience: { suggestedGender: 'male' } }));
  const url = `/v1/size-charts?brand=J.Crew&sizing=men&category=${jacket.category}&product_id=${jacket.product_id}`;
  const { body } = await who.call<{ size_charts: { brand: string | null; is_estimated: boolean; is_in_use: boolean }[] }>('GET', url);
  assert.equal(jacket.category, 'jacket');
  assert.deepEqual(
    body.size_charts.map(({ brand, is_estimated, is_in_use }) => [brand, is_estimated, is_in_use]),
    [
      ['J.Crew', true, true],
      [null, true, false],
    ],
    'their tops stand in for a jacket',
  );
  assert.equal((await stranger.call('GET', url)).status, 404);
});

test('a figure refused in inches is told in inches', async () => {
  const who = await anonymousVisitor(house);
  const sizes = ['S', 'M'].map((label) => ({ label, body: { chest: [9, 10] } }));
  const { body } = await who.call('POST', '/v1/size-charts/corrections', correction({ unit: 'in', sizes }));
  assert.deepEqual(body.error.fields, { 'sizes.0.body.chest': 'Between 15.7 and 74.8 in' });
});

test('a chart told in inches gives the advice of the same chart told in centimetres', async () => {
  const sizesIn = (factor: number) =>
    ['S', 'M', 'L', 'XL'].map((label, i) => ({
      label,
      body: { chest: [36 + 3 * i, 38 + 3 * i].map((inches) => Math.round(inches * factor * 10) / 10) },
    }));
  const advised = await Promise.all(
    [
      { unit: 'in', sizes: sizesIn(1) },
      { unit: 'cm', sizes: sizesIn(2.54) },
    ].map(async (chart) => {
      const who = await accountVisitor(house);
      await who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, { chest_cm: 103 });
      await correct(who, chart);
      const { product_id } = await start(who);
      return (await who.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}`)).body;
    }),
  );
  assert.equal(advised[0]!.recommended_size, 'M');
  assert.deepEqual(advised[1]!.all_scores, advised[0]!.all_scores);
});
