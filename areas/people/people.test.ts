import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignedIn } from '#contract/people.ts';
import { findBrokenLink, listActs } from '#platform/audit/record-act.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, runCommand, test_password, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const logIn = (email: string, headers = {}) =>
  callHouse<SignedIn>(house, { method: 'POST', url: '/v1/auth/login', headers, payload: { email, password: test_password } });

test('erasing removes the person everywhere, and the receipt says how much', async () => {
  const visitor = await accountVisitor(house);
  await visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, { chest_cm: 91 });
  const { status, body } = await visitor.call<{ rows: Record<string, number> }>('DELETE', '/v1/me');
  assert.equal(status, 200);
  assert.equal(body.rows['fit'], 1);
  assert.equal((await visitor.call('GET', '/v1/me')).status, 401);
  assert.equal((await logIn(visitor.email ?? '')).status, 401);
  const { rows } = await house.platform.database.pool.query<{ found: number }>(
    `select (select count(*) from people_persons where id = $1) + (select count(*) from people_profiles where person_id = $1)
          + (select count(*) from fit_measurements where profile_id = $2) + (select count(*) from people_sessions where person_id = $1) as found`,
    [visitor.person_id, visitor.profile_id],
  );
  assert.equal(rows[0]?.found, 0);
});

test('the export holds what every area keeps, and no secret', async () => {
  const visitor = await accountVisitor(house);
  await visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, { waist_cm: 77 });
  const { status, body } = await visitor.call<{ areas: Record<string, object> }>('GET', '/v1/me/export');
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body.areas).sort(), [...house.platform.ports.personal_data.keys()].sort());
  const text = JSON.stringify(body);
  assert.match(text, /"waist_cm":77/);
  assert.doesNotMatch(text, /argon2|secret_hash|password_hash/);
});

test('profiles: yours can be renamed and others removed, your own cannot, and twelve are enough', async () => {
  const visitor = await accountVisitor(house);
  assert.equal((await visitor.call('DELETE', `/v1/profiles/${visitor.profile_id}`)).body.error.code, 'people.last_profile');
  const { body } = await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Child', sizing: 'women' });
  assert.equal((await visitor.call<{ sizing: string | null }>('PATCH', `/v1/profiles/${body.id}`, { sizing: null })).body.sizing, null);
  assert.equal((await visitor.call('DELETE', `/v1/profiles/${body.id}`)).status, 200);
  assert.equal((await visitor.call('DELETE', `/v1/profiles/${body.id}`)).status, 404);
  const made = await Promise.all(Array.from({ length: 14 }, (_, n) => visitor.call('POST', '/v1/profiles', { name: `P${n}` })));
  assert.equal(made.filter(({ status }) => status === 201).length, 11);
  assert.ok(made.some((answer) => answer.body.error?.code === 'people.too_many_profiles'));
});

test('preferences change one by one and the rest stays', async () => {
  const visitor = await anonymousVisitor(house);
  await visitor.call('PATCH', '/v1/me', { prefs: { units: 'in' } });
  const { body } = await visitor.call<SignedIn['person']>('PATCH', '/v1/me', { prefs: { favorite_styles: ['workwear'] } });
  assert.equal(body.prefs.units, 'in');
  assert.deepEqual(body.prefs.favorite_styles, ['workwear']);
  assert.equal(
    (await visitor.call('PATCH', '/v1/me', { prefs: { units: 'ells' } })).body.error.fields?.['prefs.units'] !== undefined,
    true,
  );
});

test('an API key works within its scopes until it is ended, and its secret is shown once', async () => {
  const operator = await accountVisitor(house, 'operator');
  const { body: key } = await operator.call<{ id: string; secret: string }>('POST', '/v1/api-keys', {
    name: 'shop',
    scopes: ['fit', 'act_for'],
  });
  const ask = (user_id?: string) =>
    callHouse<{ fittings: object[] }>(house, {
      method: 'POST',
      url: '/v1/tryon/recommend',
      headers: { authorization: `Bearer ${key.secret}` },
      payload: { session_id: key.id, ...(user_id ? { user_id } : {}) },
    });
  assert.equal((await ask('shopper-1')).status, 404);
  assert.equal((await ask()).body.error.fields?.['user_id'], 'missing');
  assert.doesNotMatch(JSON.stringify((await operator.call('GET', '/v1/api-keys')).body), new RegExp(key.secret));
  assert.equal((await operator.call('DELETE', `/v1/api-keys/${key.id}`)).status, 200);
  assert.equal((await ask('shopper-1')).status, 401);
});

test('grant makes the first operator, refuses strangers and unknown roles, and leaves a trace that cannot be changed', async () => {
  const { email, person_id } = await accountVisitor(house);
  await assert.rejects(runCommand(house, 'grant', ['stranger@example.com', 'operator']), /Nobody has signed up/);
  await assert.rejects(runCommand(house, 'grant', [email ?? '', 'king']), /Say who and what/);
  assert.match(await runCommand(house, 'grant', [email ?? '', 'operator']), /is now operator/);
  const [act] = await listActs(house.ctx(), { before: null, limit: 1 });
  assert.equal(act?.action, 'people.role_granted');
  assert.equal(act?.subject, `person:${person_id}`);
  assert.equal(await findBrokenLink(house.ctx()), null);
});

test('sessions can be listed and ended one by one', async () => {
  const visitor: Visitor = await accountVisitor(house);
  const { body: second } = await logIn(visitor.email ?? '');
  const { body } = await visitor.call<{ sessions: { id: string; is_current: boolean }[] }>('GET', '/v1/auth/sessions');
  assert.equal(body.sessions.length, 2);
  const other = body.sessions.find(({ is_current }) => !is_current);
  assert.equal((await visitor.call('DELETE', `/v1/auth/sessions/${other?.id}`)).status, 200);
  const answer = await callHouse(house, { method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${second.access_token}` } });
  assert.equal(answer.status, 401);
});

test('the hourly sweep removes sessions that have ended and old counts, and leaves the living', async () => {
  const other = await testHouse();
  const [, job] = [await anonymousVisitor(other), other.platform.jobs.find(({ name }) => name === 'people.sweep')];
  await callHouse(other, { method: 'POST', url: '/v1/auth/login', payload: { email: 'x@example.com', password: 'whatever it is' } });
  const count = async () =>
    (
      await other.platform.database.pool.query<{ sessions: number; knocks: number }>(
        'select (select count(*) from people_sessions) as sessions, (select count(*) from people_log_in_counts) as knocks',
      )
    ).rows[0];
  const run = () => job?.run(other.platform.systemCtx(), {} as never);
  await run();
  assert.deepEqual(await count(), { sessions: 1, knocks: 2 });
  other.clock.pass(61 * 86_400);
  await run();
  assert.deepEqual(await count(), { sessions: 0, knocks: 0 });
  await other.close();
});

test('anonymous people whom nothing leads back to are erased, the others are not', async () => {
  const other = await testHouse();
  const stranger = await anonymousVisitor(other);
  await stranger.call('PATCH', `/v1/profiles/${stranger.profile_id}/measurements`, { chest_cm: 91 });
  const account = await accountVisitor(other);
  const operator = await accountVisitor(other, 'operator');
  const { body: key } = await operator.call<{ id: string; secret: string }>('POST', '/v1/api-keys', {
    name: 'k',
    scopes: ['fit', 'act_for'],
  });
  const shopper = { method: 'GET' as const, url: '/v1/me/export?user_id=anna', headers: { authorization: `Bearer ${key.secret}` } };
  const { body: exported } = await callHouse<{ person: { id: string } }>(other, shopper);
  const left = async () =>
    (await other.platform.database.pool.query<{ id: string }>('select id from people_persons order by id')).rows.map(({ id }) => id);
  const sweep = () => other.platform.jobs.find(({ name }) => name === 'people.sweep')?.run(other.platform.systemCtx(), {} as never);
  other.clock.pass(61 * 86_400);
  await sweep();
  assert.deepEqual(await left(), [account.person_id, operator.person_id, exported.person.id].sort());
  await other.platform.database.pool.query('delete from people_api_keys');
  await sweep();
  assert.deepEqual(await left(), [account.person_id, operator.person_id].sort());
  await other.close();
});

test('an integrator may export and erase its own shopper, and nobody else', async () => {
  const operator = await accountVisitor(house, 'operator');
  const keyWith = async (scopes: string[]) =>
    (await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name: 'k', scopes })).body.secret;
  const [one, two] = [await keyWith(['fit', 'act_for']), await keyWith(['fit', 'act_for'])];
  const call = (secret: string, method: 'GET' | 'DELETE', url: string) =>
    callHouse<{ person: { id: string } }>(house, { method, url, headers: { authorization: `Bearer ${secret}` } });
  const mine = (await call(one, 'GET', '/v1/me/export?user_id=anna')).body.person.id;
  assert.notEqual((await call(two, 'GET', '/v1/me/export?user_id=anna')).body.person.id, mine);
  assert.equal((await call(one, 'DELETE', '/v1/me')).status, 400);
  assert.equal((await call(one, 'DELETE', '/v1/me?user_id=anna')).status, 200);
  assert.notEqual((await call(one, 'GET', '/v1/me/export?user_id=anna')).body.person.id, mine);
});

test('the first requests of a new shopper may come all at once', async () => {
  const operator = await accountVisitor(house, 'operator');
  const { body: key } = await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name: 'k', scopes: ['act_for'] });
  const ask = () =>
    callHouse<{ person: { id: string } }>(house, {
      method: 'GET',
      url: '/v1/me/export?user_id=b',
      headers: { authorization: `Bearer ${key.secret}` },
    });
  const answers = await Promise.all(Array.from({ length: 6 }, ask));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.equal(new Set(answers.map(({ body }) => body.person.id)).size, 1);
});

test('two preferences changed at once both hold', async () => {
  const visitor = await anonymousVisitor(house);
  for (let n = 0; n < 5; n += 1) {
    const [units, currency] = n % 2 ? ['in', 'USD'] : ['cm', 'SEK'];
    await Promise.all([visitor.call('PATCH', '/v1/me', { prefs: { units } }), visitor.call('PATCH', '/v1/me', { prefs: { currency } })]);
    const { body } = await visitor.call<SignedIn['person']>('GET', '/v1/me');
    assert.deepEqual([body.prefs.units, body.prefs.currency], [units, currency]);
  }
});

test('an erasure that meets writes refuses them in words, and leaves nothing', async () => {
  for (let round = 0; round < 4; round += 1) {
    const visitor = await anonymousVisitor(house);
    const answers = await Promise.all([
      visitor.call('DELETE', '/v1/me'),
      ...Array.from({ length: 4 }, () => visitor.call('POST', '/v1/profiles', { name: 'P' })),
      ...Array.from({ length: 4 }, () => visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, { chest_cm: 90 })),
    ]);
    assert.ok(
      answers.every(({ status }) => status < 500),
      answers.map(({ status }) => status).join(),
    );
    const { rowCount } = await house.platform.database.pool.query('select 1 from people_profiles where person_id = $1', [
      visitor.person_id,
    ]);
    assert.equal(rowCount, 0);
  }
});
