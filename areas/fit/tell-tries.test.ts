import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { ToldTry } from '#contract/tries.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const begin = async (who: Visitor): Promise<Fitting> =>
  (await who.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body;
const say = (who: Visitor, session_id: string, size_tried: string, overall: string) =>
  who.call<{ feedback_id: string }>('POST', '/v1/tryon/submit', { session_id, size_tried, fit_feedback: { overall }, would_keep: false });
const told = async (who: Visitor, profile_id = who.profile_id) =>
  (await who.call<{ tries: ToldTry[] }>('GET', `/v1/profiles/${profile_id}/tries`)).body.tries;
const takeBack = (who: Visitor, try_id: string, profile_id = who.profile_id) =>
  who.call('DELETE', `/v1/profiles/${profile_id}/tries/${try_id}`);
const advise = async (who: Visitor, session_id: string) => {
  const { advice_id: _, ...advice } = (await who.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
  return advice;
};

test('what was said of sizes is listed newest first, with what it was and where', async () => {
  const who = await anonymousVisitor(house);
  const { session_id, product_id, brand, product_name } = await begin(who);
  await say(who, session_id, 'M', 'slightly_small');
  house.clock.pass(60);
  await say(who, session_id, 'L', 'perfect');
  const tries = await told(who);
  assert.deepEqual(
    tries.map((one) => [
      one.size_tried,
      one.fit_feedback?.overall,
      one.would_keep,
      one.session_id,
      one.product_id,
      one.brand,
      one.product_name,
    ]),
    [
      ['L', 'perfect', false, session_id, product_id, brand, product_name],
      ['M', 'slightly_small', false, session_id, product_id, brand, product_name],
    ],
  );
});

test('what is taken back is forgotten: the next advice is as if it had never been said', async () => {
  const who = await anonymousVisitor(house);
  const { session_id } = await begin(who);
  const unknowing = await advise(who, session_id);
  const { body } = await say(who, session_id, 'M', 'too_small');
  assert.notDeepEqual(await advise(who, session_id), unknowing);
  assert.equal((await takeBack(who, body.feedback_id)).status, 200);
  assert.deepEqual(await told(who), []);
  assert.deepEqual(await advise(who, session_id), unknowing);
  assert.equal((await takeBack(who, body.feedback_id)).status, 404, 'twice is once');
});

test('a purchase that was told is listed too, says what its return says, and can be taken back', async () => {
  const who = await anonymousVisitor(house);
  const { product_id } = await begin(who);
  const outcomes = [{ external_id: 'order-1', product_id, size: 'S', outcome: 'returned', reason: 'too_small' }];
  const { status, body } = await who.call('POST', '/v1/outcomes', { outcomes });
  assert.equal(status, 200, JSON.stringify(body));
  const [bought] = await told(who);
  assert.deepEqual(
    [bought?.session_id, bought?.size_tried, bought?.would_keep, bought?.fit_feedback],
    [null, 'S', false, { overall: 'too_small' }],
  );
  assert.equal((await takeBack(who, bought!.id)).status, 200);
  assert.deepEqual(await told(who), []);
});

test('nobody sees or takes back what somebody else said, nor through another profile of their own', async () => {
  const [who, stranger] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const { body } = await say(who, (await begin(who)).session_id, 'M', 'perfect');
  const { id: other } = (await who.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' })).body;
  assert.equal((await stranger.call('GET', `/v1/profiles/${who.profile_id}/tries`)).status, 404);
  assert.equal((await takeBack(stranger, body.feedback_id, who.profile_id)).status, 404);
  assert.equal((await takeBack(stranger, body.feedback_id)).status, 404);
  assert.equal((await takeBack(who, body.feedback_id, other)).status, 404);
  assert.equal((await takeBack(who, 'not-an-id')).status, 400);
  assert.deepEqual([(await told(who, other)).length, (await told(who)).length], [0, 1]);
});
