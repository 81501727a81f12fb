import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { Fitting } from '#contract/fit.ts';
import type { WebhookEndpoint, WebhookType } from '#contract/webhooks.ts';
import { makeOutbound } from '#platform/outbound/make-outbound.ts';
import type { Outbound } from '#platform/outbound/outbound.ts';
import { startQueue } from '#platform/queue/start-queue.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { testIntegrator, type NewEndpoint } from '#platform/testing/test-integrator.ts';
import { isGenuine, testReceiver, type TestReceiver } from '#platform/testing/test-receiver.ts';
import { accountVisitor } from '#platform/testing/test-visitor.ts';
import { deliver_webhooks } from './deliver-webhooks.ts';
import { claimDue } from './delivery.store.ts';
import { nudge_webhooks, sweep_webhooks } from './sweep-webhooks.ts';

let house: TestHouse;
let receiver: TestReceiver;
let outbound: Outbound;
let product_id: string;
const late_ms = 300;

before(async () => {
  receiver = await testReceiver();
  house = await testHouse({ WEBHOOK_HOSTS: `${receiver.host},private.test` });
  outbound = makeOutbound({
    user_agent: 'ToileBot/0.1',
    clock: house.clock,
    db: house.platform.database.db,
    post_allowed: [receiver.host],
    resolve: () => Promise.resolve(['127.0.0.1']),
    limits: { post_ms: late_ms },
  });
  house.outbound.post = outbound.post;
  await saveBoutique(house.ctx(), sampleBoutique());
  const shirt = await saveBoutiqueProduct(house.ctx(), sampleShirt('shirt'));
  product_id = shirt.id;
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

const integrator = async (event_types: WebhookType[] = ['outcome.recorded']) => {
  const one = await testIntegrator(house, { url: receiver.link(), event_types });
  const tell = async (external_id: string, user_id = 'anna', more: object = {}) => {
    await one.call('POST', '/v1/outcomes', { outcomes: [{ external_id, user_id, product_id, size: 'M', outcome: 'kept', ...more }] });
    await house.deliverNews();
  };
  return { ...one, tell };
};

const deliver = (endpoint_id: string): Promise<void> => deliver_webhooks.run(house.ctx(), { endpoint_id });
const now_s = (): number => house.clock.now().getTime() / 1000;
const bodyOf = ({ text }: { text: string }) => JSON.parse(text) as { type: string; timestamp: string; data: Record<string, unknown> };
const rows = async <T = object>(text: string, values: unknown[] = []) =>
  (await house.platform.database.pool.query(text, values)).rows as T[];

test('a purchase is told with a signature that holds, under the integrator’s own names', async () => {
  const { endpoint, secret, tell, log, state } = await integrator();
  await tell('line-1', 'anna', { outcome: 'returned', reason: 'too_small' });
  await deliver(endpoint.id);
  const [message, ...more] = receiver.received;
  assert.ok(message && more.length === 0 && isGenuine(message, secret, now_s()));
  assert.ok(!isGenuine({ ...message, text: message.text.replace('anna', 'Anna') }, secret, now_s()), 'a changed body');
  assert.ok(!isGenuine(message, secret, now_s() + 301), 'an old one, played again');
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  const { type, data } = bodyOf(message);
  assert.deepEqual(
    [type, data['user_id'], data['external_id'], data['size'], data['outcome'], data['reason'], data['recommended_size']],
    ['outcome.recorded', 'anna', 'line-1', 'M', 'returned', 'too_small', null],
  );
  assert.equal(message.headers['content-type'], 'application/json');
  const [row] = await log();
  assert.deepEqual([row?.id, row?.state, row?.attempts, row?.last_status], [message.headers['webhook-id'], 'delivered', 1, 204]);
  assert.equal((await state())?.last_delivered_at, house.clock.now().toISOString());
});

test('what a shopper says in a fitting is told to whoever acts for them, without their notes', async () => {
  const { endpoint, call, secret } = await integrator(['fitting.outcome']);
  const user_id = 'berta';
  const { session_id } = (await call<Fitting>('POST', '/v1/tryon/start', { product_id, user_id })).body;
  const said = { session_id, user_id, size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true, notes: 'my wedding' };
  await call('POST', '/v1/tryon/submit', said);
  await house.deliverNews();
  await deliver(endpoint.id);
  const [message] = receiver.received;
  assert.ok(message && isGenuine(message, secret, now_s()));
  assert.deepEqual([bodyOf(message).data['session_id'], bodyOf(message).data['user_id']], [session_id, user_id]);
  assert.ok(!message.text.includes('wedding'));
});

test('nobody hears of another’s shoppers, of people who are nobody’s, or of what they did not ask for', async () => {
  const [mine, theirs, fittings_only] = [await integrator(), await integrator(), await integrator(['fitting.outcome'])];
  await mine.tell('1');
  await fittings_only.tell('1');
  const person = await accountVisitor(house);
  await person.call('POST', '/v1/outcomes', { outcomes: [{ external_id: '1', product_id, size: 'M', outcome: 'kept' }] });
  await house.deliverNews();
  for (const { endpoint } of [mine, theirs, fittings_only]) await deliver(endpoint.id);
  assert.deepEqual([receiver.received.length, (await theirs.log()).length, (await fittings_only.log()).length], [1, 0, 0]);
});

test('news that is told twice, and a message that is sent twice, have one id', async () => {
  const { endpoint, tell, log } = await integrator();
  await tell('1');
  await rows(`update platform_deliveries set delivered_at = null where subscriber = 'inbox.queue-purchases'`);
  await house.deliverNews();
  receiver.answerWith((response) => void response.writeHead(500).end());
  await deliver(endpoint.id);
  house.clock.pass(70);
  receiver.answerWith((response) => void response.writeHead(200).end());
  await deliver(endpoint.id);
  await deliver(endpoint.id);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
  const times = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
  assert.equal((times[1] ?? 0) - (times[0] ?? 0), 70, 'each try has its own time');
  assert.equal((await log()).length, 1);
});

for (const [name, answer, error, status] of [
  ['refuses', (response) => void response.writeHead(500).end('no'), 'answered 500', 500],
  ['stalls', () => undefined, 'timed_out', null],
  ['hangs up', (response) => void response.destroy(), 'unreachable', null],
  [
    'sends us on to a private address',
    (response) => void response.writeHead(302, { location: `http://${receiver.host}/inside` }).end(),
    'answered 302, redirects are not followed',
    302,
  ],
] as const satisfies readonly [string, Parameters<TestReceiver['answerWith']>[0], string, number | null][]) {
  test(`a receiver that ${name} is tried again later, and its owner sees why`, async () => {
    const { endpoint, tell, log, state } = await integrator();
    receiver.answerWith(answer);
    await tell('1');
    await deliver(endpoint.id);
    await deliver(endpoint.id);
    assert.deepEqual(
      receiver.received.map(({ path }) => path),
      ['/toile'],
      'not at once, and not elsewhere',
    );
    const [row] = await log();
    assert.deepEqual([row?.state, row?.last_error, row?.last_status], ['waiting', error, status]);
    assert.deepEqual([(await state())?.last_error, (await state())?.failing_since], [error, house.clock.now().toISOString()]);
    receiver.answerWith((response) => void response.writeHead(200).end());
    house.clock.pass(70);
    await deliver(endpoint.id);
    assert.equal((await log())[0]?.state, 'delivered');
    assert.deepEqual([(await state())?.last_error, (await state())?.failing_since], [null, null]);
  });
}

test('an answer that never ends costs nothing: only its head is read', async () => {
  const { endpoint, tell, log } = await integrator();
  receiver.answerWith((response) => void response.writeHead(200).write('a'.repeat(100)));
  await tell('1');
  await deliver(endpoint.id);
  assert.equal((await log())[0]?.state, 'delivered');
});

test('a receiver that asks for patience gets it', async () => {
  const { endpoint, tell, log } = await integrator();
  receiver.answerWith((response) => void response.writeHead(429, { 'retry-after': '3600' }).end());
  await tell('1');
  await deliver(endpoint.id);
  const { next_attempt_at = '' } = (await log())[0] ?? {};
  assert.equal(Date.parse(next_attempt_at ?? '') - house.clock.now().getTime(), 3_600_000);
});

test('after a day of failure a message is given up and its endpoint paused; it hears no more until its owner says so', async () => {
  const { endpoint, tell, log, state, call, path } = await integrator();
  receiver.answerWith((response) => void response.writeHead(503).end());
  await tell('1');
  const began = house.clock.now().getTime();
  while ((await log())[0]?.state === 'waiting') {
    await deliver(endpoint.id);
    const { next_attempt_at } = (await log())[0] ?? {};
    if (next_attempt_at) house.clock.pass((Date.parse(next_attempt_at) - house.clock.now().getTime()) / 1000);
  }
  const hours = (house.clock.now().getTime() - began) / 3_600_000;
  assert.ok(hours > 24 && hours < 28, `${hours} h`);
  assert.deepEqual([receiver.received.length, (await log())[0]?.last_error], [8, 'answered 503']);
  const { is_paused, paused_reason, failing_since, last_error } = (await state())!;
  assert.deepEqual([is_paused, paused_reason, failing_since, last_error], [true, 'failing', new Date(began).toISOString(), 'answered 503']);
  await tell('2');
  assert.equal((await log()).length, 1, 'nothing is queued meanwhile');
  receiver.answerWith((response) => void response.writeHead(200).end());
  assert.equal((await call<WebhookEndpoint>('PATCH', path, { is_paused: false })).body.paused_reason, null);
  await tell('3');
  await deliver(endpoint.id);
  assert.equal((await log())[0]?.state, 'delivered');
});

test('an endpoint that is gone is paused at once; what waits is sent when it goes on', async () => {
  const { endpoint, tell, log, state, call, path } = await integrator();
  receiver.answerWith((response) => void response.writeHead(410).end());
  await tell('1');
  await deliver(endpoint.id);
  assert.equal((await state())?.paused_reason, 'gone');
  receiver.answerWith((response) => void response.writeHead(200).end());
  house.clock.pass(3600);
  await deliver(endpoint.id);
  assert.equal(receiver.received.length, 1);
  await call('PATCH', path, { is_paused: false });
  await deliver(endpoint.id);
  assert.equal((await log())[0]?.state, 'delivered');
});

test('a dead endpoint with many messages is tried a few times, not once for each', async () => {
  const { endpoint, call } = await integrator();
  const outcomes = Array.from({ length: 30 }, (_, i) => ({ external_id: `${i}`, user_id: 'anna', product_id, size: 'M', outcome: 'kept' }));
  await call('POST', '/v1/outcomes', { outcomes });
  await house.deliverNews();
  receiver.answerWith((response) => void response.writeHead(500).end());
  await deliver(endpoint.id);
  assert.equal(receiver.received.length, 4);
  receiver.received.length = 0;
  receiver.answerWith((response) => void response.writeHead(200).end());
  await deliver(endpoint.id);
  assert.equal(receiver.received.length, 26);
});

test('erasing a person takes back what was to be said of them, and what was said from the log', async () => {
  const { endpoint, call, tell, log } = await integrator();
  await tell('1', 'carla');
  await tell('2', 'doris');
  const exported = (await call<{ areas: { inbox: { webhook_messages: object[] } } }>('GET', '/v1/me/export?user_id=carla')).body;
  const erased = (await call<{ rows: Record<string, number> }>('DELETE', '/v1/me?user_id=carla')).body;
  if (erased.rows) assert.deepEqual([exported.areas.inbox.webhook_messages.length, erased.rows['inbox']], [1, 1]);
  await deliver(endpoint.id);
  assert.deepEqual(
    receiver.received.map((message) => bodyOf(message).data['user_id']),
    ['doris'],
  );
  assert.equal((await log()).length, 1);
});

test('a message whose matter is gone is not sent', async () => {
  const { endpoint, tell, log } = await integrator();
  await tell('1');
  await rows('delete from fit_outcomes where caller_id = $1', [endpoint.api_key_id]);
  await deliver(endpoint.id);
  assert.deepEqual([receiver.received.length, (await log()).length], [0, 0]);
});

test('a server that is killed after the news was heard: the next one delivers', async () => {
  const { tell, log } = await integrator();
  await tell('before the end');
  const arrived = Promise.withResolvers<void>();
  receiver.answerWith((response, message) => {
    response.writeHead(200).end();
    // What other tests left waiting is delivered too.
    if (bodyOf(message).data['external_id'] === 'before the end') arrived.resolve();
  });
  const next = await startQueue(house.platform.database.connection, house.platform.jobs, quietLog);
  try {
    await next.work([deliver_webhooks], { ...house.ctx(), queue: next });
    await arrived.promise;
  } finally {
    await next.stop();
  }
  assert.equal((await log())[0]?.state, 'delivered');
});

test('a server that is killed while it sends: the message is sent again under its id when the lease has ended', async () => {
  const { endpoint, tell, log } = await integrator();
  await tell('1');
  const [claimed] = await claimDue(house.ctx(), { endpoint_id: endpoint.id, limit: 4, lease_s: 60 });
  const waiting = async () =>
    (
      await rows<{ data: { endpoint_id: string } }>(`select data from pgboss.job where name = $1 and state = 'created'`, [
        deliver_webhooks.name,
      ])
    ).filter(({ data }) => data.endpoint_id === endpoint.id).length;
  await rows(`delete from pgboss.job where name = $1`, [deliver_webhooks.name]);
  await deliver(endpoint.id);
  await nudge_webhooks.run(house.ctx(), {});
  assert.deepEqual([receiver.received.length, await waiting()], [0, 0], 'it may be on its way still');
  house.clock.pass(61);
  await nudge_webhooks.run(house.ctx(), {});
  await nudge_webhooks.run(house.ctx(), {});
  assert.equal(await waiting(), 1, 'one nudge waits, however often it is given');
  await deliver(endpoint.id);
  assert.deepEqual([receiver.received.map(({ headers }) => headers['webhook-id']), (await log())[0]?.attempts], [[claimed?.id], 2]);
});

test('two workers at once send each message once', async () => {
  const { endpoint, call } = await integrator();
  const outcomes = Array.from({ length: 20 }, (_, i) => ({ external_id: `${i}`, user_id: 'anna', product_id, size: 'M', outcome: 'kept' }));
  await call('POST', '/v1/outcomes', { outcomes });
  await house.deliverNews();
  await Promise.all([1, 2, 3].map(() => deliver(endpoint.id)));
  assert.deepEqual([receiver.received.length, new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size], [20, 20]);
});

test('a new secret signs at once, the old one for a day; neither lies readable in the database', async () => {
  const { endpoint, secret, call, path, tell } = await integrator();
  const rotated = (await call<NewEndpoint>('POST', `${path}/rotate-secret`)).body;
  assert.notEqual(rotated.secret, secret);
  await tell('1');
  await deliver(endpoint.id);
  house.clock.pass(24 * 3600 + 1);
  await tell('2');
  await deliver(endpoint.id);
  const holds = (key: string) => receiver.received.map((message) => isGenuine(message, key, Number(message.headers['webhook-timestamp'])));
  assert.deepEqual(
    [holds(rotated.secret), holds(secret)],
    [
      [true, true],
      [true, false],
    ],
  );
  const [row] = await rows<Record<string, Buffer>>('select * from inbox_webhook_endpoints where id = $1', [endpoint.id]);
  for (const text of [secret, rotated.secret]) {
    const bytes = Buffer.from(text.slice(6), 'base64');
    assert.ok(!row?.['wrapped_secret']?.includes(bytes) && !row?.['wrapped_old_secret']?.includes(bytes));
  }
  await sweep_webhooks.run(house.ctx(), {});
  assert.equal(
    (await rows('select from inbox_webhook_endpoints where id = $1 and wrapped_old_secret is not null', [endpoint.id])).length,
    0,
  );
});
