import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '#contract/client.ts';
import { doOnce } from './do-once.ts';

function tab() {
  const map = new Map<string, string>();
  return {
    getItem: (name: string) => map.get(name) ?? null,
    setItem: (name: string, value: string) => void map.set(name, value),
    removeItem: (name: string) => void map.delete(name),
  };
}
const refusal = (status: number): ApiError =>
  new ApiError(status, { code: 'platform.internal', message: 'No.', request_id: '', timestamp: '' });

test('while an answer is lost the same wish has the same key, after a reload too; another wish has its own', async () => {
  const kept = tab();
  const keys: string[] = [];
  const lose = (error: Error) => (key: string) => {
    keys.push(key);
    return Promise.reject(error);
  };
  for (const error of [new TypeError('failed to fetch'), refusal(502), refusal(429), refusal(401)])
    await assert.rejects(doOnce('try-on', { items: [1] }, lose(error), kept), error);
  assert.equal(new Set(keys).size, 1);
  await assert.rejects(doOnce('try-on', { items: [2] }, lose(refusal(503)), kept));
  assert.notEqual(keys.at(-1), keys[0]);
});

test('what was answered is over: the same wish again is a new one', async () => {
  const kept = tab();
  const ask = (key: string) => Promise.resolve(key);
  const first = await doOnce('try-on', 'x', ask, kept);
  assert.notEqual(await doOnce('try-on', 'x', ask, kept), first);
  const refused: string[] = [];
  const refuse = (key: string) => Promise.reject(refused.push(key) > 0 ? refusal(409) : undefined);
  for (let i = 0; i < 2; i++) await assert.rejects(doOnce('try-on', 'y', refuse, kept));
  assert.notEqual(refused[0], refused[1]);
});

test('what is kept by this tab in another form, and a tab that keeps nothing, are no obstacle', async () => {
  const kept = tab();
  kept.setItem('toile.once.try-on', '{"no');
  assert.match(await doOnce('try-on', 1, (key) => Promise.resolve(key), kept), /^[\da-f]{32}$/);
  const shut = { ...kept, setItem: () => assert.fail('full') };
  assert.match(await doOnce('try-on', 1, (key) => Promise.resolve(key), shut), /^[\da-f]{32}$/);
});
