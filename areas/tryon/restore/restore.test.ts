import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SavedThing } from '#contract/saved.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { bringBack, downloadOf, unzip, withData, zipOf } from '#platform/testing/bring-back.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { renderSession } from '../rendering/render-session.ts';
import { listTransitions, updateSession } from '../sessions/session.store.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

async function madeLook(who: Visitor): Promise<string> {
  const body = { photo_id: await photographPerson(house, who), items: [await ownGarment(house, who)] };
  const { session_id } = (await who.call<TryOnSession>('POST', '/v1/tryon/sessions', body)).body;
  await renderSession(house.platform.systemCtx(), session_id, [sampleRenderer()]);
  return session_id;
}
const saved = async (who: Visitor, query = '') => (await who.call<{ saved: SavedThing[] }>('GET', `/v1/saved?${query}`)).body.saved;
const show = async (who: Visitor, id: string) => (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).body;
const open = async (url: string) => (await house.server.inject({ method: 'GET', url })).statusCode;
const looksOf = async (who: Visitor) =>
  (await who.call<{ sessions: TryOnSession[] }>('GET', '/v1/tryon/sessions?saved=true')).body.sessions;

test('a kept look stands among the saved things with its picture, whichever door it was kept by, and goes from there', async () => {
  const who = await anonymousVisitor(house);
  const [first, second] = [await madeLook(who), await madeLook(who)];
  await who.call('PUT', `/v1/tryon/sessions/${first}/look`);
  assert.equal((await who.call('POST', '/v1/saved', { kind: 'look', id: second })).status, 201);
  assert.notEqual((await show(who, second)).saved_at, null);
  const listed = await saved(who, 'kind=look');
  assert.deepEqual(new Set(listed.map(({ id }) => id)), new Set([first, second]));
  for (const { look, product } of listed) {
    assert.deepEqual([product, look?.items.map(({ title }) => title)], [null, ['Shirt']]);
    assert.equal(await open(look!.render_url!), 200);
  }
  assert.equal((await who.call('DELETE', `/v1/saved?kind=look&id=${first}`)).status, 200);
  assert.equal((await show(who, first)).saved_at, null);
  await who.call('DELETE', `/v1/tryon/sessions/${second}/look`);
  assert.deepEqual(await saved(who), []);
  await who.call('PUT', `/v1/tryon/sessions/${first}/look`);
  await who.call('DELETE', `/v1/tryon/sessions/${first}`);
  assert.deepEqual(await saved(who), [], 'deleted with the look');
});

test('nobody puts somebody else’s look, or none, among their saved things', async () => {
  const [owner, stranger] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const id = await madeLook(owner);
  const answer = await stranger.call('POST', '/v1/saved', { kind: 'look', id });
  assert.deepEqual([answer.status, answer.body.error.code], [404, 'request.not_found']);
  assert.equal((await stranger.call('DELETE', `/v1/saved?kind=look&id=${id}`)).status, 200);
  assert.deepEqual([await saved(stranger), (await show(owner, id)).saved_at], [[], null]);
});

test('a saved look goes out with its pictures and comes back elsewhere, moved as it was, without the photo', async () => {
  const [there, here] = [await accountVisitor(house), await accountVisitor(house)];
  const [kept, passing] = [await madeLook(there), await madeLook(there)];
  await there.call('PUT', `/v1/tryon/sessions/${kept}/nudges`, { nudges: { hem: { x: 0, y: 0.1 } } });
  await there.call('PUT', `/v1/tryon/sessions/${kept}/look`);
  const zip = await downloadOf(house, there);
  const names = [...(await unzip(zip)).keys()];
  for (const file of ['preview.jpg', 'person.jpg', 'garment.webp', 'shading.webp', 'nudged.jpg'])
    assert.ok(names.includes(`looks/${kept}/${file}`), file);
  assert.ok(names.some((name) => name.startsWith(`looks/${passing}/`)));
  const { result } = await bringBack(house, here, zip);
  assert.equal(result?.added.looks, 1);
  const [look, ...others] = await looksOf(here);
  assert.equal(others.length, 0, 'what was not kept has had its day');
  assert.notEqual(look!.session_id, kept, 'the first one is still there');
  assert.deepEqual([look!.photo_id, look!.nudges, look!.renderer?.name], [null, { hem: { x: 0, y: 0.1 } }, 'brought_back']);
  for (const url of [look!.render_url!, ...Object.values(look!.layers!)]) assert.equal(await open(url), 200);
  assert.deepEqual(
    (await saved(here)).map(({ kind, id }) => [kind, id]),
    [['look', look!.session_id]],
  );
  assert.deepEqual(
    (await listTransitions(house.ctx(), look!.session_id)).map(({ to_status }) => to_status),
    ['completed'],
  );
  assert.deepEqual((await bringBack(house, here, zip)).result?.known.looks, 1);
  assert.equal((await looksOf(here)).length, 1);
  assert.equal((await bringBack(house, there, zip)).result?.known.looks, 1, 'where it is already');
  const shared = await here.call('POST', `/v1/tryon/sessions/${look!.session_id}/share`, { is_agreed: true });
  assert.deepEqual([shared.status, shared.body.error.code], [409, 'tryon.not_drawn_here']);
  await here.call('DELETE', `/v1/tryon/sessions/${look!.session_id}`);
  assert.equal((await bringBack(house, here, zip)).result?.added.looks, 1, 'deleted, and wanted back');
});

test('a look that is here but kept no longer is kept again while its day lasts, and brought anew after it', async () => {
  const who = await anonymousVisitor(house);
  const id = await madeLook(who);
  await who.call('PUT', `/v1/tryon/sessions/${id}/look`);
  const zip = await downloadOf(house, who);
  const drop = (look: string) => who.call('DELETE', `/v1/tryon/sessions/${look}/look`);
  const idsOf = async () => (await looksOf(who)).map(({ session_id }) => session_id);
  await drop(id);
  assert.equal((await bringBack(house, who, zip)).result?.added.looks, 1);
  assert.deepEqual(await idsOf(), [id]);
  assert.deepEqual(
    (await saved(who)).map((one) => one.id),
    [id],
  );
  await drop(id);
  await updateSession(house.ctx(), id, { expires_at: house.clock.now().toISOString() });
  assert.equal((await bringBack(house, who, zip)).result?.added.looks, 1);
  const [second, ...others] = await idsOf();
  assert.ok(second !== id && others.length === 0);
  await drop(second!);
  assert.equal((await bringBack(house, who, zip)).result?.added.looks, 1);
  assert.deepEqual(await idsOf(), [second]);
});

test('a zip cannot bring prices and addresses, pictures that are none, or looks without one', async () => {
  const [there, here] = [await accountVisitor(house), await accountVisitor(house)];
  const [forged, broken, bare] = [await madeLook(there), await madeLook(there), await madeLook(there)];
  for (const id of [forged, broken, bare]) await there.call('PUT', `/v1/tryon/sessions/${id}/look`);
  const files = await unzip(await downloadOf(house, there));
  files.set(`looks/${broken}/preview.jpg`, Buffer.from('no picture'));
  files.delete(`looks/${bare}/preview.jpg`);
  files.set(`looks/${forged}/garment.webp`, Buffer.from('no layer'));
  const zip = await withData(await zipOf(files), (areas) => {
    const sessions = areas['tryon']!['sessions'] as { id: string; items: Record<string, unknown>[] }[];
    const sold = { kind: 'product', product_url: 'https://evil.example', price_minor: 1, currency: 'EUR' };
    for (const { id, items } of sessions) if (id === forged) Object.assign(items[0]!, sold);
    sessions.push({ ...sessions[0]!, id: '../x' });
  });
  const { result } = await bringBack(house, here, zip);
  assert.deepEqual(
    result?.skipped
      .filter(({ kind }) => kind === 'looks')
      .map(({ reason, count }) => [reason, count])
      .toSorted(),
    [
      ['photo_missing', 1],
      ['unreadable', 2],
    ],
  );
  const [look, ...others] = await looksOf(here);
  assert.equal(others.length, 0);
  const { product_url, price_minor, boutique } = look!.items[0]!;
  assert.deepEqual([product_url, price_minor, boutique, look!.layers], [null, null, null, null]);
});
