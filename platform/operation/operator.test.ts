import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import type { Host, QueueFigures } from '#contract/operation.ts';
import { job } from '#platform/area/area.ts';
import { failures_max } from '#platform/outbound/breaker.ts';
import { hostTables, newHostRow } from '#platform/outbound/host-tables.ts';
import { Hosts } from '#platform/outbound/hosts.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { startQueue } from '#platform/queue/start-queue.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
let operator: Visitor;
let hosts: Hosts;
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
  const { db } = house.platform.database;
  hosts = new Hosts({ db, clock: house.clock, interval_ms: 1000, lease_ms: 20_000 });
  const at = house.clock.now().toISOString();
  const until = new Date(house.clock.now().getTime() + 600_000).toISOString();
  await hostTables(db)
    .insertInto('platform_hosts')
    .values([
      newHostRow('a.example', at),
      { ...newHostRow('b.example', at), failures: failures_max, rests: 3, closed_until: until, rest_reason: 'failures' },
    ])
    .execute();
});
after(() => house.close());

const lastAct = async () => (await operator.call<{ entries: { action: string; subject: string }[] }>('GET', '/v1/audit')).body.entries[0];

test('hosts are listed with how they are treated, page by page', async () => {
  const first = await operator.call<{ hosts: Host[]; next_cursor: string | null }>('GET', '/v1/operator/hosts?limit=1');
  assert.deepEqual([first.body.hosts[0]?.host, first.body.hosts[0]?.state], ['a.example', 'closed']);
  const next = await operator.call<{ hosts: Host[] }>('GET', `/v1/operator/hosts?limit=5&cursor=${first.body.next_cursor}`);
  assert.deepEqual([next.body.hosts[0]?.host, next.body.hosts[0]?.state], ['b.example', 'open']);
});

test('"try now" lets one visit decide, and is written down', async () => {
  assert.equal((await hosts.takeTurn('b.example')).kind, 'refused');
  const { body } = await operator.call<Host>('POST', '/v1/operator/hosts/b.example/try-now');
  assert.equal(body.state, 'half_open');
  assert.deepEqual([(await lastAct())?.action, (await lastAct())?.subject], ['outbound.host_tried', 'host:b.example']);
  const answer = await hosts.takeTurn('b.example');
  assert.ok(answer.kind === 'granted' && answer.visit.is_probe);
  answer.visit.failed(500);
  await hosts.giveBack(answer.visit);
  const again = await hosts.takeTurn('b.example');
  assert.ok(again.kind === 'refused' && again.retry_after_s! <= 30, 'rests begin anew');
});

test('a paused host is visited by nobody until it is resumed; both are written down', async () => {
  assert.equal((await operator.call<Host>('POST', '/v1/operator/hosts/a.example/pause')).body.is_paused, true);
  assert.equal((await lastAct())?.action, 'outbound.host_paused');
  assert.equal((await hosts.takeTurn('a.example')).kind, 'refused');
  await operator.call('POST', '/v1/operator/hosts/a.example/resume');
  assert.equal((await lastAct())?.action, 'outbound.host_resumed');
  assert.equal((await hosts.takeTurn('a.example')).kind, 'granted');
  assert.equal((await operator.call('POST', '/v1/operator/hosts/nowhere.example/pause')).status, 404);
});

test('a job that gave up is counted, tried again, and forgotten; it does not make the queue look old', async () => {
  let gave_up = Promise.withResolvers<void>();
  let attempts = 0;
  const doomed = job({
    name: 'test.doomed',
    payload: z.object({}),
    retry_limit: 0,
    retry_delay_s: 0,
    run: () => {
      attempts += 1;
      gave_up.resolve();
      return Promise.reject(new Error('no use'));
    },
  });
  const queue = await startQueue(house.platform.database.connection, [doomed], quietLog);
  const ctx = { ...house.ctx(), queue };
  await queue.work([doomed], ctx);
  await enqueue(ctx, doomed, {});
  await gave_up.promise;
  const failed = async (count: number) => {
    for (;;) {
      const { body } = await operator.call<{ jobs: { id: string; name: string }[] }>('GET', '/v1/jobs/failed');
      if (body.jobs.length === count) return body.jobs;
    }
  };
  const [dead] = await failed(1);
  const { body } = await operator.call<{ jobs: QueueFigures[] }>('GET', '/v1/operator/queue');
  const figures = body.jobs.find(({ name }) => name === 'test.doomed');
  assert.deepEqual([figures?.failed, figures?.waiting, figures?.oldest_age_s], [1, 0, 0]);
  gave_up = Promise.withResolvers<void>();
  assert.equal((await operator.call('POST', `/v1/jobs/failed/${dead!.id}/retry`)).status, 200);
  await gave_up.promise;
  assert.equal(attempts, 2);
  const [again] = await failed(1);
  await queue.stop();
  assert.equal((await operator.call('DELETE', `/v1/jobs/failed/${again!.id}`)).status, 200);
  assert.equal((await lastAct())?.action, 'queue.job_dropped');
  assert.equal((await operator.call('DELETE', `/v1/jobs/failed/${again!.id}`)).status, 404);
  assert.deepEqual(await failed(0), []);
});
