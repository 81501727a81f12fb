import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { measureSurety } from './measure-surety.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

/** One shopper who is advised, then says how a size was; gives how sure the advice was. */
async function adviseAndTell(tell: (advised: string) => { size_tried: string; overall: string } | null): Promise<number> {
  const who = await anonymousVisitor(house);
  await who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, { chest_cm: 100 });
  const { session_id } = (await who.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage() })).body;
  const { recommended_size, confidence } = (await who.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
  house.clock.pass(60);
  const told = tell(recommended_size!);
  if (told) {
    const { size_tried, overall } = told;
    assert.equal(
      (await who.call('POST', '/v1/tryon/submit', { session_id, size_tried, fit_feedback: { overall }, would_keep: true })).status,
      200,
    );
  }
  return confidence;
}

test('surety is held against what came afterwards: right, wrong, another size right; what tells nothing stays out', async () => {
  assert.deepEqual(await measureSurety(house.ctx()), { count: 0, ece: null, reliability: [] });
  const other = (advised: string) => (advised === 'S' ? 'M' : 'S');
  const confidence = await adviseAndTell((advised) => ({ size_tried: advised, overall: 'perfect' }));
  await adviseAndTell((advised) => ({ size_tried: advised, overall: 'too_small' }));
  await adviseAndTell((advised) => ({ size_tried: other(advised), overall: 'perfect' }));
  await adviseAndTell((advised) => ({ size_tried: other(advised), overall: 'too_small' }));
  await adviseAndTell(() => null);
  const { count, ece, reliability } = await measureSurety(house.ctx());
  assert.equal(count, 3);
  assert.deepEqual(
    reliability.map(({ count: claims, kept }) => [claims, Math.round(kept * 3)]),
    [[3, 1]],
  );
  assert.ok(Math.abs(reliability[0]!.promised - confidence) < 1e-9 && Math.abs(ece! - Math.abs(confidence - 1 / 3)) < 1e-9);
});
