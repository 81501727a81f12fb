import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Contradiction } from '#contract/fit.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const own = async (who: Visitor, brand: string, size: string, overall = 'perfect') =>
  (
    await who.call<{ id: string }>('POST', `/v1/profiles/${who.profile_id}/owned-garments`, {
      brand,
      size,
      overall,
      category: 'shirt',
      sizing: 'men',
    })
  ).body.id;
const measure = (who: Visitor, body: object) => who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, body);
const list = async (who: Visitor) =>
  (await who.call<{ contradictions: Contradiction[] }>('GET', `/v1/profiles/${who.profile_id}/contradictions`)).body.contradictions;

test('what goes together, and what nobody told, is no contradiction', async () => {
  const who = await anonymousVisitor(house);
  assert.deepEqual(await list(who), []);
  for (const brand of ['J.Crew', 'Theory', 'Reiss']) await own(who, brand, 'M');
  await measure(who, { chest_cm: 99 });
  assert.deepEqual(await list(who), []);
});

test('a tape that the garments speak against is told once, and no longer when it is forgotten', async () => {
  const who = await anonymousVisitor(house);
  for (const brand of ['J.Crew', 'Theory', 'Reiss']) await own(who, brand, 'L');
  await measure(who, { chest_cm: 88 });
  const told = await list(who);
  assert.equal(told.length, 1);
  const [one] = told;
  assert.ok(one?.what === 'measurement');
  assert.deepEqual([one.name, one.told_cm], ['chest', 88]);
  assert.ok(one.garments_cm > 98, String(one.garments_cm));
  await measure(who, { chest_cm: null });
  assert.deepEqual(await list(who), []);
});

test('a garment that says the opposite of the rest is named by its id, and no longer when it is removed', async () => {
  const who = await anonymousVisitor(house);
  for (const brand of ['J.Crew', 'Theory', 'Reiss']) await own(who, brand, 'M');
  const odd = await own(who, 'Faherty', 'XXL', 'too_small');
  const told = await list(who);
  assert.deepEqual(
    told.map((one) => (one.what === 'garment' ? [one.brand, one.owned_id] : one)),
    [['Faherty', odd]],
  );
  await who.call('DELETE', `/v1/profiles/${who.profile_id}/owned-garments/${odd}`);
  assert.deepEqual(await list(who), []);
});
