import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { removeBoutiqueProduct, saveBoutique, saveBoutiqueProduct } from '#areas/catalog/index.ts';
import type { Fitting, SizeAdvice, SizeAnswer } from '#contract/fit.ts';
import type { OutcomeVerdict } from '#contract/outcomes.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { personal_data } from '../personal-data.ts';
import { reportOutcomes } from './report-outcomes.ts';

let house: TestHouse;
let operator: Visitor;
before(async () => {
  house = await testHouse();
  operator = await accountVisitor(house, 'operator');
  await saveBoutique(house.ctx(), sampleBoutique());
});
after(() => house.close());

interface Bulk {
  outcomes: OutcomeVerdict[];
}
type Tell = (...outcomes: object[]) => Promise<{ status: number; body: Bulk & { error: { code: string } } }>;
const sizes = ['S', 'M', 'L', 'XL'];
let products = 0;

/** A shirt that everybody sees; each test has its own, so that counts are its own. */
async function shirt(): Promise<string> {
  const slug = `shirt-${(products += 1)}`;
  const { id } = await saveBoutiqueProduct(house.ctx(), sampleShirt(slug, sizes));
  return id;
}

const tellAs =
  (visitor: Visitor): Tell =>
  (...outcomes) =>
    visitor.call('POST', '/v1/outcomes', { outcomes });
async function integrator(scopes = ['fit', 'act_for']) {
  const { body } = await operator.call<{ id: string; secret: string }>('POST', '/v1/api-keys', {
    name: 'shop',
    scopes,
    rate_limit_per_minute: 100_000,
  });
  const headers = { authorization: `Bearer ${body.secret}` };
  const call = <T = object>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
    callHouse<T>(house, { method, url, headers, ...(payload ? { payload } : {}) });
  const tell: Tell = (...outcomes) => call<Bulk>('POST', '/v1/outcomes', { outcomes });
  return { api_key_id: body.id, call, tell };
}
const line = (external_id: string, product_id: string, more: object = {}) => ({
  external_id,
  product_id,
  size: 'M',
  outcome: 'kept',
  ...more,
});
const statuses = ({ body }: { body: Bulk }) => body.outcomes.map(({ status, error }) => error?.code ?? status);
const rows = async <T = object>(text: string, values: unknown[] = []) =>
  (await house.platform.database.pool.query(text, values)).rows as T[];
const counts = async (product_id: string) => {
  await house.deliverNews();
  const found = await rows<Record<string, number>>('select * from fit_size_outcomes where product_id = $1 and tried <> 0 order by size', [
    product_id,
  ]);
  return found.map(({ size, tried, kept, felt_small, felt_large }) => [size, tried, kept, felt_small, felt_large].join(' '));
};
const matches = async (match: string): Promise<number> => {
  await house.deliverNews();
  const { values } = await house.platform.ports.metrics.size_advice_outcome_total.get();
  return values.find(({ labels }) => labels.match === match)?.value ?? 0;
};

test('each is judged alone: what is right is kept, what is not is refused with a reason, in the order given', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const answer = await tellAs(visitor)(
    line('a', product_id),
    line('b', newId()),
    line('c', product_id, { size: 'XXS' }),
    line('d', product_id, { reason: 'too_small' }),
    line('e', product_id, { outcome: 'returned', reason: 'too_small', fit_feedback: { overall: 'too_large' } }),
    { external_id: 'f', size: 'M', outcome: 'kept' },
    {},
    line('h', product_id, { profile_id: newId() }),
    line('i', product_id, { at: '2099-01-01T00:00:00Z' }),
    { ...line('j', product_id), product_id: undefined, product_url: 'javascript:alert(1)' },
    line('k', product_id, { size: 'L', outcome: 'returned', reason: 'too_large' }),
  );
  assert.equal(answer.status, 200);
  assert.deepEqual(statuses(answer), [
    'saved',
    'request.not_found',
    'fit.unknown_size',
    ...Array.from({ length: 4 }, () => 'request.invalid'),
    'request.not_found',
    'request.invalid',
    'catalog.bad_link',
    'saved',
  ]);
  assert.deepEqual(
    answer.body.outcomes.map(({ external_id }) => external_id),
    ['a', 'b', 'c', 'd', 'e', 'f', null, 'h', 'i', 'j', 'k'],
  );
  assert.deepEqual(answer.body.outcomes[2]?.error?.fields, { size: 'XXS is not one of them' });
  assert.equal((await rows('select from fit_outcomes where person_id = $1', [visitor.person_id])).length, 2);
  assert.deepEqual(await counts(product_id), ['L 1 0 0 1', 'M 1 1 0 0']);
});

test('what is no list of objects, none, too many, and nobody in particular are refused', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  assert.equal((await tellAs(visitor)()).status, 400);
  assert.equal((await visitor.call('POST', '/v1/outcomes', { outcomes: ['kept'] })).status, 400);
  assert.equal((await tellAs(visitor)(...Array.from({ length: 1001 }, (_, i) => line(`${i}`, product_id)))).status, 400);
  assert.equal((await tellAs(visitor)(line('a\0', product_id))).status, 400);
  const payload = { outcomes: [line('a', product_id)] };
  assert.equal((await callHouse(house, { method: 'POST', url: '/v1/outcomes', payload })).status, 401);
  assert.equal((await (await integrator(['fit'])).tell(line('a', product_id, { user_id: 'anna' }))).body.error.code, 'people.not_allowed');
  assert.deepEqual(await counts(product_id), []);
});

test('said again it replaces and never counts twice; a correction moves the counts', async () => {
  const [{ tell }, product_id] = [await integrator(), await shirt()];
  const anna = { user_id: 'anna' };
  assert.deepEqual(statuses(await tell(line('1', product_id, anna))), ['saved']);
  for (let i = 0; i < 3; i += 1) assert.deepEqual(statuses(await tell(line('1', product_id, anna))), ['replaced']);
  assert.deepEqual(await counts(product_id), ['M 1 1 0 0']);
  const back = { ...anna, outcome: 'returned', reason: 'too_small' };
  await tell(line('1', product_id, back));
  assert.deepEqual(await counts(product_id), ['M 1 0 1 0']);
  await tell(line('1', product_id, { ...back, size: 'L' }));
  assert.deepEqual(await counts(product_id), ['L 1 0 1 0']);
  await tell(line('1', product_id, { ...back, size: 'L', fit_feedback: { chest: 'too_small', overall: 'slightly_small' } }));
  await tell(line('1', product_id, { ...back, size: 'L', fit_feedback: { overall: 'slightly_small', chest: 'too_small' } }));
  const news = await rows(`select from platform_events where name = 'outcome.recorded' and payload ->> 'product_id' = $1`, [product_id]);
  assert.deepEqual([await counts(product_id), news.length], [['L 1 0 1 0'], 4]);
});

test('twice in one bulk is as if sent twice, and a refused one leaves what was said', async () => {
  const [{ tell }, product_id] = [await integrator(), await shirt()];
  const answer = await tell(
    line('1', product_id, { user_id: 'a' }),
    line('1', product_id, { user_id: 'a', outcome: 'returned', reason: 'too_large' }),
    line('1', product_id, { user_id: 'a', size: 'nonsense' }),
  );
  assert.deepEqual(statuses(answer), ['saved', 'replaced', 'fit.unknown_size']);
  assert.deepEqual(await counts(product_id), ['M 1 0 0 1']);
});

test('twenty at once with one id make one row and one count', async () => {
  const [{ tell }, product_id] = [await integrator(), await shirt()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => tell(line('1', product_id, { user_id: 'new' }))));
  assert.deepEqual(answers.flatMap(statuses).toSorted(), [...Array.from({ length: 19 }, () => 'replaced'), 'saved']);
  assert.deepEqual(await counts(product_id), ['M 1 1 0 0']);
  const [made] = await rows<{ count: string }>(`select count(*) from people_integrator_shoppers where external_id = 'new'`);
  assert.equal(Number(made?.count), 1);
});

test('the same try told twice, by shop and shopper or under two ids, counts once', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const tell = tellAs(visitor);
  await tell(line('1', product_id), line('2', product_id), line('3', product_id, { size: 'L', outcome: 'returned' }));
  const { session_id } = (await visitor.call<Fitting>('POST', '/v1/tryon/start', { product_id })).body;
  const said = { session_id, size_tried: 'M', fit_feedback: { overall: 'perfect' }, would_keep: true };
  await visitor.call('POST', '/v1/tryon/submit', said);
  assert.deepEqual(await counts(product_id), ['L 1 0 0 0', 'M 1 1 0 0']);
  await visitor.call('POST', '/v1/tryon/submit', { ...said, size_tried: 'XL', fit_feedback: { overall: 'too_large' }, would_keep: false });
  await tell(line('4', product_id, { size: 'XL', outcome: 'returned', reason: 'too_large' }));
  assert.deepEqual(await counts(product_id), ['L 1 0 0 0', 'M 1 1 0 0', 'XL 1 0 0 1']);
});

test('the next advice knows: what came back as too small moves it to a larger size', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const asked = async () => (await visitor.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}`)).body;
  const larger = (answer: SizeAnswer) => (answer.all_scores['L']?.score ?? 0) + (answer.all_scores['XL']?.score ?? 0);
  const before_it = await asked();
  await tellAs(visitor)(line('1', product_id, { size: 'M', outcome: 'returned', reason: 'too_small' }));
  const after_it = await asked();
  assert.ok(larger(after_it) > larger(before_it) + 0.2, `${larger(before_it)} -> ${larger(after_it)}`);
  assert.equal(after_it.evidence.find(({ kind }) => kind === 'feedback')?.count, 1);
  await tellAs(visitor)(line('1', product_id, { size: 'M', outcome: 'returned', reason: 'other' }));
  assert.deepEqual((await asked()).all_scores, before_it.all_scores, 'what was not the size says nothing of it');
});

test('a purchase that was kept without a word makes its size a little more likely, and less than a word does', async () => {
  const scoreAfter = async (more: object) => {
    const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
    await tellAs(visitor)(line('1', product_id, { size: 'L', ...more }));
    return (await visitor.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}`)).body.all_scores['L']?.score ?? 0;
  };
  const [nothing, kept, praised] = [
    await scoreAfter({ outcome: 'returned', reason: 'other' }),
    await scoreAfter({}),
    await scoreAfter({ fit_feedback: { overall: 'perfect' } }),
  ];
  assert.ok(nothing < kept && kept < praised, `${nothing} ${kept} ${praised}`);
});

test('a gift bends nobody’s sizes but those of whom it was for', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const { id: profile_id } = (await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' })).body;
  const asked = async (query = '') =>
    (await visitor.call<SizeAnswer>('GET', `/v1/size-advice?product_id=${product_id}${query}`)).body.all_scores;
  const [mine, theirs] = [await asked(), await asked(`&profile_id=${profile_id}`)];
  await tellAs(visitor)(line('1', product_id, { outcome: 'returned', reason: 'too_small', profile_id }));
  assert.deepEqual(await asked(), mine);
  assert.notDeepEqual(await asked(`&profile_id=${profile_id}`), theirs);
  const stranger = await anonymousVisitor(house);
  assert.deepEqual(statuses(await tellAs(stranger)(line('1', product_id, { profile_id }))), ['request.not_found']);
});

test('an integrator speaks for the shoppers it names, and for no others', async () => {
  const [shop, other, product_id] = [await integrator(), await integrator(), await shirt()];
  const answer = await shop.tell(
    line('1', product_id, { user_id: 'anna' }),
    line('2', product_id),
    line('3', newId(), { user_id: 'nobody' }),
  );
  assert.deepEqual(statuses(answer), ['saved', 'request.invalid', 'request.not_found']);
  assert.deepEqual(statuses(await other.tell(line('1', product_id, { user_id: 'anna' }))), ['saved'], 'ids are each caller’s own');
  assert.deepEqual(await counts(product_id), ['M 2 2 0 0']);
  const names = await rows('select external_id from people_integrator_shoppers where api_key_id = $1', [shop.api_key_id]);
  assert.deepEqual(names, [{ external_id: 'anna' }], 'nobody is made for what is refused');
  const [anna] = await rows<{ profile_id: string }>('select profile_id from fit_outcomes where caller_id = $1', [shop.api_key_id]);
  const { profile_id } = anna ?? {};
  assert.deepEqual(statuses(await other.tell(line('5', product_id, { user_id: 'anna', profile_id }))), ['request.not_found']);
  assert.deepEqual(statuses(await shop.tell(line('5', product_id, { user_id: 'anna', profile_id }))), ['saved']);
  const visitor = await anonymousVisitor(house);
  assert.deepEqual(statuses(await tellAs(visitor)(line('1', product_id, { user_id: 'anna' }))), ['saved']);
  assert.equal(
    (await rows('select from fit_outcomes where person_id = $1', [visitor.person_id])).length,
    1,
    'a person speaks of themselves',
  );
});

test('a product is found by its link, here and elsewhere, also when it is no longer sold; a page handed over by its owner alone', async () => {
  const [owner, stranger, product_id] = [await anonymousVisitor(house), await anonymousVisitor(house), await shirt()];
  const at = (product_url: string) => ({ ...line(product_url.slice(-9), product_id), product_id: undefined, product_url });
  const here = `http://localhost:3000/shop/shirt-${products}`;
  assert.deepEqual(statuses(await tellAs(owner)(at(here))), ['saved']);
  await removeBoutiqueProduct(house.ctx(), `shirt-${products}`);
  assert.deepEqual(statuses(await tellAs(stranger)(at(here))), ['saved']);
  const { product_url, product_id: read } = (
    await owner.call<Fitting>('POST', '/v1/tryon/start', { page_html: sampleProductPage({ code: 'OO100' }) })
  ).body;
  assert.deepEqual(statuses(await tellAs(owner)(at(product_url), line('by id', read))), ['saved', 'saved']);
  assert.deepEqual(statuses(await tellAs(stranger)(at(product_url), line('by id', read))), ['request.not_found', 'request.not_found']);
});

test('a purchase is held against the advice before it', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const { session_id } = (await visitor.call<Fitting>('POST', '/v1/tryon/start', { product_id })).body;
  const advice = (await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id })).body;
  house.clock.pass(60);
  const recommended = advice.recommended_size ?? '';
  const other = sizes.find((size) => size !== recommended);
  const before_it = Object.fromEntries(
    await Promise.all(['right', 'wrong', 'unsaid', 'other_size', 'no_advice'].map(async (match) => [match, await matches(match)] as const)),
  );
  const grew = async (match: string) => (await matches(match)) - (before_it[match] ?? 0);
  const tell = tellAs(visitor);
  await tell(line('1', product_id, { size: recommended }));
  assert.deepEqual([await grew('right'), await grew('wrong')], [1, 0]);
  const [row] = await rows<{ advice_id: string }>('select advice_id from fit_outcomes where person_id = $1', [visitor.person_id]);
  assert.equal(row?.advice_id, advice.advice_id);
  await tell(line('1', product_id, { size: recommended, outcome: 'returned', reason: 'too_small' }));
  assert.deepEqual([await grew('right'), await grew('wrong')], [1, 0], 'a counter cannot go back');
  await tell(line('2', product_id, { size: other }));
  assert.equal(await grew('other_size'), 1);
  await tell(line('3', product_id, { size: recommended, at: '2020-01-01T00:00:00Z' }), line('4', await shirt()));
  assert.equal(await grew('no_advice'), 1, 'there was none about that shirt');
  const late = await integrator();
  for (const [user_id, more, match] of [
    ['a', { outcome: 'returned', reason: 'too_large' }, 'wrong'],
    ['b', { outcome: 'returned' }, 'unsaid'],
    ['c', { outcome: 'kept', fit_feedback: { overall: 'slightly_small' } }, 'wrong'],
  ] as const) {
    const { body } = await late.call<Fitting>('POST', '/v1/tryon/start', { product_id, user_id });
    const said = (await late.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id: body.session_id, user_id })).body;
    const was = await matches(match);
    await late.tell(line(user_id, product_id, { size: said.recommended_size, user_id, ...more }));
    assert.equal((await matches(match)) - was, 1, match);
  }
});

test('the log of interactions knows purchases and returns, each once', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  const tell = tellAs(visitor);
  const back = { outcome: 'returned', reason: 'too_large' };
  for (const more of [{}, {}, back, { ...back, fit_feedback: { overall: 'too_large' } }]) {
    await tell(line('1', product_id, more));
    await house.deliverNews();
  }
  await rows(`update platform_deliveries set delivered_at = null where subscriber like '%-purchase%'`);
  assert.deepEqual(await counts(product_id), ['M 1 0 0 1'], 'told twice by the courier');
  assert.deepEqual(
    await rows<Record<string, unknown>>('select kind, reason from insight_interactions where person_id = $1 order by id', [
      visitor.person_id,
    ]),
    [
      { kind: 'purchase', reason: null },
      { kind: 'return', reason: 'too_large' },
    ],
  );
});

test('a thousand, with a thousand shoppers nobody knows yet, take few statements and little time', async () => {
  const [{ api_key_id, tell }, product_id] = [await integrator(), await shirt()];
  const many = Array.from({ length: 1000 }, (_, i) => line(`line-${i}`, product_id, { user_id: `shopper-${i}` }));
  let statements = 0;
  const ctx = house.ctx({ via: 'api_key', api_key: { id: api_key_id, scopes: ['fit', 'act_for'], rate_limit_per_minute: 1 } });
  const db = ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  const started = performance.now();
  const { outcomes } = await reportOutcomes({ ...ctx, db }, many);
  const took_ms = performance.now() - started;
  assert.deepEqual(new Set(outcomes.map(({ status }) => status)), new Set(['saved']));
  assert.ok(statements < 30, `${statements} statements`);
  assert.ok(took_ms < 5000, `${took_ms} ms`);
  assert.deepEqual(new Set(statuses(await tell(...many))), new Set(['replaced']));
  await rows(`delete from platform_events where name = 'outcome.recorded'`);
});

test('of one shopper two thousand are the most; those said again still count as said', async () => {
  const [visitor, product_id] = [await anonymousVisitor(house), await shirt()];
  await rows(
    `insert into fit_outcomes (id, caller_id, external_id, person_id, profile_id, product_id, size, outcome, is_counted, at, told_at)
     select gen_random_uuid(), $1, 'old-' || n, $1, $2, $3, 'S', 'kept', false, now(), now() from generate_series(1, 1999) n`,
    [visitor.person_id, visitor.profile_id, product_id],
  );
  const answer = await tellAs(visitor)(line('a', product_id), line('b', product_id), line('old-7', product_id), line('a', product_id));
  assert.deepEqual(statuses(answer), ['saved', 'fit.too_many_outcomes', 'replaced', 'replaced']);
});

test('outcomes go over to an account, are shown in the export and go with their person, the news of them too', async () => {
  const [visitor, account, product_id] = [await anonymousVisitor(house), await accountVisitor(house), await shirt()];
  await tellAs(visitor)(line('1', product_id), line('2', product_id));
  await tellAs(account)(line('2', product_id, { outcome: 'returned' }));
  await house.deliverNews();
  await inTransaction(house.ctx(), (tx) => personal_data.merge(tx, visitor.person_id, account.person_id));
  const exported = (await account.call<{ areas: { fit: { outcomes: Record<string, string>[] } } }>('GET', '/v1/me/export')).body;
  assert.deepEqual(exported.areas.fit.outcomes.map(({ external_id, outcome }) => `${external_id} ${outcome}`).toSorted(), [
    '1 kept',
    '2 returned',
  ]);
  assert.deepEqual(statuses(await tellAs(account)(line('1', product_id))), ['replaced'], 'they are the account’s own now');
  assert.deepEqual(await counts(product_id), ['M 1 0 0 0'], 'two who are one now count once');
  const mentions = () =>
    rows(`select from platform_events where name = 'outcome.recorded' and payload ->> 'product_id' = $1`, [product_id]);
  assert.equal((await mentions()).length, 3, 'of what both had told one is gone');
  const { rows: receipt } = (await account.call<{ rows: Record<string, number> }>('DELETE', '/v1/me')).body;
  assert.equal(receipt['fit'], 5, 'two outcomes, the news of them');
  assert.deepEqual([await mentions(), await rows('select from fit_outcomes where person_id = $1', [account.person_id])], [[], []]);
});
