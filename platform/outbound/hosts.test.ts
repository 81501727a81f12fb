import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { fakeClock, type FakeClock } from '#platform/testing/fake-clock.ts';
import { testConnection } from '#platform/testing/test-database.ts';
import { failures_max } from './breaker.ts';
import { hostTables } from './host-tables.ts';
import { Hosts } from './hosts.ts';
import type { Visit } from './visit.ts';

// Two Hosts on one database stand for two processes: neither knows of the other except through it.

let database: Awaited<ReturnType<typeof testConnection>>;
let clock: FakeClock;
let here: Hosts;
let there: Hosts;
before(async () => {
  database = await testConnection();
});
after(() => database.close());
beforeEach(async () => {
  await sql`truncate platform_hosts`.execute(database.db);
  clock = fakeClock(new Date('2026-03-01T12:00:00Z'));
  const ports = { db: database.db, clock, interval_ms: 1000, lease_ms: 20_000 };
  [here, there] = [new Hosts(ports), new Hosts(ports)];
});

const host = 'shop.example';
async function granted(hosts: Hosts, name = host): Promise<Visit> {
  const answer = await hosts.takeTurn(name);
  assert.ok(answer.kind === 'granted', JSON.stringify(answer));
  return answer.visit;
}
async function visitWith(hosts: Hosts, learn: (visit: Visit) => void): Promise<void> {
  const visit = await granted(hosts);
  learn(visit);
  await hosts.giveBack(visit);
}
const answers = (visit: Visit) => visit.answered(200);
const fails = (visit: Visit) => visit.failed(500);
/** Fails as often as it takes to open the breaker. */
async function breakHost(): Promise<void> {
  for (let i = 0; i < failures_max; i += 1) {
    await visitWith(i % 2 ? here : there, fails);
    clock.pass(1);
  }
}
const rowOf = () => hostTables(database.db).selectFrom('platform_hosts').selectAll().where('host', '=', host).executeTakeFirstOrThrow();

test('of twenty who ask at once one gets the turn', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? here : there).takeTurn(host)));
  assert.equal(asked.filter(({ kind }) => kind === 'granted').length, 1);
  assert.ok(asked.every(({ kind }) => kind !== 'refused'));
});

test('whoever comes next, from whichever process, waits out the pause; other hosts are not held up', async () => {
  await visitWith(here, answers);
  assert.deepEqual(await there.takeTurn(host), { kind: 'wait', wait_ms: 1000 });
  await granted(there, 'other.example');
  clock.pass(0.999);
  assert.deepEqual(await there.takeTurn(host), { kind: 'wait', wait_ms: 1 });
  clock.pass(0.001);
  await granted(there);
});

test('a turn in which nothing was asked costs nobody a pause', async () => {
  await visitWith(here, () => undefined);
  await granted(there);
});

test('a visitor that died is waited for until the lease ends, and what it says later counts no more', async () => {
  const dead = await granted(here);
  clock.pass(19);
  assert.equal((await there.takeTurn(host)).kind, 'wait');
  clock.pass(1);
  const next = await granted(there);
  dead.answered(200);
  await here.giveBack(dead);
  assert.equal((await rowOf()).lease_token, next.token, 'the turn is still the other’s');
  assert.equal((await rowOf()).visits, 0);
});

test('failures of all processes together open the breaker for all', async () => {
  await breakHost();
  for (const hosts of [here, there]) {
    const answer = await hosts.takeTurn(host);
    assert.ok(answer.kind === 'refused' && answer.retry_after_s! <= 30);
  }
});

test('after a rest exactly one visit finds out, everybody else is refused until it is back', async () => {
  await breakHost();
  clock.pass(31);
  const asked = await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? here : there).takeTurn(host)));
  const probes = asked.filter((answer) => answer.kind === 'granted');
  assert.deepEqual([probes.length, asked.filter(({ kind }) => kind === 'refused').length], [1, 9]);
  const { visit } = probes[0]!;
  assert.ok(visit.is_probe && visit.may_repeat);
  visit.failed(500);
  assert.equal(visit.may_repeat, false, 'a visit that finds out asks once');
  await here.giveBack(visit);
  assert.equal((await there.takeTurn(host)).kind, 'refused');
});

test('each rest is longer than the one before, up to half an hour; an answer ends it all', async () => {
  await breakHost();
  const rests_s: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    const answer = await there.takeTurn(host);
    assert.ok(answer.kind === 'refused');
    rests_s.push(answer.retry_after_s!);
    clock.pass(answer.retry_after_s!);
    await visitWith(here, fails);
  }
  for (const [i, rest_s] of rests_s.entries()) {
    const whole_s = Math.min(1800, 30 * 2 ** i);
    assert.ok(rest_s >= whole_s / 2 - 1 && rest_s <= whole_s, `rest ${i} took ${rest_s} s`);
  }
  clock.pass(1800);
  await visitWith(there, answers);
  assert.deepEqual([(await rowOf()).failures, (await rowOf()).rests, (await rowOf()).closed_until], [0, 0, null]);
  clock.pass(1);
  await visitWith(here, fails);
  clock.pass(1);
  await granted(there);
});

test('a visitor that dies while finding out leaves that to the next', async () => {
  await breakHost();
  clock.pass(31);
  await granted(here);
  assert.equal((await there.takeTurn(host)).kind, 'refused');
  clock.pass(20);
  assert.ok((await granted(there)).is_probe);
});

test('Retry-After binds all processes, for a day at most', async () => {
  await visitWith(here, (visit) => visit.failed(429, 40 * 24 * 3600));
  const answer = await there.takeTurn(host);
  assert.ok(answer.kind === 'refused' && answer.retry_after_s === 24 * 3600);
  assert.equal((await rowOf()).rest_reason, 'asked');
  clock.pass(24 * 3600);
  assert.equal((await granted(there)).is_probe, false, 'one refusal is no breaker');
});

test('a host that asks for more time between two pages gets it from everybody', async () => {
  await visitWith(here, (visit) => {
    visit.crawl_delay_ms = 7000;
    visit.answered(200);
  });
  assert.deepEqual(await there.takeTurn(host), { kind: 'wait', wait_ms: 7000 });
});
