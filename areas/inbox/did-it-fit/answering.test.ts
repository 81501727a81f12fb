import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { SizeAdvice } from '#contract/fit.ts';
import type { LinkedQuestion, Notice } from '#contract/inbox.ts';
import type { Person } from '#contract/people.ts';
import { adviseVisitor, askedVisitor, askQuestions } from '#platform/testing/asked-question.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { signToken } from './question-link.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse({ FIT_QUESTION_AFTER_DAYS: '0' });
});
after(() => house.close());

interface Told {
  size_tried: string;
  overall: string;
  chest: string | null;
  would_keep: boolean | null;
}
const toldIn = async (fitting_id: string): Promise<Told[]> =>
  (
    await sql<Told>`select size_tried, fit_feedback ->> 'overall' as overall, fit_feedback ->> 'chest' as chest, would_keep
    from fit_feedback where fitting_id = ${fitting_id} order by size_tried`.execute(house.ctx().db)
  ).rows;
const answer = (visitor: Visitor, { id }: Notice, body: object) => visitor.call<Notice>('POST', `/v1/inbox/${id}/answer`, body);
const inboxOf = async (visitor: Visitor, query = '') =>
  (await visitor.call<{ notices: Notice[]; next_cursor: string | null; unread_count: number }>('GET', `/v1/inbox${query}`)).body;
const linkOf = ({ id }: Notice) => `/v1/fit-questions/${signToken(house.ctx(), id)}`;
const read = (link: string, headers = {}) => callHouse<LinkedQuestion>(house, { method: 'GET', url: link, headers });
const say = (link: string, payload: object) => callHouse<LinkedQuestion>(house, { method: 'POST', url: `${link}/answer`, payload });
const prefOf = async (visitor: Visitor) => (await visitor.call<Person>('GET', '/v1/me')).body.prefs.fit_questions;

test('one tap is an outcome: the next advice knows, and whether it was kept is not made up', async () => {
  const visitor = await anonymousVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const { session_id, size } = notice.question;
  const { body, status } = await answer(visitor, notice, { answer: 'too_small' });
  assert.deepEqual([status, body.question.answer, body.is_read], [200, 'too_small', true]);
  assert.deepEqual(await toldIn(session_id), [{ size_tried: size, overall: 'too_small', chest: null, would_keep: null }]);
  const { body: next } = await visitor.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id });
  assert.ok(next.evidence.some(({ kind }) => kind === 'feedback'));
  assert.notEqual(next.recommended_size, size);
  const { body: fitting } = await visitor.call<{ outcome: { would_keep: null } }>('GET', `/v1/fittings/${session_id}`);
  assert.equal(fitting.outcome.would_keep, null);
  await house.deliverNews();
  const counted = await sql<{ tried: number; kept: number; kept_unsaid: number }>`
    select tried, kept, kept_unsaid from fit_size_outcomes where product_id = ${notice.question.product_id}`.execute(house.ctx().db);
  assert.deepEqual(counted.rows, [{ tried: 1, kept: 0, kept_unsaid: 1 }]);
});

test('answers can be changed: another feeling, another size, and that it was not bought after all', async () => {
  const visitor = await anonymousVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const { session_id, size, size_options } = notice.question;
  const other = size_options.find((label) => label !== size)!;
  await answer(visitor, notice, { answer: 'perfect' });
  await answer(visitor, notice, { answer: 'slightly_large' });
  assert.deepEqual(
    (await toldIn(session_id)).map(({ overall }) => overall),
    ['slightly_large'],
  );
  const { body } = await answer(visitor, notice, { answer: 'perfect', size_tried: other });
  assert.equal(body.question.size, other);
  assert.deepEqual(
    (await toldIn(session_id)).map(({ size_tried, overall }) => [size_tried, overall]),
    [[other, 'perfect']],
  );
  await answer(visitor, notice, { answer: 'not_bought' });
  assert.deepEqual(await toldIn(session_id), []);
});

test('twenty taps at once leave one outcome', async () => {
  const visitor = await anonymousVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const all = await Promise.all(Array.from({ length: 20 }, () => answer(visitor, notice, { answer: 'perfect' })));
  assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([200]));
  assert.equal((await toldIn(notice.question.session_id)).length, 1);
});

test('a tap changes what it says of what was told in detail, and never takes the rest away', async () => {
  const visitor = await anonymousVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const { session_id, size: size_tried } = notice.question;
  const detailed = { session_id, size_tried, fit_feedback: { overall: 'perfect', chest: 'slightly_small' }, would_keep: true };
  await visitor.call('POST', '/v1/tryon/submit', detailed);
  await answer(visitor, notice, { answer: 'slightly_small' });
  const kept = { size_tried, overall: 'slightly_small', chest: 'slightly_small', would_keep: true };
  assert.deepEqual(await toldIn(session_id), [kept]);
  await answer(visitor, notice, { answer: 'not_bought' });
  assert.deepEqual(await toldIn(session_id), [kept]);
});

test('"do not ask again" asks no more: now, and of the next advice', async () => {
  const visitor = await anonymousVisitor(house);
  const [first, second] = [await askedVisitor(house, visitor), await askedVisitor(house, visitor)];
  await answer(visitor, first, { answer: 'never_ask' });
  assert.equal(await prefOf(visitor), 'none');
  assert.deepEqual((await inboxOf(visitor, '?is_open=true')).notices, []);
  await adviseVisitor(visitor);
  await askQuestions(house);
  assert.deepEqual(
    (await inboxOf(visitor)).notices.map(({ id }) => id),
    [first.id],
    `and ${second.id} is put away`,
  );
});

test('the inbox is paged, counts what was not read, and lets it be put away', async () => {
  const visitor = await anonymousVisitor(house);
  const made = [await askedVisitor(house, visitor), await askedVisitor(house, visitor), await askedVisitor(house, visitor)];
  const first = await inboxOf(visitor, '?limit=2');
  const rest = await inboxOf(visitor, `?limit=2&cursor=${first.next_cursor}`);
  assert.deepEqual(
    [...first.notices, ...rest.notices].map(({ id }) => id),
    made.map(({ id }) => id).toReversed(),
  );
  assert.deepEqual([first.unread_count, rest.next_cursor], [3, null]);
  await visitor.call('PATCH', `/v1/inbox/${made[0]!.id}`, { is_read: true });
  await visitor.call('PATCH', `/v1/inbox/${made[1]!.id}`, { is_dismissed: true });
  await visitor.call('PATCH', `/v1/inbox/${made[1]!.id}`, { is_dismissed: true });
  const { notices, unread_count } = await inboxOf(visitor);
  assert.deepEqual(
    [notices.map(({ id, is_read }) => [id, is_read]), unread_count],
    [
      [
        [made[2]!.id, false],
        [made[0]!.id, true],
      ],
      1,
    ],
  );
  assert.equal((await visitor.call('PATCH', `/v1/inbox/${made[0]!.id}`, { is_read: 'yes' })).status, 400);
  assert.equal((await visitor.call('GET', '/v1/inbox?cursor=x')).status, 400);
});

test('another size than the garment has, and an answer that is none, are refused and change nothing', async () => {
  const visitor = await anonymousVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const wrong = await answer(visitor, notice, { answer: 'perfect', size_tried: '99' });
  assert.deepEqual([wrong.status, wrong.body.error.code], [400, 'fit.unknown_size']);
  assert.equal((await answer(visitor, notice, { answer: 'fine' })).status, 400);
  assert.equal((await say(linkOf(notice), { answer: 'perfect', size_tried: '99' })).status, 400);
  assert.equal((await inboxOf(visitor, '?is_open=true')).notices.length, 1);
});

test('an integrator asks in their own app: the shopper is theirs, and nobody else’s', async () => {
  const operator = await accountVisitor(house, 'operator');
  const keyOf = async (name: string): Promise<Visitor> => {
    const { secret } = (await operator.call<{ secret: string }>('POST', '/v1/api-keys', { name, scopes: ['fit', 'act_for'] })).body;
    const headers = { authorization: `Bearer ${secret}` };
    return {
      ...operator,
      headers,
      call: (method, url, body) => callHouse(house, { method, url, headers, ...(body ? { payload: body } : {}) }),
    };
  };
  const [mine, other] = [await keyOf('mine'), await keyOf('other')];
  const { fitting } = await adviseVisitor({
    ...mine,
    call: (method, url, body) => mine.call(method, url, { ...(body as object), user_id: 'u1' }),
  });
  await askQuestions(house);
  const [notice] = (await inboxOf(mine, '?user_id=u1')).notices;
  assert.equal(notice?.question.session_id, fitting.session_id);
  assert.equal((await answer(other, notice, { answer: 'perfect', user_id: 'u1' })).status, 404);
  assert.equal((await answer(mine, notice, { answer: 'perfect', user_id: 'u1' })).status, 200);
});

test('a signed link shows the garment and nothing else of its person, and answers without signing in', async () => {
  const visitor = await accountVisitor(house);
  const { id: profile_id } = (await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada Lovelace' })).body;
  const notice = await askedVisitor(house, visitor, { profile_id });
  const { status, body } = await read(linkOf(notice));
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(body).toSorted(), [
    'answer',
    'brand',
    'category',
    'is_mailed',
    'product_image',
    'product_name',
    'session_id',
    'size',
    'size_options',
  ]);
  assert.equal(body.session_id, null);
  assert.doesNotMatch(JSON.stringify(body), /Ada|example\.com/);
  assert.deepEqual(await toldIn(notice.question.session_id), [], 'looking answers nothing');
  assert.equal((await say(linkOf(notice), { answer: 'perfect' })).body.answer, 'perfect');
  assert.deepEqual(
    (await toldIn(notice.question.session_id)).map(({ overall }) => overall),
    ['perfect'],
  );
  assert.equal((await read(linkOf(notice))).body.answer, 'perfect');
  assert.equal((await read(linkOf(notice), visitor.headers)).body.session_id, notice.question.session_id, 'its person goes on from there');
  assert.equal((await say(linkOf(notice), { answer: 'too_large' })).body.answer, 'too_large', 'and it can be changed');
});

test('a link that was forged, cut, has ended, or whose person left says the same', async () => {
  const visitor = await accountVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const token = signToken(house.ctx(), notice.id);
  const ended = [`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`, token.slice(0, 40), notice.id, token.toUpperCase(), 'x'];
  const other = signToken(house.ctx(), '01900000-0000-7000-8000-000000000000');
  const answers = await Promise.all([...ended, other].map((one) => read(`/v1/fit-questions/${one}`)));
  assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body.error.code}`)), new Set(['410 inbox.link_ended']));
  await visitor.call('DELETE', '/v1/me');
  assert.equal((await say(linkOf(notice), { answer: 'perfect' })).body.error.code, 'inbox.link_ended');

  const late = await askedVisitor(house, await accountVisitor(house));
  house.clock.pass(60 * 86_400 - 60);
  assert.equal((await read(linkOf(late))).status, 200);
  house.clock.pass(120);
  assert.equal((await read(linkOf(late))).status, 410);
  assert.equal((await say(linkOf(late), { answer: 'perfect' })).status, 410);
  assert.deepEqual(await toldIn(late.question.session_id), []);
});

const form = (notice: Notice, payload: string, headers: Record<string, string> = {}) =>
  house.server.inject({
    method: 'POST',
    url: `/did-it-fit/${signToken(house.ctx(), notice.id)}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload,
  });

test('a form answers too, from wherever it was opened, and leads back to the page', async () => {
  const notice = await askedVisitor(house, await anonymousVisitor(house));
  const sent = await form(notice, 'answer=slightly_large', { origin: 'null', 'sec-fetch-site': 'cross-site', cookie: 'toile_session=x' });
  assert.deepEqual([sent.statusCode, sent.headers.location], [303, `/did-it-fit/${signToken(house.ctx(), notice.id)}`]);
  assert.deepEqual(
    (await toldIn(notice.question.session_id)).map(({ overall }) => overall),
    ['slightly_large'],
  );
  assert.equal((await form(notice, 'answer=perfect&size_tried=99')).statusCode, 303);
  assert.equal((await form(notice, 'answer=nonsense')).statusCode, 400);
  assert.deepEqual(
    (await toldIn(notice.question.session_id)).map(({ overall }) => overall),
    ['slightly_large'],
  );
});

test('forms are read by no route that does not ask for it', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const refused = await house.server.inject({ method: 'POST', url: '/v1/auth/login', headers, payload: 'email=a@example.com&password=b' });
  assert.equal(refused.statusCode, 415);
});

test('one press in a mail program ends such mails, and the question stays', async () => {
  const visitor = await accountVisitor(house);
  const notice = await askedVisitor(house, visitor);
  const pressed = await form(notice, 'List-Unsubscribe=One-Click');
  assert.deepEqual([pressed.statusCode, pressed.json()], [200, { status: 'success' }]);
  assert.equal(await prefOf(visitor), 'app');
  assert.equal((await inboxOf(visitor, '?is_open=true')).notices.length, 1);
  await visitor.call('PATCH', '/v1/me', { prefs: { fit_questions: 'none' } });
  await form(notice, 'List-Unsubscribe=One-Click');
  assert.equal(await prefOf(visitor), 'none', 'and never asks more than was asked for');
});
