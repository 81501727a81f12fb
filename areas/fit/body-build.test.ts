import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BodyBuild } from '#contract/body-build.ts';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { FitZone } from '#contract/fit-zones.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { personal_data } from './personal-data.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const pathOf = (profile_id: string) => `/v1/profiles/${profile_id}/build`;
const read = async (who: Visitor, profile_id = who.profile_id) => (await who.call<BodyBuild>('GET', pathOf(profile_id))).body;
const say = (who: Visitor, build: object, profile_id = who.profile_id) => who.call<BodyBuild>('PUT', pathOf(profile_id), build);
const tall = async (who: Visitor) => {
  await who.call('PATCH', `/v1/profiles/${who.profile_id}`, { sizing: 'men' });
  await who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, { height_cm: 178, weight_kg: 78 });
};
const waist = async (who: Visitor) => {
  const { fit_zones } = (await who.call<{ fit_zones: FitZone[] }>('GET', `/v1/profiles/${who.profile_id}/fit-zones`)).body;
  return fit_zones.find(({ kind, name }) => kind === 'trousers' && name === 'waist')!;
};

test('what is said of one place stays when another is said, also at once; null forgets', async () => {
  const who = await anonymousVisitor(house);
  assert.deepEqual(await read(who), {});
  const answers = await Promise.all([say(who, { belly: 1 }), say(who, { chest: 0 }), say(who, { hip: -1 })]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  );
  assert.deepEqual(await read(who), { belly: 1, chest: 0, hip: -1 });
  assert.deepEqual((await say(who, { belly: null })).body, { chest: 0, hip: -1 });
  assert.deepEqual((await say(who, {})).body, { chest: 0, hip: -1 }, 'nothing said changes nothing');
});

test('a level that is none is refused by its place, and nothing is kept', async () => {
  const who = await anonymousVisitor(house);
  for (const level of [2, 0.5, 'rounder', true]) {
    const { status, body } = await say(who, { belly: level, chest: 1 });
    assert.deepEqual([status, body.error.code, Object.keys(body.error.fields ?? {})], [400, 'request.invalid', ['belly']]);
  }
  assert.deepEqual(await read(who), {});
});

test('a rounder belly makes a larger waist of the same height and weight, and forgetting it brings the old one back', async () => {
  const who = await anonymousVisitor(house);
  await tall(who);
  const at_first = await waist(who);
  const bodies = [];
  for (const belly of [-1, 0, 1]) {
    await say(who, { belly });
    bodies.push((await waist(who)).body_cm!);
  }
  assert.ok(bodies[0]! + 2 < bodies[1]! && bodies[1]! + 2 < bodies[2]!, bodies.join(' '));
  await say(who, { belly: null });
  assert.deepEqual(await waist(who), at_first);
});

test('the advice counts it as told, and names it where nothing else was told', async () => {
  const who = await anonymousVisitor(house);
  const { session_id } = (await who.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body;
  await say(who, { belly: 1, hip: 0 });
  const { body } = await who.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id });
  assert.deepEqual(body.evidence, [{ kind: 'build', count: 2 }]);
  const why = (await waist(who)).why.find((reason) => reason.code === 'body_estimated');
  assert.equal(why?.from, 'build');
});

test('it belongs to one profile, leaves with the person, and is in what they take along', async () => {
  const [who, stranger] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const { body: ada } = await who.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' });
  await say(who, { belly: 1 });
  await say(who, { chest: -1 }, ada.id);
  assert.deepEqual([await read(who), await read(who, ada.id)], [{ belly: 1 }, { chest: -1 }]);
  assert.deepEqual([(await say(stranger, { belly: 0 }, ada.id)).status, (await stranger.call('GET', pathOf(ada.id))).status], [404, 404]);
  const told = (await personal_data.export(house.ctx(), who.person_id)) as { profiles: { build: BodyBuild }[] };
  assert.deepEqual(
    told.profiles.map(({ build }) => build),
    [{ belly: 1 }, { chest: -1 }],
  );
  const erased = await inTransaction(house.ctx(), (tx) => personal_data.erase(tx, who.person_id, 'all'));
  assert.equal(erased, 2);
  assert.deepEqual([await read(who), await read(who, ada.id)], [{}, {}]);
});

test('after a merge the account’s own word stays, and its gaps are filled', async () => {
  const [from, to] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  await say(from, { belly: 1, chest: 1 });
  await say(to, { belly: -1 });
  await inTransaction(house.ctx(), (tx) => personal_data.merge(tx, from.person_id, to.person_id));
  assert.deepEqual(await read(to), { belly: -1, chest: 1 });
});
