import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, callHouse } from '#platform/testing/test-visitor.ts';
import { findOrReadProduct } from './find-or-read-product.ts';
import { personal_data } from './personal-data.ts';
import { jcrewPage } from './reading/sources/jcrew-page.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const pool = () => house.platform.database.pool;
const exists = async (id: string) => (await pool().query('select 1 from catalog_products where id = $1', [id])).rowCount === 1;

/** Resolves when somebody waits for a lock in this house's database. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await pool().query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'",
    );
    if (rowCount !== 0) return;
  }
}

test('erasing leaves a product that somebody else hands over at that moment', { timeout: 20_000 }, async () => {
  const [eraser, other] = [newId(), newId()];
  const { id } = await findOrReadProduct(house.ctx({ person_id: eraser }), { page_html: jcrewPage({ code: 'HH100' }) });
  const second = await pool().connect();
  try {
    await second.query('begin');
    await second.query('update catalog_products set updated_at = now() where id = $1', [id]);
    await second.query(
      "insert into catalog_handed_over (person_id, product_id, link_key, handed_at, created_at) values ($1, $2, 'x', now(), now())",
      [other, id],
    );
    const erasing = inTransaction(house.ctx(), (tx) => personal_data.erase(tx, eraser, 'all'));
    await somebodyWaits();
    await second.query('commit');
    assert.equal(await erasing, 1, 'the hand-over, and no product');
  } finally {
    second.release();
  }
  assert.equal(await exists(id), true);
  assert.equal(await inTransaction(house.ctx(), (tx) => personal_data.erase(tx, other, 'all')), 2);
  assert.equal(await exists(id), false);
});

test('two who erase at once leave no product behind that nobody handed over', { timeout: 20_000 }, async () => {
  const [one, two] = [newId(), newId()];
  const page_html = jcrewPage({ code: 'HH200' });
  const { id } = await findOrReadProduct(house.ctx({ person_id: one }), { page_html });
  await findOrReadProduct(house.ctx({ person_id: two }), { page_html });
  await Promise.all([one, two].map((person) => inTransaction(house.ctx(), (tx) => personal_data.erase(tx, person, 'all'))));
  assert.equal(await exists(id), false);
});

test('a session that has ended no longer sees what its owner handed over; what everybody may see it still does', async () => {
  const visitor = await anonymousVisitor(house);
  const page_html = jcrewPage({ code: 'HH300' });
  const { body } = await visitor.call<{ product_id: string }>('POST', '/v1/tryon/start', { page_html });
  const read = async (id: string) =>
    (await callHouse(house, { method: 'GET', url: `/v1/products/${id}`, headers: visitor.headers })).status;
  house.outbound.pages.set('https://www.jcrew.com/p/mens/shirt/HH301', jcrewPage({ code: 'HH301' }));
  const shared = await findOrReadProduct(house.ctx(), { product_url: 'https://www.jcrew.com/p/mens/shirt/HH301' });
  assert.deepEqual([await read(body.product_id), await read(shared.id)], [200, 200]);
  await visitor.call('POST', '/v1/auth/logout', {});
  assert.deepEqual([await read(body.product_id), await read(shared.id)], [401, 200]);
});

test('a large page is read in a thread of its own, to the same product, and refused with the same words', async () => {
  const filler = `<p>${'cloth '.repeat(60_000)}</p>`;
  const large = jcrewPage().replace('</body>', `${filler}</body>`);
  const ctx = house.ctx({ person_id: newId() });
  const [small, again] = [await findOrReadProduct(ctx, { page_html: jcrewPage() }), await findOrReadProduct(ctx, { page_html: large })];
  assert.equal(again.id, small.id);
  await assert.rejects(findOrReadProduct(ctx, { page_html: `<html>${filler}</html>`, product_url: 'https://shop.example/p' }), {
    code: 'catalog.unknown_shop',
  });
});
