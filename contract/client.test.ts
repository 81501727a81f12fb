import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError, createClient } from './client.ts';

/** A client whose answers are given, and what it sent. */
function clientAnswering(status: number, body: object) {
  const sent: { url: string; init: RequestInit }[] = [];
  const client = createClient({
    base_url: 'https://fit.example',
    headers: () => ({ authorization: 'Bearer t' }),
    fetch: (url, init) => {
      sent.push({ url, init: init ?? {} });
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    },
  });
  return { client, sent };
}

test('path, query and body go where the contract has them', async () => {
  const { client, sent } = clientAnswering(200, { ok: true });
  await client('DELETE /v1/profiles/{id}/owned-garments/{owned_id}', { params: { id: 'a/b', owned_id: '2' } });
  await client('GET /v1/fittings', { query: { limit: 5 } });
  await client('POST /v1/tryon/recommend', { body: { session_id: 's' } });
  await client('POST /v1/tryon/photos', { body: {}, idempotency_key: 'k' });
  assert.deepEqual(
    sent.map(({ url, init }) => `${init.method} ${url}`),
    [
      'DELETE https://fit.example/v1/profiles/a%2Fb/owned-garments/2',
      'GET https://fit.example/v1/fittings?limit=5',
      'POST https://fit.example/v1/tryon/recommend',
      'POST https://fit.example/v1/tryon/photos',
    ],
  );
  assert.equal(sent[2]?.init.body, '{"session_id":"s"}');
  assert.deepEqual(sent[0]?.init.headers, { authorization: 'Bearer t' });
  assert.equal(new Headers(sent[3]?.init.headers).get('idempotency-key'), 'k');
});

test('a refusal becomes an ApiError that says what to do', async () => {
  const { client } = clientAnswering(429, {
    error: { code: 'request.too_many', message: 'Wait 5 seconds.', request_id: 'r', timestamp: '2026-01-01T00:00:00Z' },
  });
  await assert.rejects(
    client('GET /v1/me', {}),
    (error: ApiError) =>
      error instanceof ApiError && error.status === 429 && error.message === 'Wait 5 seconds.' && error.body.code === 'request.too_many',
  );
});

test('an answer that is not JSON, as a proxy may give, is a failure in words and not a crash', async () => {
  const client = createClient({ base_url: '', fetch: () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 })) });
  await assert.rejects(client('GET /v1/me', {}), (error: ApiError) => error instanceof ApiError && error.status === 502);
});
