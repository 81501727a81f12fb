import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import { route } from '#contract/route.ts';
import { error_codes } from '#contract/error-codes.ts';
import { errorBody } from '#contract/error.ts';
import { bind } from '#platform/area/area.ts';
import { nobody } from '#platform/area/actor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse } from '#platform/testing/test-visitor.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { buildServer } from './build-server.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse({ CORS_ORIGINS: 'https://shop.example' });
});
after(() => house.close());

test('every failure has the one shape, and carries the request id that was sent', async () => {
  for (const [method, url, payload] of [
    ['GET', '/v1/nothing', undefined],
    ['POST', '/v1/auth/login', { email: 1 }],
    ['GET', '/v1/me', undefined],
    ['GET', '/v1/products/not-an-id', undefined],
  ] as const) {
    const { body, headers } = await callHouse(house, {
      method,
      url,
      headers: { 'x-request-id': 'abc-123' },
      ...(payload ? { payload } : {}),
    });
    const { error } = errorBody.parse(body);
    assert.equal(error.request_id, 'abc-123');
    assert.equal(headers['x-request-id'], 'abc-123');
    assert.ok(error.code in error_codes);
  }
});

test('a request id that could forge a log line is replaced', async () => {
  const { headers } = await callHouse(house, { method: 'GET', url: '/health', headers: { 'x-request-id': 'a b{"level":60}' } });
  assert.match(String(headers['x-request-id']), /^[0-9a-f-]{36}$/);
});

test('bad bodies: not JSON, another type, too large, wrong fields', async () => {
  const post = (payload: string, type = 'application/json') =>
    callHouse(house, { method: 'POST', url: '/v1/auth/login', payload, headers: { 'content-type': type } });
  assert.equal((await post('{"email":')).body.error.code, 'request.bad_json');
  assert.equal((await post('')).body.error.code, 'request.bad_json');
  assert.equal((await post('<x/>', 'text/xml')).body.error.code, 'request.unsupported_type');
  assert.equal((await post(JSON.stringify({ email: 'a'.repeat(70_000) }))).body.error.code, 'request.too_large');
  const wrong = await post(JSON.stringify({ email: 'nobody' }));
  assert.equal(wrong.status, 400);
  assert.deepEqual(Object.keys(wrong.body.error.fields ?? {}).sort(), ['email', 'password']);
  assert.equal((await post('{"__proto__":{"role":"operator"}}')).status, 400);
  assert.equal((await post('[]')).status, 400);
  assert.equal((await post('null')).status, 400);
});

test('a page of a fitting may be 5 MB, and no more', async () => {
  const visitor = await anonymousVisitor(house);
  const start = (length: number) => visitor.call('POST', '/v1/tryon/start', { page_html: 'x'.repeat(length) });
  assert.equal((await start(5_000_000)).body.error.code, 'catalog.not_a_page');
  assert.ok((await start(5_000_001)).body.error.fields?.['page_html']);
  assert.equal((await start(13_000_000)).body.error.code, 'request.too_large');
});

test('answers carry the security headers', async () => {
  const { headers } = await callHouse(house, { method: 'GET', url: '/health' });
  assert.match(String(headers['content-security-policy']), /script-src 'self'(;|$)/);
  assert.doesNotMatch(String(headers['content-security-policy']), /unsafe-eval|upgrade-insecure/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
});

test('pages of listed origins may call, others may not, and none with cookies', async () => {
  const preflight = (origin: string) =>
    callHouse(house, { method: 'OPTIONS', url: '/v1/me', headers: { origin, 'access-control-request-method': 'GET' } });
  const listed = await preflight('https://shop.example');
  assert.equal(listed.headers['access-control-allow-origin'], 'https://shop.example');
  assert.equal(listed.headers['access-control-allow-credentials'], undefined);
  assert.equal((await preflight('https://evil.example')).headers['access-control-allow-origin'], undefined);
});

test('each token has its own limit, answers tell how much is left, and a key carries its own', async () => {
  const strict = await testHouse({ RATE_LIMIT_PER_MINUTE: '5' });
  const [anna, berta] = [await anonymousVisitor(strict), await anonymousVisitor(strict)];
  const asked = [];
  for (let n = 0; n < 6; n += 1) asked.push(await anna.call('GET', '/v1/me'));
  assert.deepEqual(
    asked.map(({ status }) => status),
    [200, 200, 200, 200, 429, 429],
    'one read was spent on listing profiles',
  );
  assert.equal(asked[0]?.headers['ratelimit-limit'], '5');
  assert.equal(asked[4]?.body.error.code, 'request.too_many');
  assert.ok(Number(asked[4]?.headers['retry-after']) > 0);
  assert.equal((await berta.call('GET', '/v1/me')).status, 200);
  const operator = await accountVisitor(strict, 'operator');
  const { body: key } = await operator.call<{ secret: string }>('POST', '/v1/api-keys', {
    name: 'shop',
    scopes: ['catalog:read'],
    rate_limit_per_minute: 2,
  });
  const byKey = async () =>
    (await callHouse(strict, { method: 'GET', url: '/v1/brands', headers: { authorization: `Bearer ${key.secret}` } })).status;
  assert.deepEqual([await byKey(), await byKey(), await byKey()], [200, 200, 429]);
  await strict.close();
});

test('a stranger who knocks without end is counted too', async () => {
  const strict = await testHouse({ RATE_LIMIT_PER_MINUTE: '3' });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await callHouse(strict, { method: 'GET', url: '/v1/me' })).status);
  assert.deepEqual(statuses, [401, 401, 401, 429, 429]);
  await strict.close();
});

/** A server with one route that answers what it likes. */
async function serverAnswering(answer: () => unknown) {
  const declared = route({
    method: 'GET',
    path: '/answer',
    area: 'test',
    summary: 'x',
    access: 'public',
    cost: 'free',
    status: 200,
    response: z.object({ size: z.string() }),
    errors: [],
  });
  const area = {
    name: 'test',
    migrations: new URL('.', import.meta.url),
    routes: [bind(declared, () => Promise.resolve(answer() as { size: string }))],
    jobs: [],
    commands: [],
    subscriptions: [],
    personal_data: null,
    identify: () => nobody,
  };
  return buildServer({ ports: house.platform.ports, db: house.platform.database.db, log: quietLog, areas: [area], own_routes: [] });
}

test('a route that answers what its contract does not say fails, and what is not in the contract never leaves', async () => {
  let answer: unknown = { size: 'M', password_hash: 'x' };
  const server = await serverAnswering(() => answer);
  const ask = async () => server.inject({ method: 'GET', url: '/answer' });
  assert.deepEqual((await ask()).json(), { size: 'M' });
  answer = { size: 42 };
  const refused = await ask();
  assert.equal(refused.statusCode, 500);
  assert.equal(refused.json<{ error: { code: string } }>().error.code, 'platform.internal');
  await server.close();
});

test('what breaks inside is not told outside', async () => {
  const server = await serverAnswering(() => {
    throw new Error('password of the database is hunter2');
  });
  const answer = await server.inject({ method: 'GET', url: '/answer' });
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /hunter2|stack|node:/);
  await server.close();
});

test('a request in flight is answered while the server stops, and later ones are not taken', async () => {
  const [entered, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()];
  const server = await serverAnswering(() => {
    entered.resolve();
    return answer.promise;
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as { port: number };
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.on('data', (chunk) => {
    received += String(chunk);
  });
  socket.write('GET /answer HTTP/1.1\r\nhost: x\r\n\r\n');
  await entered.promise;
  const closed = server.close();
  answer.resolve({ size: 'L' });
  await closed;
  if (!socket.closed) await once(socket, 'close');
  assert.match(received, /^HTTP\/1\.1 200/);
  assert.match(received, /\{"size":"L"\}/);
});

test('health says what works, /metrics speaks Prometheus, /openapi.json is 3.1 and /docs shows it', async () => {
  const health = await callHouse<{ status: string; checks: object }>(house, { method: 'GET', url: '/v1/health' });
  assert.equal(health.body.status, 'healthy');
  assert.deepEqual(Object.keys(health.body.checks).sort(), ['cache', 'database', 'models', 'queue', 'storage']);
  const metrics = await house.server.inject({ method: 'GET', url: '/metrics' });
  for (const name of [
    'tryon_sessions_total',
    'size_advice_total',
    'size_advice_outcome_total',
    'cache_hits_total',
    'cache_misses_total',
    'queue_oldest_age_seconds',
  ])
    assert.match(metrics.body, new RegExp(`# TYPE ${name} `));
  const api = await callHouse<{ openapi: string; paths: Record<string, object> }>(house, { method: 'GET', url: '/openapi.json' });
  assert.equal(api.body.openapi, '3.1.0');
  assert.ok(api.body.paths['/v1/tryon/start']);
  assert.equal((await house.server.inject({ method: 'GET', url: '/docs/' })).statusCode, 200);
});
