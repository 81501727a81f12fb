import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#platform/ids/new-id.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { removeBoutiqueProduct, saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import { countInteractions, deleteInvented, type InteractionRow } from './interaction.store.ts';
import { recordInteractions } from './invented.ts';

let house: TestHouse;
let product_id: string;
before(async () => {
  house = await testHouse();
  const ctx = house.ctx();
  await saveBoutique(ctx, sampleBoutique());
  product_id = (await put('shirt')).id;
});
after(() => house.close());

const put = (slug: string) => saveBoutiqueProduct(house.ctx(), sampleShirt(slug));
const tell = (visitor: Visitor, body: object = {}) => visitor.call('POST', '/v1/interactions', { kind: 'view', product_id, ...body });
const logOf = async (person_id: string): Promise<InteractionRow[]> =>
  (await sql<InteractionRow>`select * from insight_interactions where person_id = ${person_id} order by at, id`.execute(house.ctx().db))
    .rows;
const newsOf = async (person_id: string): Promise<{ kind: string }[]> =>
  (
    await sql<{
      kind: string;
    }>`select payload ->> 'kind' as kind from platform_events where name = 'interaction.recorded' and payload ->> 'person_id' = ${person_id}`.execute(
      house.ctx().db,
    )
  ).rows;

test('what somebody did is noted once a minute, and told the others in the same breath', async () => {
  const visitor = await anonymousVisitor(house);
  for (const kind of ['view', 'view', 'save']) assert.equal((await tell(visitor, { kind, context: 'home' })).status, 200);
  assert.deepEqual(
    (await logOf(visitor.person_id)).map(({ kind, context }) => [kind, context]),
    [
      ['view', 'home'],
      ['save', 'home'],
    ],
  );
  assert.equal((await newsOf(visitor.person_id)).length, 2);
  house.clock.pass(61);
  await tell(visitor);
  assert.equal((await logOf(visitor.person_id)).length, 3);
  const other = await anonymousVisitor(house);
  await tell(other);
  assert.equal((await logOf(other.person_id)).length, 1, 'another person, the same minute');
});

test('twenty at once count once', async () => {
  const visitor = await anonymousVisitor(house);
  const answers = await Promise.all(Array.from({ length: 20 }, () => tell(visitor)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  assert.deepEqual([(await logOf(visitor.person_id)).length, (await newsOf(visitor.person_id)).length], [1, 1]);
});

test('nobody in particular, other products, gone ones and other kinds are refused', async () => {
  const visitor = await anonymousVisitor(house);
  assert.equal((await callHouse(house, { method: 'POST', url: '/v1/interactions', payload: { kind: 'view', product_id } })).status, 401);
  assert.equal((await tell(visitor, { product_id: newId() })).status, 404);
  assert.equal((await tell(visitor, { kind: 'purchase' })).status, 400);
  assert.equal((await tell(visitor, { context: 'Anything I like' })).status, 400);
  const owner = await anonymousVisitor(house);
  const started = await owner.call<{ product_id: string }>('POST', '/v1/tryon/start', { page_html: sampleProductPage({ code: 'IN100' }) });
  assert.equal((await tell(owner, { product_id: started.body.product_id })).status, 200);
  assert.equal((await tell(visitor, { product_id: started.body.product_id })).status, 404, 'a page that somebody else handed over');
  const { id } = await put('going');
  await removeBoutiqueProduct(house.ctx(), 'going');
  assert.equal((await tell(visitor, { product_id: id })).status, 410);
  assert.equal((await logOf(visitor.person_id)).length, 0);
});

test('what came of a fitting is noted once, however often it is told', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = (await visitor.call<{ session_id: string }>('POST', '/v1/tryon/start', { product_id })).body;
  const outcome = { session_id, size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: false };
  assert.equal((await visitor.call('POST', '/v1/tryon/submit', outcome)).status, 200);
  await house.deliverNews();
  await sql`update platform_deliveries set delivered_at = null where subscriber = 'insight.note-fitting'`.execute(house.ctx().db);
  await house.deliverNews();
  assert.deepEqual(
    (await logOf(visitor.person_id)).map(({ kind, size, would_keep, source }) => [kind, size, would_keep, source]),
    [['fitting', 'M', false, 'event']],
  );
  assert.deepEqual(
    (await newsOf(visitor.person_id)).map(({ kind }) => kind),
    ['fitting'],
  );
});

test('news of a fitting of somebody who left is noted for nobody', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = (await visitor.call<{ session_id: string }>('POST', '/v1/tryon/start', { product_id })).body;
  await visitor.call('POST', '/v1/tryon/submit', { session_id, size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true });
  const before_it = await countInteractions(house.ctx());
  assert.equal((await visitor.call('DELETE', '/v1/me')).status, 200);
  await house.deliverNews();
  assert.equal(await countInteractions(house.ctx()), before_it);
});

test('signing up keeps the log, export shows it, erasing forgets it and the news of it', async () => {
  const visitor = await anonymousVisitor(house);
  await tell(visitor, { kind: 'save' });
  const account = await accountVisitor(house);
  await tell(account, { kind: 'save' });
  const { personal_data, ...ports } = house.ctx();
  const mine = personal_data.get('insight')!;
  await house
    .ctx()
    .db.transaction()
    .execute((db) => mine.merge({ ...house.ctx(), ...ports, db }, visitor.person_id, account.person_id));
  assert.deepEqual(
    [(await logOf(visitor.person_id)).length, (await logOf(account.person_id)).length],
    [0, 1],
    'the same in one minute is one',
  );
  const exported = (await account.call<{ areas: { insight: { interactions: { kind: string }[] } } }>('GET', '/v1/me/export')).body;
  assert.deepEqual(
    exported.areas.insight.interactions.map(({ kind }) => kind),
    ['save'],
  );
  const { rows } = (await account.call<{ rows: Record<string, number> }>('DELETE', '/v1/me')).body;
  assert.equal(rows['insight'], 2, 'the row and the news');
  assert.deepEqual([await logOf(account.person_id), await newsOf(account.person_id)], [[], []]);
});

test('invented shoppers are no people: not counted, not told, and forgotten alone', async () => {
  const ctx = house.ctx();
  const visitor = await anonymousVisitor(house);
  await tell(visitor);
  const before_it = await countInteractions(ctx);
  const told = await sql<{ count: number }>`select count(*) as count from platform_events`.execute(ctx.db);
  const invented = Array.from({ length: 1500 }, (_, i) => ({
    shopper_key: `shopper-${i % 50}`,
    product_id,
    kind: i % 2 ? ('view' as const) : ('return' as const),
    reason: i % 2 ? null : 'too_small',
    at: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString(),
  }));
  assert.equal(await recordInteractions(ctx, invented), 1500);
  assert.equal(await recordInteractions(ctx, invented), 0);
  assert.equal(await countInteractions(ctx), before_it);
  assert.deepEqual((await sql<{ count: number }>`select count(*) as count from platform_events`.execute(ctx.db)).rows, told.rows);
  assert.equal(await deleteInvented(ctx), 1500);
  assert.equal((await logOf(visitor.person_id)).length, 1);
});

test('the number of interactions is a figure of the server', async () => {
  const metrics = (await house.server.inject({ method: 'GET', url: '/metrics' })).body;
  assert.match(metrics, new RegExp(`interactions_count ${await countInteractions(house.ctx())}\n`));
});
