import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DimensionName } from '#contract/catalog.ts';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { zoneKind, type FitZone, type ZoneKind } from '#contract/fit-zones.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { personal_data } from './personal-data.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type Listed = { fit_zones: FitZone[]; is_anything_known: boolean };
const pathOf = ({ profile_id }: Visitor) => `/v1/profiles/${profile_id}/fit-zones`;
const list = async (visitor: Visitor) => (await visitor.call<Listed>('GET', pathOf(visitor))).body;
const zone = async (visitor: Visitor, kind: ZoneKind, name: DimensionName) =>
  (await list(visitor)).fit_zones.find((one) => one.kind === kind && one.name === name)!;
const set = (visitor: Visitor, place: string, range: object) => visitor.call<FitZone>('PUT', `${pathOf(visitor)}/${place}`, range);
const forget = (visitor: Visitor, place: string) => visitor.call<FitZone>('DELETE', `${pathOf(visitor)}/${place}`);
const start = async (visitor: Visitor) =>
  (await visitor.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body.session_id;
const advise = async (visitor: Visitor, session_id: string) =>
  (await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
const ownShirts = async (visitor: Visitor, count: number) => {
  const garment = { brand: 'J.Crew', category: 'shirt', size: 'M', sizing: 'men' };
  for (let n = 0; n < count; n += 1) await visitor.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, garment);
};

test('with nothing known every kind still has its zones, said to be most people’s', async () => {
  const { fit_zones, is_anything_known } = await list(await anonymousVisitor(house));
  assert.equal(is_anything_known, false);
  assert.deepEqual([...new Set(fit_zones.map(({ kind }) => kind))], zoneKind.options);
  assert.ok(fit_zones.every(({ basis, learned_from, low_cm, high_cm }) => basis === 'guessed' && learned_from === 0 && low_cm < high_cm));
});

test('three garments make a zone learned, and it says from how many and what was said of them', async () => {
  const visitor = await anonymousVisitor(house);
  await ownShirts(visitor, 2);
  assert.equal((await zone(visitor, 'shirt', 'chest')).basis, 'guessed');
  await ownShirts(visitor, 1);
  const { basis, learned_from, why } = await zone(visitor, 'shirt', 'chest');
  assert.deepEqual([basis, learned_from], ['learned', 3]);
  assert.deepEqual(why[0], { code: 'worn', category: 'shirt', count: 3, felt_small: 0, felt_right: 3, felt_large: 0 });
  assert.equal((await zone(visitor, 'shirt', 'length')).basis, 'guessed', 'nobody spoke of the length');
  assert.equal((await zone(visitor, 'trousers', 'inseam')).learned_from, 0);
});

test('a zone set by hand changes the advice, and forgetting it brings the old advice back', async () => {
  const visitor = await anonymousVisitor(house);
  await ownShirts(visitor, 3);
  const session_id = await start(visitor);
  const first = await advise(visitor, session_id);
  assert.equal(first.recommended_size, 'M');
  const before_it = await zone(visitor, 'shirt', 'chest');
  const answer = await set(visitor, 'shirt/chest', { low_cm: 118, high_cm: 126 });
  assert.deepEqual([answer.status, answer.body.basis, answer.body.low_cm, answer.body.high_cm], [200, 'set', 118, 126]);
  assert.deepEqual(answer.body.set_at, house.clock.now().toISOString());
  const { low_cm, high_cm } = answer.body.without_your_word!;
  assert.deepEqual([low_cm, high_cm], [before_it.low_cm, before_it.high_cm]);
  const next = await advise(visitor, session_id);
  assert.notEqual(next.recommended_size, 'M');
  const chest = next.dimensions.find(({ name }) => name === 'chest')!;
  assert.deepEqual([chest.zone_basis, chest.zone.good], ['set', [118, 126]]);
  assert.ok(next.evidence.some(({ kind, count }) => kind === 'fit_zones' && count === 1));
  assert.deepEqual((await forget(visitor, 'shirt/chest')).body, before_it);
  const { advice_id: _a, ...again } = await advise(visitor, session_id);
  const { advice_id: _b, ...at_first } = first;
  assert.deepEqual(again, at_first);
});

test('what one person of the account likes is not what another does', async () => {
  const visitor = await anonymousVisitor(house);
  const { body: ada } = await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' });
  await visitor.call('PUT', `/v1/profiles/${ada.id}/fit-zones/shirt/chest`, { low_cm: 118, high_cm: 126 });
  assert.equal((await zone(visitor, 'shirt', 'chest')).basis, 'guessed');
});

test('setting again replaces; forgetting what was never set is no error', async () => {
  const visitor = await anonymousVisitor(house);
  const ranges = [100, 104, 108].map((low_cm) => set(visitor, 'knitwear/chest', { low_cm, high_cm: low_cm + 8 }));
  assert.deepEqual(
    (await Promise.all(ranges)).map(({ status }) => status),
    [200, 200, 200],
  );
  await set(visitor, 'knitwear/chest', { low_cm: 101, high_cm: 109 });
  const { low_cm, high_cm, basis } = await zone(visitor, 'knitwear', 'chest');
  assert.deepEqual([low_cm, high_cm, basis], [101, 109, 'set']);
  assert.equal((await forget(visitor, 'knitwear/chest')).body.basis, 'guessed');
  assert.deepEqual([(await forget(visitor, 'knitwear/chest')).status, (await forget(visitor, 'knitwear/waist')).status], [200, 200]);
});

for (const [what, range, code] of [
  ['turned round', { low_cm: 109, high_cm: 101 }, 'request.invalid'],
  ['of no width', { low_cm: 101, high_cm: 101.5 }, 'request.invalid'],
  ['that says nothing', { low_cm: 60, high_cm: 200 }, 'request.invalid'],
  ['with one end', { low_cm: 101 }, 'request.invalid'],
  ['in inches', { low_cm: 40, high_cm: 43 }, 'fit.unlikely_zone'],
  ['with a digit too many', { low_cm: 280, high_cm: 290 }, 'fit.unlikely_zone'],
] as const) {
  test(`a range ${what} is refused with the field named, and nothing is kept`, async () => {
    const visitor = await anonymousVisitor(house);
    const { status, body } = await set(visitor, 'knitwear/chest', range);
    assert.deepEqual([status, body.error.code], [400, code]);
    assert.ok(Object.keys(body.error.fields ?? {}).length > 0);
    if ('high_cm' in range && range.low_cm === 40) assert.match(body.error.message, /102 to 109 cm/);
    assert.equal((await zone(visitor, 'knitwear', 'chest')).basis, 'guessed');
  });
}

test('a place that this kind does not have is not found; a kind that is none is refused', async () => {
  const visitor = await anonymousVisitor(house);
  const range = { low_cm: 76, high_cm: 82 };
  assert.equal((await set(visitor, 'shirt/inseam', range)).status, 404);
  assert.equal((await forget(visitor, 'shirt/inseam')).status, 404);
  assert.equal((await set(visitor, 'hat/chest', range)).status, 400);
});

test('after a merge the newer word stays, and what only one side said is kept', async () => {
  const [from, to] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  await set(from, 'shirt/chest', { low_cm: 100, high_cm: 106 });
  await set(to, 'shirt/waist', { low_cm: 90, high_cm: 98 });
  await set(to, 'knitwear/waist', { low_cm: 92, high_cm: 99 });
  house.clock.pass(60);
  await set(to, 'shirt/chest', { low_cm: 104, high_cm: 110 });
  await set(from, 'shirt/waist', { low_cm: 94, high_cm: 102 });
  await set(from, 'jacket/chest', { low_cm: 108, high_cm: 116 });
  await inTransaction(house.ctx(), (tx) => personal_data.merge(tx, from.person_id, to.person_id));
  const kept = (await list(to)).fit_zones.filter(({ basis }) => basis === 'set');
  assert.deepEqual(kept.map(({ kind, name, low_cm }) => `${kind} ${name} ${low_cm}`).toSorted(), [
    'jacket chest 108',
    'knitwear waist 92',
    'shirt chest 104',
    'shirt waist 94',
  ]);
  assert.ok((await list(from)).fit_zones.every(({ basis }) => basis !== 'set'));
});

test('the export shows what was set, and erasing takes it along', async () => {
  const visitor = await anonymousVisitor(house);
  await set(visitor, 'dress/hip', { low_cm: 98, high_cm: 106 });
  const { body } = await visitor.call<{ areas: { fit: { profiles: { fit_zones: object[] }[] } } }>('GET', '/v1/me/export');
  const [exported] = body.areas.fit.profiles[0]!.fit_zones as { kind: string; name: string; low_cm: number }[];
  assert.deepEqual([exported?.kind, exported?.name, exported?.low_cm], ['dress', 'hip', 98]);
  const { body: receipt } = await visitor.call<{ rows: Record<string, number> }>('DELETE', '/v1/me');
  assert.equal(receipt.rows['fit'], 1);
  const { rows } = await house.platform.database.pool.query('select 1 from fit_zones where profile_id = $1', [visitor.profile_id]);
  assert.equal(rows.length, 0);
});
