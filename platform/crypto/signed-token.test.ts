import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newId } from '#platform/ids/new-id.ts';
import { fakeClock } from '#platform/testing/fake-clock.ts';
import { masterKey } from './master-key.ts';
import { readToken, signToken } from './signed-token.ts';

const clock = fakeClock();
const house = { keys: masterKey(randomBytes(32)), clock };
const in_an_hour = () => new Date(clock.now().getTime() + 3_600_000);

test('a token names its thing until its time is over, for its own purpose and in its own house', () => {
  const id = newId();
  const token = signToken(house, 'look', { id, expires_at: in_an_hour() });
  assert.match(token, /^[\w-]{48}$/);
  assert.equal(readToken(house, 'look', token)?.id, id);
  assert.equal(readToken(house, 'change', token), null);
  assert.equal(readToken({ ...house, keys: masterKey(randomBytes(32)) }, 'look', token), null);
  clock.pass(3601);
  assert.equal(readToken(house, 'look', token), null);
});

test('no other text passes for a token, however little differs', () => {
  const token = signToken(house, 'look', { id: newId(), expires_at: in_an_hour() });
  for (const at of [0, 20, 24, 30, 47]) {
    const other = token[at] === 'A' ? 'B' : 'A';
    assert.equal(readToken(house, 'look', token.slice(0, at) + other + token.slice(at + 1)), null, `sign ${at}`);
  }
  for (const text of ['', 'nonsense', `${token}A`, `${token}=`, token.slice(1), ` ${token}`])
    assert.equal(readToken(house, 'look', text), null);
});

test('every token of one thing begins with the same signs, by which a browser knows a picture again (web/offline/own-paths.ts)', () => {
  const id = newId();
  const [now, later] = [in_an_hour(), new Date(in_an_hour().getTime() + 7_200_000)].map((expires_at) =>
    signToken(house, 'look', { id, expires_at }),
  ) as [string, string];
  assert.notEqual(now, later);
  assert.equal(now.slice(0, 21), later.slice(0, 21));
  assert.notEqual(now.slice(0, 21), signToken(house, 'look', { id: newId(), expires_at: in_an_hour() }).slice(0, 21));
});
