import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsOwning, isOwnAnswer, isOwnPicture, pictureKey } from './own-paths.ts';

const id = '0199f000-0000-7000-8000-000000000001';

test('the wardrobe and its items may be kept, and nothing else of a person', () => {
  for (const path of ['/v1/wardrobe', '/v1/wardrobe/figures', '/v1/wardrobe/calendar', `/v1/items/${id}`, `/v1/items/${id}/similar`])
    assert.ok(isOwnAnswer(path), path);
  for (const path of ['/v1/wardrobe/events', '/v1/me', '/v1/profiles', '/v1/saved', '/v1/fittings', '/v1/items', `/v1/items/${id}/worn`])
    assert.ok(!isOwnAnswer(path), path);
});

test('a picture keeps its name when its address is signed anew, and another has another', () => {
  const signs = 'AZnwAAAAcACAAAAAAAAAA';
  const first = `/garment-pictures/${signs}${'x'.repeat(27)}`;
  assert.ok(isOwnPicture(first));
  assert.equal(pictureKey(first), pictureKey(`/garment-pictures/${signs}${'y'.repeat(27)}`));
  assert.notEqual(pictureKey(first), pictureKey(`/garment-pictures/B${signs.slice(1)}${'x'.repeat(27)}`));
  assert.ok(!isOwnPicture('/garment-pictures/short'));
});

test('whoever comes, leaves or deletes leaves nothing behind; reading and telling do', () => {
  for (const path of ['/v1/auth/login', '/v1/auth/logout', '/v1/auth/anonymous', `/v1/items/${id}/photo`])
    assert.ok(endsOwning('POST', path), path);
  for (const path of ['/v1/me', '/v1/me/photos', `/v1/items/${id}`]) assert.ok(endsOwning('DELETE', path), path);
  assert.ok(!endsOwning('GET', `/v1/items/${id}`));
  assert.ok(!endsOwning('POST', `/v1/items/${id}/worn`));
  assert.ok(!endsOwning('DELETE', `/v1/items/${id}/worn/${id}`));
  assert.ok(!endsOwning('POST', '/v1/auth/signup'));
});
