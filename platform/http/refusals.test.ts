import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import { errorBody } from '#contract/error.ts';
import { route } from '#contract/route.ts';
import { system_actor } from '#platform/area/actor.ts';
import { bind } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse } from '#platform/testing/test-visitor.ts';
import { buildServer } from './build-server.ts';
import { addressKey } from './limits.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

for (const [what, text] of [
  ['U+0000', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800'],
] as const) {
  test(`text with ${what} is refused with the field named, wherever it stands`, async () => {
    const visitor = await anonymousVisitor(house);
    for (const [method, url, body, field] of [
      ['PATCH', '/v1/me', { name: text }, 'name'],
      ['PATCH', '/v1/me', { prefs: { disliked: ['fine', text] } }, 'prefs.disliked.1'],
      ['POST', '/v1/profiles', { name: text }, 'name'],
      ['POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, { brand: text, category: 'shirt', size: 'M' }, 'brand'],
    ] as const) {
      const answer = await visitor.call(method, url, body);
      assert.equal(answer.status, 400, url);
      assert.ok(answer.body.error.fields?.[field], JSON.stringify(answer.body));
    }
  });
}

test('an address that cannot be decoded, a body that is null and a text body get the one shape', async () => {
  const bad = await callHouse(house, { method: 'GET', url: '/v1/products/%zz' });
  assert.equal(bad.status, 400);
  errorBody.parse(bad.body);
  assert.equal(bad.headers['x-content-type-options'], 'nosniff');
  const visitor = await anonymousVisitor(house);
  const patch = (payload: string, type: string) =>
    callHouse(house, { method: 'PATCH', url: '/v1/me', headers: { ...visitor.headers, 'content-type': type }, payload });
  assert.equal((await patch('null', 'application/json')).status, 400);
  assert.equal((await patch('hello', 'text/plain')).status, 415);
});

test('made-up tokens and keys are counted by address', async () => {
  const strict = await testHouse({ RATE_LIMIT_PER_MINUTE: '3' });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) {
    const token = n % 2 ? `tk_made_up_${n}` : `made.up.${n}`;
    statuses.push((await callHouse(strict, { method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).status);
  }
  assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
  await strict.close();
});

test('coming in is counted by address, also for those who carry a fresh token each time', async () => {
  const strict = await testHouse({ SESSION_LIMIT_PER_MINUTE: '3' });
  let headers = {};
  const statuses = [];
  for (let n = 0; n < 5; n += 1) {
    const answer = await callHouse<{ access_token?: string }>(strict, { method: 'POST', url: '/v1/auth/anonymous', headers });
    statuses.push(answer.status);
    if (answer.body.access_token) headers = { authorization: `Bearer ${answer.body.access_token}` };
  }
  assert.deepEqual(statuses, [201, 201, 201, 429, 429]);
  await strict.close();
});

test('reads and writes count together', async () => {
  const strict = await testHouse({ RATE_LIMIT_PER_MINUTE: '5' });
  const visitor = await anonymousVisitor(strict);
  const statuses = [];
  for (let n = 0; n < 5; n += 1)
    statuses.push((await (n % 2 ? visitor.call('GET', '/v1/me') : visitor.call('PATCH', '/v1/me', { name: 'A' }))).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 429]);
  await strict.close();
});

test('an IPv6 client is its /64, an IPv4 client its address however it is written', () => {
  assert.equal(addressKey('2001:db8::1'), addressKey('2001:db8:0:0:ffff::2'));
  assert.notEqual(addressKey('2001:db8::1'), addressKey('2001:db8:0:1::1'));
  assert.equal(addressKey('::ffff:198.51.100.7'), addressKey('198.51.100.7'));
  assert.notEqual(addressKey('198.51.100.7'), addressKey('198.51.100.8'));
});

test('a token that has ended is refused where it matters, and does not stand in the way of signing in again or of health', async () => {
  const other = await testHouse();
  const visitor = await accountVisitor(other);
  other.clock.pass(901);
  assert.equal((await visitor.call('GET', '/v1/me')).status, 401);
  assert.equal((await visitor.call('GET', '/v1/brands')).status, 401);
  assert.equal((await visitor.call('POST', '/v1/auth/refresh', { refresh_token: visitor.refresh_token })).status, 200);
  assert.equal((await visitor.call('GET', '/health')).status, 200);
  await other.close();
});

/** A server with one POST route that hands its ctx out and answers when told. */
async function listeningServer() {
  const [entered, answer] = [Promise.withResolvers<Ctx>(), Promise.withResolvers<{ ok: true }>()];
  const declared = route({
    method: 'POST',
    path: '/slow',
    area: 'test',
    summary: 'x',
    access: 'person',
    cost: 'free',
    status: 200,
    body: z.object({}),
    response: z.object({ ok: z.literal(true) }),
    errors: [],
  });
  const handle = (ctx: Ctx) => {
    entered.resolve(ctx);
    return answer.promise;
  };
  const area = {
    name: 'test',
    migrations: new URL('.', import.meta.url),
    routes: [bind({ ...declared, cost: 'write' }, handle)],
    jobs: [],
    commands: [],
    subscriptions: [],
    personal_data: null,
    identify: () => ({ ...system_actor, person_id: 'x', has_account: true }),
  };
  const server = await buildServer({
    ports: house.platform.ports,
    db: house.platform.database.db,
    log: quietLog,
    areas: [area],
    own_routes: [],
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((server.server.address() as { port: number }).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /slow HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
  return { ctx: await entered.promise, socket, server, answer };
}

test('a request whose client stays is not cut short', async () => {
  const { ctx, socket, server, answer } = await listeningServer();
  answer.resolve({ ok: true });
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  assert.match(chunk.toString(), /^HTTP\/1\.1 200/);
  assert.equal(ctx.signal.aborted, false);
  socket.destroy();
  await server.close();
});

test('a request whose client leaves is told so', async () => {
  const { ctx, socket, server, answer } = await listeningServer();
  const told = once(ctx.signal, 'abort');
  socket.destroy();
  await told;
  answer.resolve({ ok: true });
  await server.close();
});
