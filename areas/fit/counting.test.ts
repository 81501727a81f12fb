import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const metrics = () => house.platform.systemCtx().metrics;
type Named = 'tryon_sessions_total' | 'size_advice_total' | 'size_advice_outcome_total';
const counted = async (name: Named, labels: Record<string, string>): Promise<number> =>
  (await metrics()[name].get()).values
    .filter((one) => Object.entries(labels).every(([label, value]) => (one.labels as Record<string, unknown>)[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
const brandsOf = async (name: Named) =>
  new Set((await metrics()[name].get()).values.map(({ labels }) => (labels as Record<string, unknown>)['brand']));
const start = async (visitor: Visitor, page_html: string): Promise<Fitting> =>
  (await visitor.call<Fitting>('POST', '/v1/tryon/start', { page_html })).body;
const submit = (visitor: Visitor, session_id: string, overall: string) =>
  visitor.call('POST', '/v1/tryon/submit', { session_id, size_tried: 'M', fit_feedback: { overall }, would_keep: true });

test('a correction does not count as another fitting that was completed', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = await start(visitor, sampleProductPage({ code: 'CC100' }));
  for (const overall of ['too_small', 'perfect', 'perfect']) await submit(visitor, session_id, overall);
  assert.equal(await counted('tryon_sessions_total', { status: 'completed' }), 1);
  const { values } = await metrics().tryon_session_duration_seconds.get();
  assert.equal(values.find(({ metricName }) => metricName === 'tryon_session_duration_seconds_count')?.value, 1);
});

test('an outcome without any advice is not called another size than the advised', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = await start(visitor, sampleProductPage({ code: 'CC200' }));
  await house.deliverNews();
  const before_it = await counted('size_advice_outcome_total', { match: 'other_size' });
  const without = await counted('size_advice_outcome_total', { match: 'no_advice' });
  await submit(visitor, session_id, 'perfect');
  await house.deliverNews();
  assert.equal(await counted('size_advice_outcome_total', { match: 'other_size' }), before_it);
  assert.equal(await counted('size_advice_outcome_total', { match: 'no_advice' }), without + 1);
});

test('whatever pages call their brand, metrics know few brands', async () => {
  const visitor = await anonymousVisitor(house);
  for (const brand of ['J Crew', 'Forged One', 'Forged Two']) {
    const product = { '@type': 'Product', name: 'Shirt', sku: brand, brand, size: ['S', 'M', 'L'] };
    const page = `<html><head><link rel="canonical" href="https://www.tailor.example/men/shirt"><script type="application/ld+json">${JSON.stringify(product)}</script></head></html>`;
    const { session_id } = await start(visitor, page);
    assert.equal((await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).status, 200);
    await submit(visitor, session_id, 'perfect');
  }
  for (const name of ['tryon_sessions_total', 'size_advice_total'] as const)
    assert.deepEqual(await brandsOf(name), new Set(['J.Crew', 'other']), name);
});
