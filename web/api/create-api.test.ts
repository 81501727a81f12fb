import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '#contract/client.ts';
import { createApi } from './create-api.ts';

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (code: string) => ({ error: { code, message: 'Sign in.', request_id: 'r', timestamp: '2026-01-01T00:00:00Z' } });

/** A server that knows nobody until somebody enters. */
function fakeServer() {
  let is_known = false;
  const asked: { path: string; init: RequestInit }[] = [];
  const answer: typeof fetch = async (input, init = {}) => {
    const path = input as string;
    asked.push({ path, init });
    await Promise.resolve();
    if (path === '/v1/auth/anonymous') {
      is_known = true;
      return json(201, { expires_in: 1, person: {} });
    }
    return is_known ? json(200, { profiles: [], next_cursor: null }) : json(401, refusal('people.not_signed_in'));
  };
  return { asked, fetch: answer };
}

test('calls that meet at the door enter once, and are repeated', async () => {
  const server = fakeServer();
  const call = createApi({ fetch: server.fetch });
  await Promise.all([call('GET /v1/profiles', {}), call('GET /v1/profiles', {}), call('GET /v1/me', {})]);
  assert.equal(server.asked.filter(({ path }) => path === '/v1/auth/anonymous').length, 1);
  assert.equal(server.asked.length, 7);
});

test('every call says that a browser makes it, and carries the cookie', async () => {
  const server = fakeServer();
  await createApi({ fetch: server.fetch })('GET /v1/profiles', {});
  for (const { init } of server.asked) {
    assert.equal((init.headers as Record<string, string>)['x-toile-client'], 'web');
    assert.equal(init.credentials, 'same-origin');
  }
});

test('other refusals are handed on, without entering', async () => {
  let count = 0;
  const call = createApi({
    fetch: async () => {
      count += 1;
      return json(401, refusal('people.wrong_credentials'));
    },
  });
  await assert.rejects(call('GET /v1/me', {}), (error) => error instanceof ApiError && error.body.code === 'people.wrong_credentials');
  assert.equal(count, 1);
});
