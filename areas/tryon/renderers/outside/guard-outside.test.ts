import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, before, beforeEach, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import { listActs } from '#platform/audit/record-act.ts';
import { ownGarment, personJpeg, photographPerson, shirtPng } from '#platform/testing/dressed-visitor.ts';
import { fakeGemini, type FakeGemini } from '#platform/testing/fake-gemini.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { until } from '#platform/testing/until.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { sweepTryOns } from '../../expiry/sweep.ts';
import { renderSession } from '../../rendering/render-session.ts';
import { sampleRenderer } from '../sample-renderer.ts';
import { geminiRenderer } from './gemini.ts';
import { guardOutside } from './guard-outside.ts';

const day_s = 24 * 3600;
const likeness = { is_own_or_agreed: true, is_everyone_adult: true };

let house: TestHouse;
let gemini: FakeGemini;
before(async () => {
  gemini = await fakeGemini();
  house = await testHouse({ PAID_RENDERS_PER_PERSON_PER_DAY: '4' });
});
after(async () => {
  await gemini.close();
  await house.close();
});
beforeEach(() => {
  gemini.asked.length = 0;
  // Whatever an earlier test made of the renderer's rest.
  house.clock.pass(3600);
});

interface Dressed {
  who: Visitor;
  photo_id: string;
  shirt: string;
}
async function dressed(who?: Visitor): Promise<Dressed> {
  const person = who ?? (await anonymousVisitor(house));
  return { who: person, photo_id: await photographPerson(house, person), shirt: await ownGarment(house, person) };
}
const create = async ({ who, photo_id, shirt }: Dressed, body: object = {}): Promise<string> =>
  (await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items: [shirt], likeness, ...body })).body.session_id;
const read = async ({ who }: Dressed, id: string): Promise<TryOnSession> =>
  (await who.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`)).body;
const outside = (model = 'gemini-3.1-flash-image', bounds = {}) =>
  guardOutside(geminiRenderer({ url: gemini.url, key: gemini.key, model, wait_ms: 1 }), bounds);
async function tryOn(
  one: Dressed,
  { renderer = outside(), ...body }: { renderer?: ReturnType<typeof outside> } & Record<string, unknown> = {},
) {
  const id = await create(one, body);
  await renderSession(house.platform.systemCtx(), id, [renderer, sampleRenderer('built_in')]);
  return read(one, id);
}
const by = ({ renderer }: TryOnSession) => [renderer?.name, renderer?.instead_of, renderer?.reason];
const drawn = ['gemini', null, null];
const instead = (reason: string) => ['built_in', 'gemini', reason];

test('a photo leaves the house only when both are confirmed; else nothing is sent, and ours draws', async () => {
  const one = await dressed();
  for (const said of [undefined, { ...likeness, is_everyone_adult: false }, { ...likeness, is_own_or_agreed: false }])
    assert.deepEqual(by(await tryOn(one, { likeness: said })), instead('no_consent'));
  const { status } = await one.who.call('POST', '/v1/tryon/sessions', {
    photo_id: one.photo_id,
    items: [one.shirt],
    likeness: { is_own_or_agreed: true },
  });
  assert.equal(status, 400, 'half an answer is none');
  assert.equal(gemini.asked.length, 0);
  const before_all_this = await create(one);
  await house.platform.database.pool.query("update tryon_sessions set wishes = wishes - 'may_leave' where id = $1", [before_all_this]);
  await renderSession(house.platform.systemCtx(), before_all_this, [outside(), sampleRenderer('built_in')]);
  assert.deepEqual(by(await read(one, before_all_this)), instead('no_consent'));
  assert.equal(gemini.asked.length, 0);
  assert.deepEqual(by(await tryOn(one)), drawn);
  assert.equal(gemini.asked.length, 1);
});

test('what was confirmed for one try-on says nothing of the next, nor in a form with the photo', async () => {
  const one = await dressed();
  await tryOn(one);
  assert.deepEqual(by(await tryOn(one, { likeness: undefined })), instead('no_consent'));
  const form = new FormData();
  form.append('photo', new Blob([Uint8Array.from(await personJpeg())], { type: 'image/jpeg' }), 'me.jpg');
  form.append('items', one.shirt);
  form.append('likeness', JSON.stringify(likeness));
  const body = new Response(form);
  const answer = await house.server.inject({
    method: 'POST',
    url: '/v1/tryon/sessions',
    headers: { ...one.who.headers, 'content-type': body.headers.get('content-type')! },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  const { session_id } = answer.json<TryOnSession>();
  await renderSession(house.platform.systemCtx(), session_id, [outside(), sampleRenderer('built_in')]);
  assert.deepEqual(by(await read(one, session_id)), drawn);
});

test('a look from outside is the whole only, of the photo’s size, and how far it is believed is measured', async () => {
  const one = await dressed();
  const look = await tryOn(one);
  assert.deepEqual([look.status, look.layers, look.parts.map(({ name }) => name)], ['completed', null, ['torso']]);
  assert.ok(look.confidence! > 0.2 && look.confidence! <= 0.9, `${look.confidence}`);
  const [act] = await listActs(house.ctx(), { before: null, limit: 1 });
  assert.deepEqual(
    [act?.action, act?.subject, act?.detail],
    ['tryon.photo_sent_out', `person:${one.who.person_id}`, { renderer: 'gemini' }],
  );
});

test('the same again is not asked for again, and what is given is the same picture; anything else is', async () => {
  const one = await dressed();
  const [first, second] = [await tryOn(one), await tryOn(one)];
  assert.equal(gemini.asked.length, 1);
  assert.deepEqual([by(second), second.confidence], [by(first), first.confidence]);
  const bytes = async ({ render_url }: TryOnSession) => (await house.server.inject({ method: 'GET', url: render_url! })).rawPayload;
  assert.deepEqual(await bytes(second), await bytes(first));
  await tryOn(await dressed());
  assert.equal(gemini.asked.length, 2, 'somebody else’s look of the same pictures is theirs alone');
  gemini.models.add('gemini-3-pro-image');
  await tryOn(one, { renderer: outside('gemini-3-pro-image') });
  assert.equal(gemini.asked.length, 3);
  await one.who.call('POST', `/v1/feedback/tryon/${first.session_id}`, { accuracy: 2 });
  await tryOn(one);
  assert.equal(gemini.asked.length, 4, 'who was not content gets another one');
});

test('what is remembered is encrypted, and goes with its session, with “Delete my photos” and with the person', async () => {
  const { pool } = house.platform.database;
  const who = await accountVisitor(house);
  const kept = async (): Promise<number> => (await pool.query('select 1 from tryon_sessions where content_key is not null')).rowCount ?? 0;
  const [before_it, one] = [await kept(), await dressed(who)];
  const { session_id } = await tryOn(one);
  const [{ key } = { key: '' }] = (await house.ctx().storage.list(`tryon/${session_id}/`)).objects;
  const stored = await buffer((await house.ctx().storage.get(key))!.content);
  assert.ok(!stored.includes(Buffer.from('ffd8ff', 'hex')), 'a picture that anybody can open');
  await who.call('DELETE', '/v1/me/photos');
  assert.equal(await kept(), before_it);
  const anew = await dressed(who);
  await tryOn(anew);
  assert.equal(gemini.asked.length, 2);
  await who.call('DELETE', `/v1/tryon/sessions/${(await tryOn(anew)).session_id}`);
  house.clock.pass(day_s + 60);
  await sweepTryOns(house.platform.systemCtx());
  assert.equal(await kept(), 0);
  const later = await dressed();
  await tryOn(later);
  await later.who.call('DELETE', '/v1/me');
  assert.equal(await kept(), 0);
  const rows = await pool.query('select 1 from tryon_outside_calls where person_id = $1', [later.who.person_id]);
  assert.equal(rows.rowCount, 0);
});

test('a day’s budget is a person’s: used up, ours draws and says why; what failed and what was there already costs nothing', async () => {
  const one = await dressed();
  gemini.next('broken', 'broken');
  assert.deepEqual(by(await tryOn(one)), instead('unavailable'));
  for (let look = 0; look < 4; look++) assert.deepEqual(by(await tryOn({ ...one, shirt: await anotherShirt(one.who, look) })), drawn);
  const known = await tryOn({ ...one, shirt: await anotherShirt(one.who, 3) });
  assert.deepEqual(by(known), drawn);
  assert.deepEqual(by(await tryOn({ ...one, shirt: await anotherShirt(one.who, 5) })), instead('out_of_budget'));
  await one.who.call('DELETE', '/v1/me/photos');
  const again = await dressed(one.who);
  assert.deepEqual(by(await tryOn(again)), instead('out_of_budget'), 'deleting photos is no way to more');
  assert.deepEqual(by(await tryOn(await dressed())), drawn, 'somebody else has their own');
  house.clock.pass(day_s);
  const tomorrow = await dressed(await anonymousVisitor(house));
  assert.deepEqual(by(await tryOn(tomorrow)), drawn);
});

async function anotherShirt(who: Visitor, number: number): Promise<string> {
  const { body } = await who.call<{ item: { id: string }; upload_url: string }>('POST', '/v1/items', { category: 'shirt', title: 'Shirt' });
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: await shirtPng(`#1c${40 + number * 10}40`) });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, { background: 'original' });
  await house.runJobs('garments.take_in');
  return body.item.id;
}

test('a picture without the person, or the photo as it was, is no look: ours draws', async () => {
  const one = await dressed();
  for (const mood of ['nobody', 'photo_back', 'half_picture'] as const) {
    gemini.next(mood);
    assert.deepEqual(by(await tryOn(one)), instead('bad_answer'), mood);
  }
});

test('a renderer that does not answer in time is left, and the reason is told and counted', async () => {
  const one = await dressed();
  gemini.next('stall');
  assert.deepEqual(by(await tryOn(one, { renderer: outside(undefined, { longest_ms: 80 }) })), instead('unavailable'));
  const { rows } = await house.platform.database.pool.query('select is_paid from tryon_outside_calls where person_id = $1', [
    one.who.person_id,
  ]);
  assert.deepEqual(rows, [{ is_paid: true }], 'it goes on drawing without us');
  const counted = await house.ctx().metrics.render_errors_total.get();
  assert.ok(counted.values.some(({ labels, value }) => labels.renderer === 'gemini' && labels.reason === 'unavailable' && value > 0));
});

test('a session that is deleted while somebody else’s model draws is drawn no further, and nothing is kept', async () => {
  const one = await dressed();
  gemini.next('stall');
  const id = await create(one);
  const rendering = renderSession(house.platform.systemCtx(), id, [outside(undefined, { tick_ms: 5, longest_ms: 2000 }), sampleRenderer()]);
  await until(() => gemini.asked.length > 0);
  await one.who.call('DELETE', '/v1/me/photos');
  await rendering;
  assert.deepEqual((await house.ctx().storage.list(`tryon/${id}/`)).objects, []);
  const { rows } = await house.platform.database.pool.query<{ failures: number }>('select failures from tryon_outside_renderers');
  assert.ok(rows.every(({ failures }) => failures < 5));
});
