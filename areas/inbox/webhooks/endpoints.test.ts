import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { WebhookDelivery } from '#contract/webhooks.ts';
import { newId } from '#platform/ids/new-id.ts';
import { makeOutbound } from '#platform/outbound/make-outbound.ts';
import type { Outbound } from '#platform/outbound/outbound.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { testIntegrator, type NewEndpoint } from '#platform/testing/test-integrator.ts';
import { isGenuine, testReceiver, type TestReceiver } from '#platform/testing/test-receiver.ts';
import { accountVisitor, callHouse } from '#platform/testing/test-visitor.ts';
import { sweep_webhooks } from './sweep-webhooks.ts';

let house: TestHouse;
let receiver: TestReceiver;
let outbound: Outbound;

before(async () => {
  receiver = await testReceiver();
  house = await testHouse({ WEBHOOK_HOSTS: `${receiver.host},private.test` });
  outbound = makeOutbound({
    user_agent: 'ToileBot/0.1',
    clock: house.clock,
    db: house.platform.database.db,
    post_allowed: [receiver.host],
    resolve: () => Promise.resolve(['127.0.0.1']),
  });
  house.outbound.post = outbound.post;
});
after(async () => {
  await outbound.stop();
  await house.close();
  await receiver.close();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answerWith((response) => void response.writeHead(204).end());
});

const integrator = () => testIntegrator(house, { url: receiver.link(), event_types: ['outcome.recorded'] });
const rows = async <T = object>(text: string, values: unknown[] = []) =>
  (await house.platform.database.pool.query(text, values)).rows as T[];

test('a private address, and one that is not allowed, is never connected to', async () => {
  const { call } = await integrator();
  const { body } = await call<NewEndpoint>('POST', '/v1/webhook-endpoints', {
    url: 'https://rebinding.example/',
    event_types: ['outcome.recorded'],
  });
  const tested = (await call<WebhookDelivery>('POST', `/v1/webhook-endpoints/${body.id}/test`)).body;
  assert.deepEqual([tested.state, tested.last_error, tested.last_status], ['failed', 'private_address', null]);
  assert.equal(receiver.received.length, 0);
});

test('what the documentation shows verifies a message, and refuses another', async () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(new URL('../../../docs/integrators.md', import.meta.url), 'utf8')) ?? [];
  const { isFromToile } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromToile: (headers: object, body: string, secret: string) => boolean;
  };
  const { secret, call, path } = await integrator();
  const rotated = (await call<NewEndpoint>('POST', `${path}/rotate-secret`)).body.secret;
  await call('POST', `${path}/test`);
  const [{ headers, text } = { headers: {}, text: '' }] = receiver.received;
  const verdicts = [secret, rotated, `whsec_${'A'.repeat(43)}=`].map((one) => isFromToile(headers, text, one));
  assert.deepEqual(
    [...verdicts, isFromToile(headers, `${text} `, secret), isFromToile({}, text, secret)],
    [true, true, false, false, false],
  );
});

test('a test is sent at once, also to a paused endpoint, and answers what came of it', async () => {
  const { endpoint, secret, call, path, state } = await integrator();
  await call('PATCH', path, { is_paused: true });
  const sent = (await call<WebhookDelivery>('POST', `${path}/test`)).body;
  const [message] = receiver.received;
  assert.ok(message && isGenuine(message, secret, house.clock.now().getTime() / 1000));
  assert.deepEqual(
    [sent.state, sent.type, (JSON.parse(message.text) as { data: object }).data],
    ['delivered', 'webhook.test', { endpoint_id: endpoint.id }],
  );
  receiver.answerWith((response) => void response.writeHead(404).end());
  assert.equal((await call<WebhookDelivery>('POST', `${path}/test`)).body.last_error, 'answered 404');
  assert.deepEqual([(await state())?.paused_reason, (await state())?.failing_since], ['asked', null]);
});

test('endpoints are their key’s own; operators see all; others and wrong addresses are refused', async () => {
  const [mine, theirs] = [await integrator(), await integrator()];
  for (const [method, path, payload] of [
    ['PATCH', mine.path, { is_paused: true }],
    ['DELETE', mine.path],
    ['POST', `${mine.path}/test`],
    ['POST', `${mine.path}/rotate-secret`],
    ['GET', `${mine.path}/deliveries`],
  ] as const) {
    assert.equal((await theirs.call(method, path, payload)).status, 404, path);
    assert.equal((await callHouse(house, { method, url: path, ...(payload ? { payload } : {}) })).status, 401);
  }
  const add = (url: string, more: object = {}) =>
    theirs.call<NewEndpoint>('POST', '/v1/webhook-endpoints', { url, event_types: ['outcome.recorded'], ...more });
  for (const url of [
    'http://shop.example/',
    'https://shop.example:8443/',
    'https://127.0.0.1/',
    'https://8.8.8.8/',
    'https://a:b@shop.example/',
    'ftp://x/',
    'x',
  ])
    assert.equal((await add(url)).body.error?.code, 'inbox.bad_endpoint', url);
  assert.equal((await add('https://shop.example/', { event_types: ['person.erased'] })).status, 400);
  assert.equal((await add('https://shop.example/', { event_types: [] })).status, 400);
  const added = await Promise.all(Array.from({ length: 12 }, () => add('http://private.test/')));
  assert.equal(added.filter(({ status }) => status === 201).length, 9);
  assert.equal(added.find(({ status }) => status !== 201)?.body.error.code, 'inbox.too_many_endpoints');
  const { operator } = mine;
  const seen = await operator.call<{ webhook_endpoints: NewEndpoint[] }>('GET', `/v1/webhook-endpoints?api_key_id=${mine.key.id}`);
  assert.deepEqual(
    [seen.body.webhook_endpoints.map(({ id }) => id), seen.body.webhook_endpoints[0]?.secret],
    [[mine.endpoint.id], undefined],
  );
  const made = { url: 'https://shop.example/', event_types: ['outcome.recorded'] };
  assert.equal((await operator.call('POST', '/v1/webhook-endpoints', made)).status, 400);
  assert.equal((await operator.call('POST', '/v1/webhook-endpoints', { ...made, api_key_id: newId() })).status, 404);
  assert.equal((await operator.call('POST', '/v1/webhook-endpoints', { ...made, api_key_id: mine.key.id })).status, 201);
  assert.equal((await (await accountVisitor(house)).call('GET', '/v1/webhook-endpoints')).status, 403);
  assert.equal((await mine.call('DELETE', mine.path)).status, 200);
  assert.equal((await mine.call('GET', `${mine.path}/deliveries`)).status, 404);
  await operator.call('DELETE', `/v1/api-keys/${theirs.key.id}`);
  assert.equal(
    (await rows('select from inbox_webhook_endpoints where api_key_id = $1', [theirs.key.id])).length,
    0,
    'they go with their key',
  );
});

test('the log keeps the newest hundred, and what waits', async () => {
  const { endpoint, log } = await integrator();
  await rows(
    `insert into inbox_webhook_deliveries (id, endpoint_id, type, occurred_at, state, created_at, delivered_at, next_attempt_at)
     select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, 'webhook.test', now(), case n when 1 then 'waiting' else 'delivered' end, $2, now(), case n when 1 then now() end
     from generate_series(1, 130) n`,
    [endpoint.id, house.clock.now()],
  );
  await sweep_webhooks.run(house.ctx(), {});
  const [kept] = await rows<{ count: string; waiting: string }>(
    `select count(*) as count, count(*) filter (where state = 'waiting') as waiting from inbox_webhook_deliveries where endpoint_id = $1`,
    [endpoint.id],
  );
  assert.deepEqual([Number(kept?.count), Number(kept?.waiting), (await log()).length], [101, 1, 100]);
  house.clock.pass(3 * 86_400 + 60);
  await sweep_webhooks.run(house.ctx(), {});
  assert.equal((await rows(`select from inbox_webhook_deliveries where state = 'waiting' and endpoint_id = $1`, [endpoint.id])).length, 0);
});
