import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const correction = (chest: number, more: object = {}) => ({
  brand: 'J.Crew',
  sizing: 'men',
  category: 'shirt',
  source: 'the size guide on jcrew.com',
  sizes: ['S', 'M', 'L', 'XL'].map((label, i) => ({ label, body: { chest: [chest + 8 * i, chest + 8 * i + 5] } })),
  ...more,
});
type Charts = {
  size_charts: {
    id: string | null;
    origin: string;
    brand: string | null;
    credited_to: string | null;
    sizes: { body_cm: { chest: number[] } }[];
  }[];
};
const first = async (who: Visitor) =>
  (await who.call<Charts>('GET', '/v1/size-charts?brand=j%20crew&sizing=men&category=shirt')).body.size_charts[0];
const give = (who: Visitor, input: object) =>
  who.call<{ id: string; status: string; updated_at: string; error?: { code: string; fields: object } }>(
    'POST',
    '/v1/size-charts/corrections',
    input,
  );

test('a correction counts for its author at once, for everybody when an operator accepts it, with the credit they asked for', async () => {
  const [author, other, operator] = [await accountVisitor(house), await accountVisitor(house), await accountVisitor(house, 'operator')];
  assert.deepEqual([(await first(author))?.origin, (await first(other))?.origin], ['built_in', 'built_in']);
  const { status, body } = await give(author, correction(90, { credited_to: 'Ada' }));
  assert.deepEqual([status, body.status], [201, 'proposed']);
  assert.deepEqual([(await first(author))?.sizes[0]?.body_cm.chest, (await first(other))?.origin], [[90, 95], 'built_in']);

  const waiting = await operator.call<{ corrections: { id: string }[] }>('GET', '/v1/operator/size-charts/corrections');
  assert.ok(waiting.body.corrections.some(({ id }) => id === body.id));
  const accepted = await operator.call<{ updated_at: string }>('POST', `/v1/operator/size-charts/corrections/${body.id}/decision`, {
    accept: true,
    updated_at: body.updated_at,
  });
  const shared = await first(other);
  assert.deepEqual([shared?.origin, shared?.credited_to, shared?.sizes[0]?.body_cm.chest], ['correction', 'Ada', [90, 95]]);

  await author.call('DELETE', '/v1/me');
  assert.deepEqual(
    [(await first(other))?.origin, (await first(other))?.credited_to],
    ['correction', null],
    'the facts stay, the name goes',
  );
  await operator.call('POST', `/v1/operator/size-charts/corrections/${body.id}/decision`, {
    accept: false,
    updated_at: accepted.body.updated_at,
  });
  assert.equal((await first(other))?.origin, 'built_in');
});

test('a correction changes the advice of its author and nobody else’s', async () => {
  const [author, other] = [await accountVisitor(house), await accountVisitor(house)];
  const advise = async (who: Visitor) => {
    const page = { product_url: sampleProductUrl(), page_html: sampleProductPage() };
    await who.call('PATCH', `/v1/profiles/${who.profile_id}/measurements`, { chest_cm: 99 });
    const { session_id } = (await who.call<{ session_id: string }>('POST', '/v1/tryon/start', page)).body;
    return (await who.call<{ recommended_size: string }>('POST', '/v1/tryon/recommend', { session_id })).body.recommended_size;
  };
  assert.equal(await advise(author), 'M');
  await give(author, correction(80));
  assert.deepEqual([await advise(author), await advise(other)], ['L', 'M']);
});

test('a chart that no body measures is refused with the figure and what to check', async () => {
  const who = await anonymousVisitor(house);
  const inches = await give(who, correction(36));
  assert.deepEqual([inches.status, inches.body.error?.code], [400, 'catalog.unlikely_chart']);
  assert.deepEqual(inches.body.error?.fields, { 'sizes.0.body.chest': 'Between 40 and 190 cm' });
  assert.equal((await give(who, correction(36, { unit: 'in' }))).status, 201);
  const backwards = correction(90);
  backwards.sizes[1]!.body.chest = [100, 90];
  assert.equal((await give(who, backwards)).body.error?.code, 'catalog.unlikely_chart');
  for (const bad of [{ sizes: [] }, { sizing: 'boys' }, { brand: '' }, { brand: '!!!' }, { source: '' }, { source_url: 'javascript:x' }])
    assert.equal((await give(who, correction(90, bad))).status, 400, JSON.stringify(bad));
});

test('corrections can be listed and taken back, move along with a sign-up, and go with the account', async () => {
  const who = await anonymousVisitor(house);
  const { body } = await give(who, correction(91, { brand: 'Tailor' }));
  await give(who, correction(92, { brand: 'Tailor' }));
  const mine = async () => (await who.call<{ corrections: { id: string }[] }>('GET', '/v1/size-charts/corrections')).body.corrections;
  assert.deepEqual(
    (await mine()).map(({ id }) => id),
    [body.id],
    'a second one for the same brand and kind replaces the first',
  );
  assert.equal((await who.call('DELETE', `/v1/size-charts/corrections/${body.id}`)).status, 200);
  assert.deepEqual(await mine(), []);
});

test('what is pasted is read and not kept; what is no chart is told what to copy', async () => {
  const who = await anonymousVisitor(house);
  const read = (text: string) =>
    who.call<{ charts: { kind: string }[]; error?: { message: string } }>('POST', '/v1/size-charts/read', { text });
  assert.equal((await read('Size\tChest\nM\t38-40"\nL\t41-43"')).body.charts[0]?.kind, 'body');
  const { status, body } = await read('I like this shirt');
  assert.equal(status, 422);
  assert.match(body.error?.message ?? '', /Copy the table with its headings/);
});

test('an operator decides on what they saw: a correction that changed meanwhile is to be looked at again', async () => {
  const [author, operator] = [await accountVisitor(house), await accountVisitor(house, 'operator')];
  const { body } = await give(author, correction(90, { brand: 'Swapper' }));
  house.clock.pass(1);
  await give(author, correction(70, { brand: 'Swapper' }));
  const decide = (updated_at: string) =>
    operator.call<{ status: string; error?: { code: string } }>('POST', `/v1/operator/size-charts/corrections/${body.id}/decision`, {
      accept: true,
      updated_at,
    });
  const late = await decide(body.updated_at);
  assert.deepEqual([late.status, late.body.error?.code], [409, 'catalog.correction_changed']);
});

test('an accepted correction stays for everybody while its author proposes another', async () => {
  const [author, other, operator] = [await accountVisitor(house), await accountVisitor(house), await accountVisitor(house, 'operator')];
  const of = async (who: Visitor) =>
    (await who.call<Charts>('GET', '/v1/size-charts?brand=stayer&sizing=men&category=shirt')).body.size_charts[0]?.sizes[0]?.body_cm
      .chest[0];
  const { body } = await give(author, correction(90, { brand: 'Stayer' }));
  await operator.call('POST', `/v1/operator/size-charts/corrections/${body.id}/decision`, { accept: true, updated_at: body.updated_at });
  house.clock.pass(1);
  await give(author, correction(84, { brand: 'Stayer' }));
  assert.deepEqual([await of(author), await of(other)], [84, 90]);
});
