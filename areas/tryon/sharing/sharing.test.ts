import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SharedLook } from '#contract/looks.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { listActs } from '#platform/audit/record-act.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { sweepTryOns } from '../expiry/sweep.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { renderSession } from '../rendering/render-session.ts';
import { updateSession } from '../sessions/session.store.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const day_s = 24 * 3600;
interface Made {
  id: string;
  photo_id: string;
}
async function madeLook(who: Visitor, is_saved = true): Promise<Made> {
  const photo_id = await photographPerson(house, who);
  const items = [await ownGarment(house, who, { category: 'shirt', title: 'What aunt Ada gave me', brand: 'Ada', colors: ['Ada’s red'] })];
  const { body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items });
  await renderSession(house.platform.systemCtx(), body.session_id, [sampleRenderer()]);
  if (is_saved) await who.call('PUT', `/v1/tryon/sessions/${body.session_id}/look`);
  return { id: body.session_id, photo_id };
}
const share = (who: Visitor, { id }: Made, body: object = { is_agreed: true }) =>
  who.call<{ url: string; expires_at: string }>('POST', `/v1/tryon/sessions/${id}/share`, body);
const secretOf = (url: string): string => url.split('/look/')[1]!;
const look = (secret: string) => callHouse<SharedLook>(house, { method: 'GET', url: `/v1/shared-looks/${secret}` });
const picture = (secret: string) => house.server.inject({ method: 'GET', url: `/v1/shared-looks/${secret}/picture` });
const showOwn = async (who: Visitor, { id }: Made) => (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).body;
const days_from_now = (days: number): string => new Date(house.clock.now().getTime() + days * day_s * 1000).toISOString();

test('a link shows anybody the picture and its garments, and nothing of whose they are', async () => {
  const who = await accountVisitor(house);
  const made = await madeLook(who);
  const { status, body } = await share(who, made);
  assert.deepEqual([status, body.expires_at], [201, days_from_now(7)]);
  const secret = secretOf(body.url);
  assert.match(secret, /^[\w-]{43}$/);
  const seen = await look(secret);
  assert.equal(seen.status, 200);
  assert.deepEqual(
    seen.body.items.map(({ category, color, title, brand }) => [category, color, title, brand]),
    [['shirt', null, null, null]],
  );
  const told = JSON.stringify(seen.body);
  for (const word of [who.person_id, who.email!, made.id, made.photo_id, 'Ada']) assert.ok(!told.includes(word), word);
  const shown = await picture(secret);
  assert.deepEqual([shown.statusCode, shown.headers['cache-control']], [200, 'private, max-age=0']);
  assert.match(String(shown.headers['x-robots-tag']), /noindex/);
  const own = await house.server.inject({ method: 'GET', url: (await showOwn(who, made)).render_url! });
  assert.ok(shown.rawPayload.equals(own.rawPayload));
});

test('of a page that somebody handed over a link tells nothing but kind and colour, not even them', async () => {
  const who = await accountVisitor(house);
  const made = await madeLook(who);
  const { product_id } = (await who.call<{ product_id: string }>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body;
  const [item] = (await showOwn(who, made)).items;
  const items = [{ ...item, kind: 'product', id: product_id, product_id, color: 'navy', title: 'What aunt Ada sells' }];
  await updateSession(house.ctx(), made.id, { items: items as TryOnSession['items'] });
  const url = `/v1/shared-looks/${secretOf((await share(who, made)).body.url)}`;
  for (const headers of [{}, who.headers]) {
    const { body } = await callHouse<SharedLook>(house, { method: 'GET', url, headers });
    const nothing = { title: null, brand: null, product_id: null, price_minor: null, currency: null, product_url: null, boutique: null };
    assert.deepEqual(body.items, [{ category: 'shirt', color: 'navy', ...nothing }]);
  }
});

test('only who says that everybody in it agrees gets a link, for the days there are', async () => {
  const who = await accountVisitor(house);
  const made = await madeLook(who);
  for (const body of [{}, { is_agreed: false }, { is_agreed: true, days: 365 }]) assert.equal((await share(who, made, body)).status, 400);
  for (const days of [1, 30]) assert.equal((await share(who, made, { is_agreed: true, days })).body.expires_at, days_from_now(days));
});

test('of the secret only a hash is kept, and another link ends the one before', async () => {
  const who = await accountVisitor(house);
  const made = await madeLook(who);
  const [first, second] = [secretOf((await share(who, made)).body.url), secretOf((await share(who, made)).body.url)];
  assert.deepEqual([(await look(first)).status, (await look(second)).status], [410, 200]);
  const { pool } = house.platform.database;
  for (const table of ['tryon_shares', 'platform_audit', 'platform_events'])
    assert.equal((await pool.query(`select 1 from ${table} t where t::text like '%' || $1 || '%'`, [second])).rowCount, 0, table);
  const told = JSON.stringify(await house.platform.systemCtx().personal_data.get('tryon')!.export(house.ctx(), who.person_id));
  assert.ok(told.includes('"shares":[{') && !told.includes('token_hash'));
});

test('taken back it ends at once, for the picture too, and the audit knows both', async () => {
  const who = await accountVisitor(house);
  const made = await madeLook(who);
  const secret = secretOf((await share(who, made, { is_agreed: true, days: 1 })).body.url);
  assert.deepEqual((await showOwn(who, made)).share, { expires_at: days_from_now(1) });
  for (let again = 0; again < 2; again++) assert.equal((await who.call('DELETE', `/v1/tryon/sessions/${made.id}/share`)).status, 200);
  const gone = await look(secret);
  assert.deepEqual([gone.status, gone.body.error.code, (await picture(secret)).statusCode], [410, 'tryon.share_ended', 410]);
  assert.equal((await look('x'.repeat(43))).body.error.code, 'tryon.share_ended', 'one that never was looks the same');
  assert.equal((await showOwn(who, made)).share, null);
  const acts = (await listActs(house.ctx(), { before: null, limit: 50 })).filter(({ subject }) => subject === `tryon:${made.id}`);
  assert.deepEqual(
    acts.map(({ action, actor_id }) => [action, actor_id]),
    [
      ['tryon.share_ended', who.person_id],
      ['tryon.look_shared', who.person_id],
    ],
  );
});

test('a link goes with its look, its photo, every photo and the account, and stays with others', async () => {
  const [who, leaver, other] = [await accountVisitor(house), await accountVisitor(house), await accountVisitor(house)];
  const of_look = await madeLook(who);
  const of_photo = await madeLook(who);
  const of_all = await madeLook(who);
  const of_account = await madeLook(leaver);
  const stays = await madeLook(other);
  const linkOf = async (owner: Visitor, made: Made) => secretOf((await share(owner, made)).body.url);
  const status = async (secret: string) => [(await look(secret)).status, (await picture(secret)).statusCode];
  const [one, two, three, four, five] = [
    await linkOf(who, of_look),
    await linkOf(who, of_photo),
    await linkOf(who, of_all),
    await linkOf(leaver, of_account),
    await linkOf(other, stays),
  ];
  await who.call('DELETE', `/v1/tryon/sessions/${of_look.id}`);
  assert.deepEqual(await status(one), [410, 410]);
  await who.call('DELETE', `/v1/tryon/photos/${of_photo.photo_id}`);
  assert.deepEqual(await status(two), [410, 410]);
  assert.equal((await showOwn(who, of_photo)).status, 'completed', 'the look itself stays');
  await who.call('DELETE', '/v1/me/photos');
  assert.deepEqual(await status(three), [410, 410]);
  await leaver.call('DELETE', '/v1/me');
  assert.deepEqual(await status(four), [410, 410]);
  assert.deepEqual(await status(five), [200, 200]);
  assert.equal((await house.platform.database.pool.query('select 1 from tryon_shares where session_id = $1', [stays.id])).rowCount, 1);
});

test('it ends by its time, never later than the look, and nothing of it is left', async () => {
  const who = await accountVisitor(house);
  const [passing, kept] = [await madeLook(who, false), await madeLook(who)];
  const short = await share(who, passing, { is_agreed: true, days: 30 });
  const long = await share(who, kept);
  assert.equal(short.body.expires_at, (await showOwn(who, passing)).expires_at);
  house.clock.pass(day_s + 1);
  assert.deepEqual([(await look(secretOf(short.body.url))).status, (await look(secretOf(long.body.url))).status], [410, 200]);
  house.clock.pass(6 * day_s);
  assert.equal((await look(secretOf(long.body.url))).status, 410);
  await sweepTryOns(house.platform.systemCtx());
  assert.equal(
    (await house.platform.database.pool.query('select 1 from tryon_shares where session_id = any($1)', [[passing.id, kept.id]])).rowCount,
    0,
  );
});
