import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ErasureReceipt } from '#contract/people.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { until } from '#platform/testing/until.ts';
import { accountVisitor, anonymousVisitor, test_password, type Visitor } from '#platform/testing/test-visitor.ts';
import { renderSession } from './rendering/render-session.ts';
import { sampleRenderer } from './renderers/sample-renderer.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const filesIn = async (prefix: string): Promise<number> => (await house.ctx().storage.list(prefix)).objects.length;
async function triedOn(who: Visitor, key?: string): Promise<{ id: string; photo_id: string }> {
  const photo_id = await photographPerson(house, who);
  const items = [await ownGarment(house, who)];
  const answer = await house.server.inject({
    method: 'POST',
    url: '/v1/tryon/sessions',
    headers: { ...who.headers, ...(key ? { 'idempotency-key': key } : {}) },
    payload: { photo_id, items },
  });
  const { session_id } = answer.json<TryOnSession>();
  await renderSession(house.platform.systemCtx(), session_id, [sampleRenderer()]);
  return { id: session_id, photo_id };
}
async function tablesNaming(word: string): Promise<string[]> {
  const tables = ['tryon_photos', 'tryon_sessions', 'tryon_pictures', 'tryon_transitions', 'tryon_feedback', 'platform_events'];
  const found = await Promise.all(
    tables.map(
      async (name) => (await house.platform.database.pool.query(`select 1 from ${name} t where t::text like '%${word}%'`)).rowCount,
    ),
  );
  return tables.filter((_, i) => found[i]);
}

test('“Delete my photos” takes photos of a person and every look made of them, kept ones too, and the receipt counts them', async () => {
  const [who, other] = [await accountVisitor(house), await accountVisitor(house)];
  const [made, kept, others] = [await triedOn(who), await triedOn(who), await triedOn(other)];
  await who.call('PUT', `/v1/tryon/sessions/${kept.id}/look`);
  const { body: waiting } = await who.call<{ photo: { id: string } }>('POST', '/v1/tryon/photos', {});
  const { render_url } = (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${kept.id}`)).body;
  const { status, body } = await who.call<ErasureReceipt>('DELETE', '/v1/me/photos');
  assert.equal(status, 200);
  // Three photos and one upload, two sessions with four pictures each, and two pieces of news.
  assert.equal(body.rows['tryon'], 3 + 1 + 2 * 5 + 2);
  assert.equal(body.files_left, 0);
  for (const { id, photo_id } of [made, kept]) {
    assert.deepEqual([await filesIn(`tryon/${id}/`), await filesIn(`tryon-photos/${photo_id}/`)], [0, 0]);
    assert.equal((await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).status, 410);
  }
  assert.equal((await who.call('GET', `/v1/tryon/photos/${waiting.photo.id}`)).status, 410);
  assert.equal((await house.server.inject({ method: 'GET', url: render_url! })).statusCode, 404);
  // What is told of garments that stay is not ours.
  assert.deepEqual(
    (await tablesNaming(who.person_id)).filter((name) => name !== 'platform_events'),
    [],
  );
  assert.equal((await house.platform.database.pool.query("select 1 from platform_events where name = 'tryon.completed'")).rowCount, 1);
  assert.equal(await filesIn(`tryon/${others.id}/`), 4, 'nobody else’s');
  assert.equal((await who.call<ErasureReceipt>('DELETE', '/v1/me/photos')).body.rows['tryon'], 0);
});

test('who keeps a look or makes one waits for who erases before they lock anything that is erased', async () => {
  const who = await accountVisitor(house);
  const { id, photo_id } = await triedOn(who);
  const items = [await ownGarment(house, who)];
  const { pool } = house.platform.database;
  const eraser = await pool.connect();
  const isWaitedFor = async (): Promise<boolean> => {
    const sql = 'select 1 from pg_stat_activity a, pg_backend_pid() me where me = any(pg_blocking_pids(a.pid))';
    return (await eraser.query(sql)).rowCount === 1;
  };
  const acts = [
    () => who.call('PUT', `/v1/tryon/sessions/${id}/look`),
    () => who.call('POST', '/v1/tryon/sessions', { photo_id, items }),
    () => who.call('DELETE', `/v1/tryon/sessions/${id}/look`),
  ];
  try {
    for (const act of acts) {
      await eraser.query('begin');
      await eraser.query('select from people_persons where id = $1 for update', [who.person_id]);
      const waiting = act();
      await until(isWaitedFor);
      await eraser.query('select from tryon_photos where person_id = $1 for update nowait', [who.person_id]);
      await eraser.query('select from tryon_sessions where person_id = $1 for update nowait', [who.person_id]);
      await eraser.query('commit');
      assert.ok((await waiting).status < 300);
    }
  } finally {
    await eraser.query('rollback');
    eraser.release();
  }
});

test('an account that is deleted leaves nothing of a try-on that names it', async () => {
  const who = await accountVisitor(house);
  const { id, photo_id } = await triedOn(who);
  const { body } = await who.call<ErasureReceipt>('DELETE', '/v1/me');
  assert.deepEqual([body.files_left, await filesIn(`tryon/${id}/`), await filesIn(`tryon-photos/${photo_id}/`)], [0, 0, 0]);
  assert.deepEqual(
    (await tablesNaming(who.person_id)).filter((name) => name !== 'platform_events'),
    [],
  );
});

test('signing in takes try-ons along, and they open; a key that both used stays the account’s', async () => {
  const [stranger, account] = [await anonymousVisitor(house), await accountVisitor(house)];
  const [moved, own] = [await triedOn(stranger, 'first'), await triedOn(account, 'first')];
  const answer = await house.server.inject({
    method: 'POST',
    url: '/v1/auth/login',
    headers: stranger.headers,
    payload: { email: account.email, password: test_password },
  });
  assert.equal(answer.statusCode, 200);
  for (const { id } of [moved, own]) {
    const { status, body } = await account.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`);
    assert.equal(status, 200);
    assert.equal((await house.server.inject({ method: 'GET', url: body.render_url! })).statusCode, 200);
  }
  assert.equal((await account.call('GET', `/v1/tryon/photos/${moved.photo_id}`)).status, 200);
});

test('everything of theirs goes out with an export: photos, looks and what was said of them', async () => {
  const who = await accountVisitor(house);
  const { id, photo_id } = await triedOn(who);
  await who.call('POST', `/v1/feedback/tryon/${id}`, { accuracy: 4, notes: 'Good.' });
  const { personal_data } = house.platform.systemCtx();
  const mine = personal_data.get('tryon')!;
  const told = JSON.stringify(await mine.export(house.ctx(), who.person_id));
  for (const word of [id, photo_id, 'Good.']) assert.ok(told.includes(word), word);
  const files = await mine.files!(house.ctx(), who.person_id);
  assert.deepEqual(
    files.map(({ path }) => path),
    [`tryon-photos/${photo_id}.jpg`, ...['preview.jpg', 'person.jpg', 'garment.webp', 'shading.webp'].map((name) => `looks/${id}/${name}`)],
  );
  for (const file of files) assert.ok((await file.read(house.ctx()))!.byteLength > 100);
});
