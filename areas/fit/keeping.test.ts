import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { OwnedGarment } from '#contract/owned-garments.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { personal_data } from './personal-data.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const rowsOf = async (text: string, values: unknown[] = []) => (await house.platform.database.pool.query(text, values)).rows as object[];
const start = async (visitor: Visitor, code: string): Promise<Fitting> =>
  (await visitor.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage({ code }) })).body;
const submit = (visitor: Visitor, session_id: string, overall = 'perfect') =>
  visitor.call('POST', '/v1/tryon/submit', { session_id, size_tried: 'M', fit_feedback: { overall }, would_keep: true });
const addGarment = (visitor: Visitor) =>
  visitor.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'M' });
const ownGarments = (profile_id: string, count: number, description: string, first_second = 0) =>
  rowsOf(
    `insert into fit_owned_garments (id, profile_id, brand, category, size, overall, description, created_at)
     select gen_random_uuid(), $1, 'J.Crew', 'shirt', 'M', 'perfect', $3, '2026-01-01'::timestamptz + ($4 + n) * interval '1 second'
     from generate_series(1, $2::int) n`,
    [profile_id, count, description, first_second],
  );
const owned = async (visitor: Visitor) =>
  (await visitor.call<{ owned_garments: OwnedGarment[] }>('GET', `/v1/profiles/${visitor.profile_id}/owned-garments`)).body.owned_garments;

test('sixty garments are the most, also when many come at once', async () => {
  const visitor = await anonymousVisitor(house);
  await ownGarments(visitor.profile_id, 58, 'old');
  const answers = await Promise.all(Array.from({ length: 12 }, () => addGarment(visitor)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 2);
  assert.equal((await owned(visitor)).length, 60);
});

test('after a merge the newest sixty garments stay', async () => {
  const [from, to] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  await ownGarments(from.profile_id, 40, 'newer', 1000);
  await ownGarments(to.profile_id, 40, 'older');
  await inTransaction(house.ctx(), (tx) => personal_data.merge(tx, from.person_id, to.person_id));
  const kept = (await owned(to)).map(({ description }) => description);
  assert.deepEqual([kept.length, kept.filter((one) => one === 'newer').length], [60, 40]);
});

test('erasing takes what was said of a fit out of the news too, and counts it', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = await start(visitor, 'KK100');
  await submit(visitor, session_id);
  const mentions = () => rowsOf('select name from platform_events where payload::text like $1', [`%${visitor.profile_id}%`]);
  assert.equal((await mentions()).length, 1);
  const { body } = await visitor.call<{ rows: Record<string, number> }>('DELETE', '/v1/me');
  assert.equal(body.rows['fit'], 3, 'a fitting, its feedback, its news');
  assert.deepEqual(await mentions(), []);
});

test('a fitting whose product is gone is not listed and not read; the others and the advice go on', async () => {
  const visitor = await anonymousVisitor(house);
  const [gone, there] = [await start(visitor, 'KK200'), await start(visitor, 'KK201')];
  for (const { session_id } of [gone, there]) assert.equal((await submit(visitor, session_id)).status, 200);
  await rowsOf('delete from catalog_products where id = $1', [gone.product_id]);
  const listed = await visitor.call<{ fittings: Fitting[] }>('GET', '/v1/fittings');
  assert.deepEqual(
    listed.body.fittings.map(({ session_id }) => session_id),
    [there.session_id],
  );
  assert.equal((await visitor.call('GET', `/v1/fittings/${gone.session_id}`)).status, 404);
  const advice = await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id: there.session_id });
  assert.deepEqual([advice.status, advice.body.evidence.find(({ kind }) => kind === 'feedback')?.count], [200, 1]);
});

test('an integrator reads and lists the fittings of the shopper it names', async () => {
  const operator = await accountVisitor(house, 'operator');
  const { body: key } = await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name: 'shop', scopes: ['fit', 'act_for'] });
  const headers = { authorization: `Bearer ${key.secret}` };
  const get = <T>(url: string) => callHouse<T & object>(house, { method: 'GET', url, headers });
  const payload = { page_html: sampleProductPage({ code: 'KK300' }), user_id: 'anna' };
  const { body: made } = await callHouse<Fitting>(house, { method: 'POST', url: '/v1/tryon/start', headers, payload });
  const list = await get<{ fittings: Fitting[] }>('/v1/fittings?user_id=anna');
  assert.deepEqual([list.status, list.body.fittings.map(({ session_id }) => session_id)], [200, [made.session_id]]);
  const statuses = ['?user_id=anna', '?user_id=berta', ''].map((query) => get(`/v1/fittings/${made.session_id}${query}`));
  assert.deepEqual(
    (await Promise.all(statuses)).map(({ status }) => status),
    [200, 404, 400],
  );
});

test('a cursor that is none is refused', async () => {
  const visitor = await anonymousVisitor(house);
  for (const cursor of ['nonsense', 'f'.repeat(36), ''])
    assert.equal((await visitor.call('GET', `/v1/fittings?cursor=${cursor}`)).status, 400, cursor);
});

test('the daily sweep forgets which news was counted, later than news itself is forgotten', async () => {
  const { clock, platform } = house;
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000).toISOString();
  const [young, old] = [newId(), newId()];
  await rowsOf('insert into fit_counted_events values ($1, $2), ($3, $4)', [young, daysAgo(59), old, daysAgo(61)]);
  const sweep = platform.jobs.find(({ name }) => name === 'fit.sweep');
  assert.match(sweep?.cron ?? '', /^\d+ \d+ \* \* \*$/);
  await sweep?.run(platform.systemCtx(), {} as never);
  assert.deepEqual(await rowsOf('select event_id from fit_counted_events where event_id = any($1)', [[young, old]]), [{ event_id: young }]);
});
