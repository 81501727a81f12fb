import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OutcomeVerdict } from '#contract/outcomes.ts';
import type { Fitting } from '#contract/fit.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, callHouse } from '#platform/testing/test-visitor.ts';
import { takeBackTry } from '../tell-tries.ts';
import { listOutcomes } from './outcome.store.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

test('what a shopper took back stays forgotten when the shop tells it again, while other lines are kept', async () => {
  const operator = await accountVisitor(house, 'operator');
  const key = { name: 'shop', scopes: ['fit', 'act_for'], rate_limit_per_minute: 100_000 };
  const { id: caller_id, secret } = (await operator.call<{ id: string; secret: string }>('POST', '/v1/api-keys', key)).body;
  const headers = { authorization: `Bearer ${secret}` };
  const post = <T>(url: string, payload: object) => callHouse<T>(house, { method: 'POST', url, headers, payload });
  const user_id = 'tess';
  const { product_id } = (await post<Fitting>('/v1/tryon/start', { page_html: sampleProductPage(), user_id })).body;
  const [taken, other] = ['1', '2'].map((external_id) => ({ external_id, user_id, product_id, size: 'M', outcome: 'kept' }));
  const tell = async (...outcomes: object[]) =>
    (await post<{ outcomes: OutcomeVerdict[] }>('/v1/outcomes', { outcomes })).body.outcomes.map(({ status }) => status);

  assert.deepEqual(await tell(taken!), ['saved']);
  const row = (await listOutcomes(house.ctx(), caller_id, ['1']))[0]!;
  await takeBackTry(house.ctx({ person_id: row.person_id }), { profile_id: row.profile_id, try_id: row.id });
  assert.deepEqual(await tell(taken!, other!), ['replaced', 'saved']);
  const kept = await listOutcomes(house.ctx(), caller_id, ['1', '2']);
  assert.deepEqual(
    kept.map(({ external_id }) => external_id),
    ['2'],
  );
});
