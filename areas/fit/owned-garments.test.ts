import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FitZone } from '#contract/fit-zones.ts';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const shirt = { brand: 'J.Crew', category: 'shirt', size: 'M', sizing: 'men', description: 'blue', garment_cm: { chest: 112 } };
const own = async (who: Visitor, garment: object = shirt): Promise<OwnedGarment> =>
  (await who.call<OwnedGarment>('POST', `/v1/profiles/${who.profile_id}/owned-garments`, garment)).body;
const change = (who: Visitor, id: string, body: object, profile_id = who.profile_id) =>
  who.call<OwnedGarment>('PATCH', `/v1/profiles/${profile_id}/owned-garments/${id}`, body);
const listed = async (who: Visitor) =>
  (await who.call<{ owned_garments: OwnedGarment[] }>('GET', `/v1/profiles/${who.profile_id}/owned-garments`)).body.owned_garments;
const zones = async (who: Visitor) =>
  (await who.call<{ fit_zones: FitZone[] }>('GET', `/v1/profiles/${who.profile_id}/fit-zones`)).body.fit_zones;

test('a garment is corrected in what is given; the rest, its id and when it was told stay, and null forgets', async () => {
  const who = await anonymousVisitor(house);
  await who.call('PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'men' });
  const before_it = await own(who);
  house.clock.pass(60);
  const { status, body } = await change(who, before_it.id, { size: 'L', overall: 'slightly_large' });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { ...before_it, size: 'L', overall: 'slightly_large' });
  assert.deepEqual(await listed(who), [body]);
  const { body: forgotten } = await change(who, before_it.id, { sizing: null, description: null, garment_cm: null });
  assert.deepEqual(
    Object.keys(forgotten).filter((name) => ['sizing', 'description', 'garment_cm'].includes(name)),
    [],
  );
  assert.deepEqual((await change(who, before_it.id, {})).body, forgotten, 'a change of nothing changes nothing');
  const { body: unknown } = await change(who, before_it.id, { brand: 'A tailor' });
  assert.deepEqual([forgotten.is_chart_known, unknown.is_chart_known], [true, false]);
});

test('from the moment a garment is corrected, zones and advice are as if it had been told so from the start', async () => {
  const [corrected, told] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  for (const who of [corrected, told]) await who.call('PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'men' });
  const plain = { brand: 'J.Crew', category: 'shirt', size: 'S', sizing: 'men' };
  const { id } = await own(corrected, plain);
  const before_it = await zones(corrected);
  await change(corrected, id, { size: 'XL' });
  await own(told, { ...plain, size: 'XL' });
  assert.notDeepEqual(await zones(corrected), before_it);
  assert.deepEqual(await zones(corrected), await zones(told));
  const start = { page_html: sampleProductPage() };
  const { session_id } = (await corrected.call<Fitting>('POST', '/v1/tryon/start', start)).body;
  assert.equal((await corrected.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body.recommended_size, 'XL');
  await change(corrected, id, { category: 'jeans', size: '32' });
  assert.ok((await zones(corrected)).every(({ kind, why }) => why.every((one) => one.code !== 'worn' || kind !== 'shirt')));
});

test('what makes no sense is refused by its field, and nothing is changed', async () => {
  const who = await anonymousVisitor(house);
  const garment = await own(who);
  for (const [body, field] of [
    [{ brand: '  ' }, 'brand'],
    [{ size: 'x'.repeat(41) }, 'size'],
    [{ category: 'hat' }, 'category'],
    [{ overall: 'fine' }, 'overall'],
    [{ garment_cm: { chest: 1000 } }, 'garment_cm.chest'],
    [{ size: null }, 'size'],
  ] as const) {
    const answer = await change(who, garment.id, body);
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.deepEqual(Object.keys(answer.body.error.fields ?? {}), [field]);
  }
  assert.deepEqual(await listed(who), [garment]);
});

test('a garment is corrected only in the profile where it is', async () => {
  const who = await accountVisitor(house);
  const garment = await own(who);
  const { body: partner } = await who.call<{ id: string }>('POST', '/v1/profiles', { name: 'Partner' });
  const answers = [await change(who, garment.id, { size: 'L' }, partner.id), await change(who, partner.id, { size: 'L' })];
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.error.code]),
    [
      [404, 'request.not_found'],
      [404, 'request.not_found'],
    ],
  );
  assert.deepEqual(await listed(who), [garment]);
});

test('a garment at home counts by its own measurements, also where no chart of its brand is known', async () => {
  const advised = async (chest: number) => {
    const who = await anonymousVisitor(house);
    await who.call('PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'men' });
    await own(who, { ...shirt, brand: 'A tailor', garment_cm: { chest } });
    const { session_id } = (await who.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body;
    return (await who.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
  };
  const expected = ({ all_scores }: SizeAdvice) => Object.values(all_scores).reduce((sum, { score }, i) => sum + i * score, 0);
  const [close, usual, wide] = [await advised(102), await advised(112), await advised(126)].map(expected);
  assert.ok(wide! > usual! + 0.1 && usual! > close! + 0.1, `${close} ${usual} ${wide}`);
});
