import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const start = async (visitor: Visitor, body: object = { page_html: sampleProductPage() }): Promise<Fitting> => {
  const answer = await visitor.call<Fitting>('POST', '/v1/tryon/start', body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body;
};
const advise = async (visitor: Visitor, session_id: string): Promise<SizeAdvice> => {
  const answer = await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};
const submit = (visitor: Visitor, session_id: string, size_tried: string, overall: string, would_keep = overall === 'perfect') =>
  visitor.call<{ status: string; feedback_id: string }>('POST', '/v1/tryon/submit', {
    session_id,
    size_tried,
    fit_feedback: { overall },
    would_keep,
  });
const measure = (visitor: Visitor, body: object) => visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}/measurements`, body);
const buysMen = (visitor: Visitor) => visitor.call('PATCH', `/v1/profiles/${visitor.profile_id}`, { sizing: 'men' });

test('a page becomes a fitting with its sizes in wearing order, price in minor units and what its chart measures', async () => {
  const fitting = await start(await anonymousVisitor(house));
  assert.equal(fitting.brand, 'J.Crew');
  assert.deepEqual(fitting.size_options, ['S', 'M', 'L', 'XL']);
  assert.equal(fitting.price_minor, 9800);
  assert.equal(fitting.currency, 'USD');
  assert.ok(fitting.available_measurements.includes('chest'));
  assert.equal(fitting.outcome, null);
});

test('with nothing known it says so, is not sure, and still names what most people take', async () => {
  const visitor = await anonymousVisitor(house);
  const advice = await advise(visitor, (await start(visitor)).session_id);
  assert.match(advice.reasoning, /^Insufficient data for personalized recommendation/);
  assert.ok(advice.confidence < 0.5);
  assert.ok(advice.recommended_size);
  assert.equal(advice.evidence[0]?.kind, 'population');
});

test('what was said of a size changes the next advice, at once', async () => {
  const visitor = await anonymousVisitor(house);
  await buysMen(visitor);
  await measure(visitor, { height_cm: 178, weight_kg: 74 });
  const { session_id } = await start(visitor);
  const first = await advise(visitor, session_id);
  const tried = first.recommended_size ?? '';
  assert.equal((await submit(visitor, session_id, tried, 'too_small')).status, 200);
  const second = await advise(visitor, session_id);
  const order = ['S', 'M', 'L', 'XL'];
  assert.ok(order.indexOf(second.recommended_size ?? '') > order.indexOf(tried), `${tried} -> ${second.recommended_size}`);
  assert.ok((second.all_scores[tried]?.score ?? 1) < (first.all_scores[tried]?.score ?? 0));
  assert.ok(second.evidence.some(({ kind }) => kind === 'feedback'));
});

test('feedback on one product tells about another of the same kind', async () => {
  const visitor = await anonymousVisitor(house);
  await buysMen(visitor);
  const one = await start(visitor);
  await submit(visitor, one.session_id, 'L', 'perfect');
  const other = await start(visitor, { page_html: sampleProductPage({ code: 'TT200', name: 'Other shirt' }) });
  assert.equal((await advise(visitor, other.session_id)).recommended_size, 'L');
});

test('a garment that fits is evidence, and a partner’s profile does not bend one’s own', async () => {
  const visitor = await accountVisitor(house);
  await buysMen(visitor);
  const own = await visitor.call<{ is_chart_known: boolean }>('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, {
    brand: 'j crew',
    category: 'shirt',
    size: 'M',
  });
  assert.equal(own.body.is_chart_known, true);
  const { body: partner } = await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Partner', sizing: 'men' });
  await visitor.call('POST', `/v1/profiles/${partner.id}/owned-garments`, { brand: 'J.Crew', category: 'shirt', size: 'XL' });
  const mine = await start(visitor);
  const theirs = await start(visitor, { page_html: sampleProductPage(), profile_id: partner.id });
  assert.equal((await advise(visitor, mine.session_id)).recommended_size, 'M');
  assert.equal((await advise(visitor, theirs.session_id)).recommended_size, 'XL');
});

test('reasons and reasoning speak the person’s units', async () => {
  const visitor = await anonymousVisitor(house);
  await visitor.call('PATCH', '/v1/me', { prefs: { units: 'in' } });
  await measure(visitor, { chest_cm: 100 });
  const advice = await advise(visitor, (await start(visitor)).session_id);
  assert.match(JSON.stringify(advice.reasons), / in\b| inches|″/);
  assert.doesNotMatch(JSON.stringify(advice.reasons), / cm\b/);
});

test('saying it twice for the same size replaces it, keeps its id and counts once', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id, product_id } = await start(visitor, { page_html: sampleProductPage({ code: 'TT300' }) });
  await advise(visitor, session_id);
  const first = await submit(visitor, session_id, 'M', 'too_small');
  const again = await Promise.all([submit(visitor, session_id, 'M', 'perfect'), submit(visitor, session_id, 'M', 'perfect')]);
  assert.deepEqual(
    again.map(({ body }) => body.feedback_id),
    [first.body.feedback_id, first.body.feedback_id],
  );
  await house.deliverNews();
  const { rows } = await house.platform.database.pool.query('select size, tried from fit_size_outcomes where product_id = $1', [
    product_id,
  ]);
  assert.deepEqual(rows, [{ size: 'M', tried: 1 }]);
  const { body } = await visitor.call<Fitting>('GET', `/v1/fittings/${session_id}`);
  assert.equal(body.outcome?.fit_feedback.overall, 'perfect');
});

test('when enough others tried a size, the advice says what came of it', async () => {
  house.outbound.pages.set(sampleProductUrl('TT400'), sampleProductPage({ code: 'TT400' }));
  const visitors = await Promise.all(Array.from({ length: 5 }, () => anonymousVisitor(house)));
  for (const [n, visitor] of visitors.entries()) {
    const { session_id } = await start(visitor, { product_url: sampleProductUrl('TT400') });
    await submit(visitor, session_id, 'M', n === 0 ? 'too_large' : 'perfect');
  }
  await house.deliverNews();
  const visitor = await anonymousVisitor(house);
  await visitor.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, {
    brand: 'J.Crew',
    category: 'shirt',
    size: 'M',
    sizing: 'men',
  });
  const advice = await advise(visitor, (await start(visitor, { product_url: sampleProductUrl('TT400') })).session_id);
  assert.equal(advice.recommended_size, 'M');
  assert.ok(
    advice.reasons.some(({ text }) => text === 'Of 5 who tried the M here, 4 kept it.'),
    JSON.stringify(advice.reasons),
  );
});

test('a size that the product does not come in is refused, and nothing is kept', async () => {
  const visitor = await anonymousVisitor(house);
  const { session_id } = await start(visitor);
  const { status, body } = await submit(visitor, session_id, 'XXS', 'perfect');
  assert.equal(status, 400);
  assert.equal(body.error.code, 'fit.unknown_size');
  assert.equal((await visitor.call<Fitting>('GET', `/v1/fittings/${session_id}`)).body.outcome, null);
});

for (const [what, body] of [
  ['a girth word for a length', { fit_feedback: { overall: 'perfect', length: 'too_small' } }],
  ['a word that is none', { fit_feedback: { overall: 'meh' } }],
  ['no overall', { fit_feedback: { chest: 'perfect' } }],
  ['no would_keep', { would_keep: undefined }],
  ['notes without end', { notes: 'x'.repeat(2001) }],
  ['an empty size', { size_tried: ' ' }],
] as const) {
  test(`feedback with ${what} is refused with the field named`, async () => {
    const visitor = await anonymousVisitor(house);
    const { session_id } = await start(visitor);
    const answer = await visitor.call('POST', '/v1/tryon/submit', {
      session_id,
      size_tried: 'M',
      fit_feedback: { overall: 'perfect' },
      would_keep: true,
      ...body,
    });
    assert.equal(answer.status, 400);
    assert.ok(Object.keys(answer.body.error.fields ?? {}).length > 0);
  });
}

test('inches given as centimetres are noticed, and nothing is kept', async () => {
  const visitor = await anonymousVisitor(house);
  const { status, body } = await measure(visitor, { chest_cm: 38, height_cm: 178 });
  assert.equal(status, 400);
  assert.equal(body.error.code, 'fit.unlikely_measurement');
  assert.match(body.error.fields?.['chest_cm'] ?? '', /97 cm/);
  assert.match(body.error.message, /small child's, give the age/);
  assert.deepEqual((await visitor.call('GET', `/v1/profiles/${visitor.profile_id}/measurements`)).body, {});
});

test('a small child may measure little; null forgets; two changes at once both hold', async () => {
  const visitor = await anonymousVisitor(house);
  assert.equal((await measure(visitor, { chest_cm: 43, height_cm: 62, age: 0 })).status, 200);
  await measure(visitor, { chest_cm: null });
  await Promise.all([measure(visitor, { waist_cm: 44 }), measure(visitor, { hip_cm: 44.5 })]);
  assert.deepEqual((await visitor.call('GET', `/v1/profiles/${visitor.profile_id}/measurements`)).body, {
    height_cm: 62,
    age: 0,
    waist_cm: 44,
    hip_cm: 44.5,
  });
});

test('a shop that is down serves what is stored, and says that it is old; with nothing stored it is a 503 with a way on', async () => {
  const url = sampleProductUrl('TT500');
  house.outbound.pages.set(url, sampleProductPage({ code: 'TT500' }));
  const visitor = await anonymousVisitor(house);
  assert.equal((await start(visitor, { product_url: url })).stale, false);
  house.outbound.pages.set(
    url,
    new AppError('catalog.retailer_unavailable', { message: 'J.Crew service temporarily unavailable. Use the bookmarklet.' }),
  );
  house.clock.pass(25 * 3600);
  const later = await anonymousVisitor(house);
  assert.equal((await start(later, { product_url: url })).stale, true);
  const unknown = sampleProductUrl('TT501');
  house.outbound.pages.set(
    unknown,
    new AppError('catalog.retailer_unavailable', { message: 'J.Crew service temporarily unavailable. Use the bookmarklet.' }),
  );
  const { status, body } = await later.call('POST', '/v1/tryon/start', { product_url: unknown });
  assert.equal(status, 503);
  assert.equal(body.error.code, 'catalog.retailer_unavailable');
  assert.match(body.error.message, /^J\.Crew service temporarily unavailable/);
});

test('starting needs one of link, page or product', async () => {
  const visitor = await anonymousVisitor(house);
  assert.equal((await visitor.call('POST', '/v1/tryon/start', {})).status, 400);
  assert.equal((await visitor.call('POST', '/v1/tryon/start', { product_id: visitor.person_id })).status, 404);
  assert.equal(
    (await visitor.call('POST', '/v1/tryon/start', { page_html: sampleProductPage(), profile_id: visitor.person_id })).status,
    404,
  );
  assert.equal((await visitor.call('POST', '/v1/tryon/start', { product_url: 'not a link' })).body.error.code, 'catalog.bad_link');
});

test('fittings are listed newest first, page by page, and only one’s own', async () => {
  const visitor = await anonymousVisitor(house);
  const made = [];
  for (let n = 0; n < 3; n += 1) made.unshift((await start(visitor)).session_id);
  type Page = { fittings: Fitting[]; next_cursor: string | null };
  const first = await visitor.call<Page>('GET', '/v1/fittings?limit=2');
  const second = await visitor.call<Page>('GET', `/v1/fittings?limit=2&cursor=${first.body.next_cursor}`);
  assert.deepEqual(
    [...first.body.fittings, ...second.body.fittings].map(({ session_id }) => session_id),
    made,
  );
  assert.equal(second.body.next_cursor, null);
});

test('an integrator acts for its own shoppers, apart from each other and from another integrator’s', async () => {
  const operator = await accountVisitor(house, 'operator');
  const keyOf = async (name: string) =>
    (await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name, scopes: ['fit', 'act_for'] })).body.secret;
  const [one, two] = [await keyOf('one'), await keyOf('two')];
  const call = <T>(secret: string, url: string, payload: object) =>
    callHouse<T & object>(house, { method: 'POST', url, headers: { authorization: `Bearer ${secret}` }, payload });
  const { body: fitting } = await call<Fitting>(one, '/v1/tryon/start', { page_html: sampleProductPage(), user_id: 'anna' });
  const ask = async (secret: string, user_id: string) =>
    (await call(secret, '/v1/tryon/recommend', { session_id: fitting.session_id, user_id })).status;
  assert.deepEqual([await ask(one, 'anna'), await ask(one, 'berta'), await ask(two, 'anna')], [200, 404, 404]);
});

test('a user_id from somebody without the scope changes nothing', async () => {
  const [anna, eve] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const { session_id } = await start(anna);
  assert.equal((await eve.call('POST', '/v1/tryon/recommend', { session_id, user_id: anna.person_id })).status, 404);
});
