import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignedIn } from '#contract/people.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, runCommand, test_password, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const web = { 'x-toile-client': 'web' };
const signUpBody = (email: string) => ({ email, password: test_password });
const logIn = (email: string, headers = {}) =>
  callHouse<SignedIn>(house, { method: 'POST', url: '/v1/auth/login', headers, payload: { email, password: test_password } });

test('sign-up keeps what the anonymous shopper had, under the same id', async () => {
  const anna = await anonymousVisitor(house);
  await anna.call('PATCH', `/v1/profiles/${anna.profile_id}/measurements`, { chest_cm: 96 });
  const { status, body } = await anna.call<SignedIn>('POST', '/v1/auth/signup', signUpBody('Anna@Example.com'));
  assert.equal(status, 201);
  assert.equal(body.person.id, anna.person_id);
  assert.equal(body.person.email, 'anna@example.com', 'e-mails are kept in lower case');
  const kept = await callHouse<{ chest_cm: number }>(house, {
    method: 'GET',
    url: `/v1/profiles/${anna.profile_id}/measurements`,
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  assert.equal(kept.body.chest_cm, 96);
});

test('the anonymous token ends with the sign-up, so that a planted one gains nothing', async () => {
  const anna = await anonymousVisitor(house);
  await anna.call('POST', '/v1/auth/signup', signUpBody('planted@example.com'));
  assert.equal((await anna.call('GET', '/v1/me')).status, 401);
});

test('signing in merges what the anonymous shopper had; what the account knew already stays', async () => {
  const account = await accountVisitor(house);
  await account.call('PATCH', `/v1/profiles/${account.profile_id}/measurements`, { chest_cm: 100 });
  const visitor = await anonymousVisitor(house);
  await visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, { chest_cm: 90, waist_cm: 80 });
  await visitor.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'M' });
  await visitor.call('POST', '/v1/profiles', { name: 'Partner' });
  const { body, status } = await logIn(account.email ?? '', visitor.headers);
  assert.equal(status, 200);
  assert.equal(body.person.id, account.person_id);
  const { body: measures } = await account.call<Record<string, number>>('GET', `/v1/profiles/${account.profile_id}/measurements`);
  assert.deepEqual(measures, { chest_cm: 100, waist_cm: 80 });
  const { body: owned } = await account.call<{ owned_garments: object[] }>('GET', `/v1/profiles/${account.profile_id}/owned-garments`);
  assert.equal(owned.owned_garments.length, 1);
  const { body: profiles } = await account.call<{ profiles: { name: string }[] }>('GET', '/v1/profiles');
  assert.deepEqual(
    profiles.profiles.map(({ name }) => name),
    ['me', 'Partner'],
  );
  assert.equal((await visitor.call('GET', '/v1/me')).status, 401, 'the empty shell is gone');
});

test('two sign-ins with the same anonymous token at once merge it once', async () => {
  const account = await accountVisitor(house);
  const visitor = await anonymousVisitor(house);
  await visitor.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'M' });
  const answers = await Promise.all([logIn(account.email ?? '', visitor.headers), logIn(account.email ?? '', visitor.headers)]);
  assert.ok(
    answers.every(({ status }) => status === 200 || status === 401),
    answers.map(({ status }) => status).join(),
  );
  const { body } = await account.call<{ owned_garments: object[] }>('GET', `/v1/profiles/${account.profile_id}/owned-garments`);
  assert.equal(body.owned_garments.length, 1);
});

test('one e-mail has one account, even when two sign up at once', async () => {
  const sign = () => callHouse(house, { method: 'POST', url: '/v1/auth/signup', payload: signUpBody('twice@example.com') });
  const statuses = (await Promise.all([sign(), sign()])).map(({ status }) => status).sort((a, b) => a - b);
  assert.deepEqual(statuses, [201, 409]);
  assert.equal((await sign()).body.error.code, 'people.email_taken');
});

test('a wrong password and an unknown e-mail look alike', async () => {
  const { email } = await accountVisitor(house);
  const wrong = await callHouse(house, { method: 'POST', url: '/v1/auth/login', payload: { email, password: 'not the password' } });
  const unknown = await callHouse(house, {
    method: 'POST',
    url: '/v1/auth/login',
    payload: { email: 'nobody@example.com', password: 'not the password' },
  });
  assert.deepEqual(
    [wrong.status, wrong.body.error.code, wrong.body.error.message],
    [unknown.status, unknown.body.error.code, unknown.body.error.message],
  );
  assert.equal(wrong.body.error.code, 'people.wrong_credentials');
});

for (const [password, code] of [
  ['short', 'request.invalid'],
  ['password1234', 'people.weak_password'],
  ['abababababab', 'people.weak_password'],
  ['weak@example.com', 'people.weak_password'],
] as const) {
  test(`the password "${password}" is refused`, async () => {
    const { status, body } = await callHouse(house, {
      method: 'POST',
      url: '/v1/auth/signup',
      payload: { email: 'weak@example.com', password },
    });
    assert.equal(status, 400);
    assert.equal(body.error.code, code);
  });
}

test('of thirty parallel uses of one refresh token one gets a pair, and then the family is over', async () => {
  const visitor = await accountVisitor(house);
  const use = (refresh_token: string) =>
    callHouse<SignedIn>(house, { method: 'POST', url: '/v1/auth/refresh', payload: { refresh_token } });
  const answers = await Promise.all(Array.from({ length: 30 }, () => use(visitor.refresh_token)));
  const won = answers.filter(({ status }) => status === 200);
  assert.equal(won.length, 1);
  assert.equal((await use(won[0]?.body.refresh_token ?? '')).status, 401, 'reuse ended the family');
  assert.equal((await visitor.call('GET', '/v1/me')).status, 401, 'and its access tokens');
});

test('a refresh token used in turn goes on and on', async () => {
  const visitor = await accountVisitor(house);
  let token = visitor.refresh_token;
  for (let turn = 0; turn < 3; turn += 1) {
    const { status, body } = await callHouse<SignedIn>(house, {
      method: 'POST',
      url: '/v1/auth/refresh',
      payload: { refresh_token: token },
    });
    assert.equal(status, 200);
    token = body.refresh_token ?? '';
  }
});

test('a session that was ended cannot read measurements', async () => {
  const visitor = await accountVisitor(house);
  await visitor.call('GET', `/v1/profiles/${visitor.profile_id}/measurements`);
  assert.equal((await visitor.call('POST', '/v1/auth/logout')).status, 200);
  assert.equal((await visitor.call('GET', `/v1/profiles/${visitor.profile_id}/measurements`)).body.error.code, 'people.not_signed_in');
});

test('an access token ends after fifteen minutes', async () => {
  const other = await testHouse();
  const visitor = await anonymousVisitor(other);
  other.clock.pass(901);
  assert.equal((await visitor.call('GET', '/v1/me')).status, 401);
  await other.close();
});

test('a forged, foreign or unsigned token is refused, not ignored', async () => {
  const visitor = await anonymousVisitor(house);
  const [header = '', payload = ''] = (visitor.headers['authorization'] ?? '').slice(7).split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const token of [`${header}.${payload}.AAAA`, `${none}.${payload}.`, 'nonsense', 'tk_nonsense']) {
    const { status } = await callHouse(house, { method: 'GET', url: '/v1/brands', headers: { authorization: `Bearer ${token}` } });
    assert.equal(status, 401, token);
  }
});

const enterBrowser = async (): Promise<{ cookie: string; headers: Record<string, unknown> }> => {
  const { headers } = await callHouse(house, { method: 'POST', url: '/v1/auth/anonymous', headers: web });
  return { cookie: String(headers['set-cookie']).split(';')[0] ?? '', headers };
};

test('a browser gets a cookie that scripts and other sites cannot use, and no tokens', async () => {
  const { status, body, headers } = await callHouse<SignedIn>(house, { method: 'POST', url: '/v1/auth/anonymous', headers: web });
  assert.equal(status, 201);
  assert.equal(body.access_token, undefined);
  assert.equal(body.refresh_token, undefined);
  assert.match(String(headers['set-cookie']), /HttpOnly/);
  assert.match(String(headers['set-cookie']), /SameSite=Lax/);
});

test('a cookie is sent over https only in production', async () => {
  const production = await testHouse({ ENVIRONMENT: 'production' });
  const { headers } = await callHouse(production, { method: 'POST', url: '/v1/auth/anonymous', headers: web });
  assert.match(String(headers['set-cookie']), /Secure/);
  await production.close();
});

test('a write by cookie needs our header and our own origin', async () => {
  const { cookie } = await enterBrowser();
  const write = (headers: Record<string, string>) =>
    callHouse(house, { method: 'PATCH', url: '/v1/me', headers: { cookie, ...headers }, payload: { name: 'Eve' } });
  assert.equal((await write({})).body.error.code, 'request.cross_site');
  assert.equal((await write({ ...web, origin: 'https://evil.example' })).body.error.code, 'request.cross_site');
  assert.equal(
    (await write({ ...web, origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' })).body.error.code,
    'request.cross_site',
  );
  assert.equal((await write({ ...web, origin: 'null' })).body.error.code, 'request.cross_site');
  assert.equal((await write({ ...web, origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).status, 200);
});

test('another site cannot plant a session by signing a browser in', async () => {
  const { body } = await callHouse(house, {
    method: 'POST',
    url: '/v1/auth/anonymous',
    headers: { ...web, origin: 'https://evil.example' },
  });
  assert.equal(body.error.code, 'request.cross_site');
});

test('log-ins of one address are counted in the database, and open again after a minute', async () => {
  const strict = await testHouse({ LOG_IN_LIMIT_PER_MINUTE: '3' });
  const attempt = () =>
    callHouse(strict, { method: 'POST', url: '/v1/auth/login', payload: { email: 'target@example.com', password: 'guess guess' } });
  for (let n = 0; n < 3; n += 1) assert.equal((await attempt()).status, 401);
  const { status, body, headers } = await attempt();
  assert.equal(status, 429);
  assert.equal(body.error.code, 'request.too_many');
  assert.ok(Number(headers['retry-after']) > 0);
  strict.clock.pass(61);
  assert.equal((await attempt()).status, 401);
  await strict.close();
});

test('guessing for one e-mail ends, from whatever addresses it comes', async () => {
  const strict = await testHouse({ LOG_IN_LIMIT_PER_MINUTE: '1', TRUST_PROXY: '127.0.0.1' });
  const guess = (n: number) =>
    callHouse(strict, {
      method: 'POST',
      url: '/v1/auth/login',
      headers: { 'x-forwarded-for': `198.51.100.${n}` },
      payload: { email: 'target@example.com', password: 'guess guess' },
    });
  const statuses = [];
  for (let n = 1; n <= 11; n += 1) statuses.push((await guess(n)).status);
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 401), 429]);
  await strict.close();
});

test('made-up refresh tokens are counted by address', async () => {
  const strict = await testHouse({ LOG_IN_LIMIT_PER_MINUTE: '2' });
  const use = async (n: number) =>
    (await callHouse(strict, { method: 'POST', url: '/v1/auth/refresh', payload: { refresh_token: `tr_a_made_up_refresh_token_${n}` } }))
      .status;
  assert.deepEqual([await use(1), await use(2), await use(3)], [401, 401, 429]);
  await strict.close();
});

test('the public keys that check our tokens are published, the private ones are not', async () => {
  const { body } = await callHouse<{ keys: Record<string, string>[] }>(house, { method: 'GET', url: '/.well-known/jwks.json' });
  assert.equal(body.keys[0]?.['alg'], 'EdDSA');
  assert.ok(body.keys.every((key) => !('d' in key)));
});

test('a new signing key ends no session, and signs from then on', async () => {
  const visitor = await anonymousVisitor(house);
  assert.match(await runCommand(house, 'rotate-signing-key', []), /new key/);
  await house.platform.ports.memory.forget('people:signing-keys');
  assert.equal((await visitor.call('GET', '/v1/me')).status, 200);
  const next = await anonymousVisitor(house);
  const kidOf = ({ headers }: Visitor) =>
    (JSON.parse(Buffer.from((headers['authorization'] ?? '').slice(7).split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
  assert.notEqual(kidOf(next), kidOf(visitor));
});

test('past the guesses of a minute even the right password is not tried', async () => {
  const strict = await testHouse({ LOG_IN_LIMIT_PER_MINUTE: '1', TRUST_PROXY: '127.0.0.1' });
  const from = (n: number) => ({ 'x-forwarded-for': `198.51.100.${n}` });
  const email = 'target@example.com';
  await callHouse(strict, { method: 'POST', url: '/v1/auth/signup', headers: from(99), payload: { email, password: test_password } });
  const attempt = async (n: number, password: string) =>
    (await callHouse(strict, { method: 'POST', url: '/v1/auth/login', headers: from(n), payload: { email, password } })).status;
  for (let n = 1; n <= 10; n += 1) assert.equal(await attempt(n, 'a wrong guess'), 401);
  assert.equal(await attempt(11, test_password), 429);
  strict.clock.pass(61);
  assert.equal(await attempt(12, test_password), 200);
  await strict.close();
});

test('signing in takes over which charts and preferences were chosen, where the account never said', async () => {
  const account = await accountVisitor(house);
  await account.call('PATCH', '/v1/me', { prefs: { currency: 'GBP' } });
  const visitor = await anonymousVisitor(house);
  await visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}`, { sizing: 'men' });
  await visitor.call('PATCH', '/v1/me', { prefs: { units: 'in', currency: 'USD' } });
  const { body } = await logIn(account.email ?? '', visitor.headers);
  assert.equal(body.person.prefs.units, 'in');
  assert.equal(body.person.prefs.currency, 'GBP');
  const { body: listed } = await account.call<{ profiles: { sizing: string }[] }>('GET', '/v1/profiles');
  assert.equal(listed.profiles[0]?.sizing, 'men');
});

test('a browser that comes back keeps its cookie as long as its session', async () => {
  const other = await testHouse();
  const { headers } = await callHouse(other, { method: 'POST', url: '/v1/auth/anonymous', headers: web });
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const come = () => callHouse(other, { method: 'GET', url: '/v1/me', headers: { cookie } });
  assert.equal((await come()).headers['set-cookie'], undefined, 'not on every visit');
  for (let visit = 0; visit < 3; visit += 1) {
    other.clock.pass(60 * 86_400);
    const answer = await come();
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['set-cookie']), /Max-Age=7776000/);
  }
  other.clock.pass(91 * 86_400);
  assert.equal((await come()).status, 401);
  await other.close();
});

test('a key that another process made is found at once', async () => {
  const visitor = await anonymousVisitor(house);
  await house.platform.database.pool.query('update people_signing_keys set kid = kid'); // the cache does not see this
  const { ports } = house.platform;
  const kept = await ports.memory.get<{ public_keys: Map<string, unknown> }>('people:signing-keys');
  kept?.public_keys.clear();
  await ports.memory.forget(`people:token:${(visitor.headers['authorization'] ?? '').slice(7)}`);
  assert.equal((await visitor.call('GET', '/v1/me')).status, 200);
});
