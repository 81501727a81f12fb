import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import { ownGarment, personJpeg, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { hearEvents } from '#platform/testing/hear-events.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { renderSession } from '../rendering/render-session.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';

let house: TestHouse;
let who: Visitor;
let photo_id: string;
let shirt: string;
before(async () => {
  house = await testHouse();
  who = await anonymousVisitor(house);
  photo_id = await photographPerson(house, who);
  shirt = await ownGarment(house, who);
});
after(() => house.close());

const create = (body: object, headers: Record<string, string> = {}, person = who) =>
  callHouse<TryOnSession>(house, { method: 'POST', url: '/v1/tryon/sessions', headers: { ...person.headers, ...headers }, payload: body });
const created = async (): Promise<string> => (await create({ photo_id, items: [shirt] })).body.session_id;
const read = (id: string, person = who) => person.call<TryOnSession>('GET', `/v1/tryon/sessions/${id}`);
const render = (id: string) => renderSession(house.platform.systemCtx(), id, [sampleRenderer()]);

test('a session is answered at once, and its look is there when it is made', async () => {
  const { status, body } = await create({ photo_id, items: [shirt] });
  assert.deepEqual(
    [status, body.status, body.stage, body.progress, body.render_url, body.layers],
    [201, 'created', 'waiting', 0, null, null],
  );
  assert.equal(typeof body.queue_position, 'number');
  assert.equal(Date.parse(body.expires_at!) - Date.parse(body.created_at), 24 * 3_600_000);
  assert.deepEqual(
    body.items.map(({ id, kind, title, shape }) => [id, kind, title, shape]),
    [[shirt, 'item', 'Shirt', 'top']],
  );
  await render(body.session_id);
  const { body: done } = await read(body.session_id);
  assert.deepEqual(
    [done.status, done.stage, done.progress, done.queue_position, done.confidence, done.renderer],
    ['completed', 'done', 1, null, 0.8, { name: 'sample', instead_of: null, reason: null }],
  );
  assert.deepEqual(done.parts, [{ garment: 0, name: 'torso', confidence: 0.8 }]);
  for (const url of [done.render_url, done.layers?.person, done.layers?.garment, done.layers?.shading]) {
    const shown = await house.server.inject({ method: 'GET', url: url! });
    assert.equal(shown.statusCode, 200);
    assert.match(String(shown.headers['cache-control']), /^private/);
  }
});

test('the short addresses answer as the long ones', async () => {
  const { status, body } = await callHouse<TryOnSession>(house, {
    method: 'POST',
    url: '/v1/tryon',
    headers: who.headers,
    payload: { photo_id, items: [{ id: shirt }] },
  });
  assert.equal(status, 201);
  const long = await read(body.session_id);
  const short = await who.call<TryOnSession>('GET', `/v1/tryon/${body.session_id}/status`);
  assert.deepEqual(short.body, long.body);
});

test('a photo may come along with the request, as a form', async () => {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(await personJpeg())]), 'me.jpg');
  form.append('items', shirt);
  form.append('prefer_clean_item_images', 'true');
  const encoded = new Response(form);
  const content_type = encoded.headers.get('content-type')!;
  const payload = Buffer.from(await encoded.arrayBuffer());
  const send = (bytes: Buffer) =>
    callHouse<TryOnSession>(house, {
      method: 'POST',
      url: '/v1/tryon/sessions',
      headers: { ...who.headers, 'content-type': content_type },
      payload: bytes,
    });
  const { status, body } = await send(payload);
  assert.deepEqual([status, body.status], [201, 'created']);
  assert.equal((await who.call<{ state: string }>('GET', `/v1/tryon/photos/${body.photo_id}`)).body.state, 'ready');
  const cut = await send(payload.subarray(0, 5000));
  assert.deepEqual([cut.status, cut.body.error.code], [400, 'request.invalid']);
});

test('a photo that came along and shows nobody makes no session', async () => {
  const form = new FormData();
  form.append('photo', new Blob(['no photo at all, but long enough to be read as a file of some kind']), 'me.jpg');
  form.append('items', JSON.stringify([shirt]));
  const encoded = new Response(form);
  const answer = await callHouse(house, {
    method: 'POST',
    url: '/v1/tryon/sessions',
    headers: { ...who.headers, 'content-type': encoded.headers.get('content-type')! },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  assert.deepEqual([answer.status, answer.body.error.code], [422, 'garments.not_a_picture']);
});

test('what cannot be tried on is refused before anything is made, and told by which field', async () => {
  const [jeans, trousers, shoes, dress, skirt, other] = [
    await ownGarment(house, who, { category: 'jeans' }),
    await ownGarment(house, who, { category: 'trousers' }),
    await ownGarment(house, who, { category: 'shoes' }),
    await ownGarment(house, who, { category: 'dress' }),
    await ownGarment(house, who, { category: 'skirt' }),
    await ownGarment(house, who, { category: 'other' }),
  ];
  const bare = (await who.call<{ item: { id: string } }>('POST', '/v1/items', { category: 'shirt' })).body.item.id;
  const cases: [string[], number, string, string | undefined][] = [
    [[jeans, trousers], 422, 'tryon.not_together', 'items.1'],
    [[skirt, shirt, dress], 422, 'tryon.not_together', 'items.2'],
    [[shirt, shirt], 422, 'tryon.not_together', 'items.1'],
    [[shirt, shoes], 422, 'tryon.not_wearable', 'items.1'],
    [[other], 409, 'tryon.unknown_kind', 'items.0'],
    [[bare], 409, 'tryon.no_picture', 'items.0'],
    [['01900000-0000-7000-8000-000000000000'], 404, 'request.not_found', undefined],
    [[], 400, 'request.invalid', 'items'],
  ];
  for (const [items, status, code, field] of cases) {
    const { status: got, body } = await create({ photo_id, items });
    assert.deepEqual([got, body.error.code], [status, code]);
    if (field) assert.ok(body.error.fields?.[field], `${code} names ${field}`);
  }
  assert.equal((await create({ photo_id, items: [jeans, shirt] })).status, 201);
});

test('garments for which too little of the person is in the photo are refused, the others are not', async () => {
  const half = await photographPerson(house, who, await personJpeg([{ x: 0, y: 0, scale: 2 }], { width: 768, height: 720 }));
  const jeans = await ownGarment(house, who, { category: 'jeans' });
  const refused = await create({ photo_id: half, items: [shirt, jeans] });
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'tryon.legs_cut_off']);
  assert.ok(refused.body.error.fields?.['items.1']);
  assert.equal((await create({ photo_id: half, items: [shirt] })).status, 201);
});

test('a photo that has not arrived, shows nobody, is somebody else’s, or is over is told apart', async () => {
  const other = await anonymousVisitor(house);
  const { body: waiting } = await who.call<{ photo: { id: string } }>('POST', '/v1/tryon/photos', {});
  const nobody = await photographPerson(house, who, await personJpeg([]));
  const deleted = await photographPerson(house, who);
  await who.call('DELETE', `/v1/tryon/photos/${deleted}`);
  for (const [id, status, code] of [
    [waiting.photo.id, 409, 'tryon.photo_not_ready'],
    [nobody, 422, 'tryon.nobody'],
    [deleted, 410, 'tryon.photo_expired'],
    [await photographPerson(house, other), 404, 'request.not_found'],
    [undefined, 400, 'request.invalid'],
  ] as const) {
    const { status: got, body } = await create({ photo_id: id, items: [shirt] });
    assert.deepEqual([got, body.error.code], [status, code]);
  }
  const theirs = await create({ photo_id: await photographPerson(house, other), items: [shirt] }, {}, other);
  assert.deepEqual([theirs.status, theirs.body.error.code], [404, 'request.not_found'], 'nor anybody else’s garment');
});

test('the same key is the same session, and no other one', async () => {
  const key = { 'idempotency-key': 'tab-1:17' };
  const [first, again] = await Promise.all([create({ photo_id, items: [shirt] }, key), create({ photo_id, items: [shirt] }, key)]);
  assert.deepEqual([first.status, again.status], [201, 201]);
  assert.equal(first.body.session_id, again.body.session_id);
  const changed = await create({ photo_id, items: [shirt], prefer_clean_item_images: false }, key);
  assert.deepEqual([changed.status, changed.body.error.code], [409, 'tryon.key_reused']);
  const bad = await create({ photo_id, items: [shirt] }, { 'idempotency-key': 'with spaces in it' });
  assert.deepEqual([bad.status, bad.body.error.code], [400, 'request.invalid']);
  const other = await anonymousVisitor(house);
  const theirs = await photographPerson(house, other);
  const own = await create({ photo_id: theirs, items: [await ownGarment(house, other)] }, key, other);
  assert.equal(own.status, 201, 'somebody else’s key is another one');
});

test('whoever prefers to wait gets the look with the answer, or the session as it is then', async () => {
  const late = await create({ photo_id, items: [shirt] }, { prefer: 'wait=1' });
  assert.deepEqual([late.status, late.body.status, late.headers['preference-applied']], [201, 'created', 'wait=1']);
  await render(late.body.session_id);
  const asked = create({ photo_id, items: [shirt] }, { prefer: 'respond-async, wait=10', 'idempotency-key': 'waiting' });
  let id: string | undefined;
  while (id === undefined) {
    const { rows } = await house.platform.database.pool.query<{ id: string }>(
      "select id from tryon_sessions where idempotency_key = 'waiting'",
    );
    id = rows[0]?.id;
  }
  await render(id);
  const { body } = await asked;
  assert.deepEqual([body.session_id, body.status], [id, 'completed']);
});

test('those who wait are told how many are before them', async () => {
  const ids = [await created(), await created(), await created()];
  const positions = await Promise.all(ids.map(async (id) => (await read(id)).body.queue_position!));
  assert.deepEqual([positions[1]! - positions[0]!, positions[2]! - positions[1]!], [1, 1]);
  await who.call('DELETE', `/v1/tryon/sessions/${ids[0]}`);
  assert.equal((await read(ids[2]!)).body.queue_position, positions[2]! - 1);
});

test('a session that is being made can be stopped; one that is over is deleted, pictures and all', async () => {
  const id = await created();
  const { body } = await who.call<TryOnSession>('DELETE', `/v1/tryon/sessions/${id}`);
  assert.equal(body.status, 'cancelled');
  await render(id);
  assert.deepEqual([(await read(id)).body.status, (await read(id)).body.render_url], ['cancelled', null]);
  const over = await created();
  await render(over);
  const { render_url } = (await read(over)).body;
  assert.equal((await who.call<TryOnSession>('DELETE', `/v1/tryon/sessions/${over}`)).body.status, 'expired');
  assert.deepEqual((await house.ctx().storage.list(`tryon/${over}/`)).objects, []);
  assert.equal((await house.server.inject({ method: 'GET', url: render_url! })).statusCode, 404);
  const gone = await read(over);
  assert.deepEqual([gone.status, gone.body.error.code], [410, 'tryon.session_expired']);
});

test('a look is kept and rated once it is there, not before', async () => {
  const id = await created();
  const rate = (body: object) => who.call('POST', `/v1/feedback/tryon/${id}`, body);
  assert.equal((await rate({ accuracy: 4 })).body.error.code, 'tryon.no_look');
  assert.equal((await who.call('PUT', `/v1/tryon/sessions/${id}/look`)).body.error.code, 'tryon.no_look');
  await render(id);
  assert.deepEqual([(await rate({ accuracy: 6 })).status, (await rate({ accuracy: 2, notes: 'The sleeve floats.' })).status], [400, 201]);
  assert.equal((await rate({ accuracy: 3, notes: '' })).status, 201);
  assert.deepEqual((await read(id)).body.feedback, { accuracy: 3, notes: null });
  const { body } = await who.call<TryOnSession>('PUT', `/v1/tryon/sessions/${id}/look`);
  assert.deepEqual([body.expires_at, body.saved_at !== null], [null, true]);
  const given_back = (await who.call<TryOnSession>('DELETE', `/v1/tryon/sessions/${id}/look`)).body;
  assert.deepEqual([given_back.saved_at, Date.parse(given_back.expires_at!) - house.clock.now().getTime()], [null, 24 * 3_600_000]);
});

test('an open page hears each step of its session, until it is over', async () => {
  const origin = await house.server.listen({ port: 0, host: '127.0.0.1' });
  const id = await created();
  const stranger = await accountVisitor(house);
  assert.equal((await fetch(`${origin}/v1/tryon/sessions/${id}/events`, { headers: stranger.headers })).status, 404);
  const answer = await fetch(`${origin}/v1/tryon/sessions/${id}/events`, { headers: who.headers });
  const { heard, until, isOver } = hearEvents(answer);
  await until('"status":"created"');
  await render(id);
  await until('"status":"completed"');
  assert.match(heard(), /event: session\ndata: \{"session_id"/);
  assert.equal(await isOver(), true, 'the answer ends with the session');
});

test('a hundred at once are all taken, each told a place of its own in the line', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => create({ photo_id, items: [shirt] })));
  assert.ok(answers.every(({ status }) => status === 201));
  const sessions = await Promise.all(answers.map(({ body }) => read(body.session_id)));
  assert.equal(new Set(sessions.map(({ body }) => body.queue_position)).size, 100);
  const own = await accountVisitor(house);
  assert.equal((await own.call('GET', '/v1/me')).status, 200);
});

test('more than ten a minute are asked to wait', async () => {
  const strict = await testHouse({ SESSION_LIMIT_PER_MINUTE: '10' });
  const visitor = await anonymousVisitor(strict);
  const ask = () => visitor.call('POST', '/v1/tryon/sessions', { items: [shirt] });
  for (let time = 0; time < 10; time++) assert.equal((await ask()).status, 404, 'nobody else’s shirt');
  const refused = await ask();
  assert.deepEqual([refused.status, refused.body.error.code], [429, 'request.too_many']);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  await strict.close();
});
