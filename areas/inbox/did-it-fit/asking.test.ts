import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Fitting, SizeAdvice } from '#contract/fit.ts';
import type { Notice } from '#contract/inbox.ts';
import type { SignedIn } from '#contract/people.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { adviseVisitor, askQuestions } from '#platform/testing/asked-question.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, test_password, type Visitor } from '#platform/testing/test-visitor.ts';
import type { QuestionRow } from './question.store.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const week_s = 7 * 86_400;
const questionsOf = async (person_id: string): Promise<QuestionRow[]> =>
  (await sql<QuestionRow>`select * from inbox_questions where person_id = ${person_id} order by id`.execute(house.ctx().db)).rows;
const statesOf = async (person_id: string) => (await questionsOf(person_id)).map(({ state }) => state);

/** A week passes, in which tokens end; the visitor comes back with new ones. */
async function aWeekLater(visitor: Visitor): Promise<Visitor> {
  await house.deliverNews();
  house.clock.pass(week_s + 1);
  await house.runJobs('inbox.ask');
  return comeBack(visitor);
}

async function comeBack(visitor: Visitor): Promise<Visitor> {
  const { body } = await callHouse<SignedIn>(house, {
    method: 'POST',
    url: '/v1/auth/refresh',
    payload: { refresh_token: visitor.refresh_token },
  });
  const headers = { authorization: `Bearer ${body.access_token}` };
  return {
    ...visitor,
    headers,
    refresh_token: body.refresh_token ?? '',
    call: (method, url, payload) =>
      callHouse(house, { method, url, headers, ...(payload === undefined ? {} : { payload: payload as object }) }),
  };
}
const inboxOf = async (visitor: Visitor, query = '') =>
  (await visitor.call<{ notices: Notice[]; next_cursor: string | null; unread_count: number }>('GET', `/v1/inbox${query}`)).body;

test('a week after an advice its garment is asked about, in the size that was advised', async () => {
  const visitor = await anonymousVisitor(house);
  const { fitting, advice } = await adviseVisitor(visitor);
  await askQuestions(house);
  assert.deepEqual(await inboxOf(visitor), { notices: [], next_cursor: null, unread_count: 0, photo_news: [] });
  const later = await aWeekLater(visitor);
  const { notices, unread_count } = await inboxOf(later);
  assert.equal(unread_count, 1);
  assert.deepEqual(
    notices.map(({ kind, is_read, question: { session_id, product_name, size, profile_name, answer } }) => [
      kind,
      is_read,
      session_id,
      product_name,
      size,
      profile_name,
      answer,
    ]),
    [['did_it_fit', false, fitting.session_id, 'Oxford shirt', advice.recommended_size, null, null]],
  );
});

test('the queue is told to wait the week that the setting says', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  const [question] = await questionsOf(visitor.person_id);
  const { rows } = await sql<{ wait_s: number }>`
    select extract(epoch from start_after - created_on)::float8 as wait_s from pgboss.job
    where name = 'inbox.ask' and data ->> 'question_id' = ${question!.id}`.execute(house.ctx().db);
  assert.deepEqual(
    rows.map(({ wait_s }) => Math.round(wait_s / 3600)),
    [7 * 24],
  );
});

test('looking again neither asks twice nor puts the question off, and the size of the last look counts', async () => {
  const visitor = await anonymousVisitor(house);
  const { fitting } = await adviseVisitor(visitor);
  await house.deliverNews();
  const [planned] = await questionsOf(visitor.person_id);
  house.clock.pass(3 * 86_400);
  const back = await comeBack(visitor);
  for (const size of ['XL', 'XL', 'XL'])
    await back.call('POST', `/v1/profiles/${visitor.profile_id}/owned-garments`, {
      brand: 'J.Crew',
      category: 'shirt',
      size,
      overall: 'perfect',
    });
  const { body: second } = await back.call<SizeAdvice>('POST', '/v1/tryon/recommend', { session_id: fitting.session_id });
  assert.equal(second.recommended_size, 'XL');
  await house.deliverNews();
  house.clock.pass(4 * 86_400 + 1);
  await house.runJobs('inbox.ask');
  const rows = await questionsOf(visitor.person_id);
  assert.deepEqual(
    rows.map(({ id, state, size }) => [id, state, size]),
    [[planned!.id, 'asked', 'XL']],
  );
});

test('news that is told twice, and a job that runs twice, ask once', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  await sql`update platform_deliveries set delivered_at = null where subscriber = 'inbox.plan-question'`.execute(house.ctx().db);
  await house.deliverNews();
  await aWeekLater(visitor);
  const [asked] = await questionsOf(visitor.person_id);
  house.clock.pass(60);
  const ask = house.platform.jobs.find(({ name }) => name === 'inbox.ask')!;
  await ask.run(house.ctx(), { question_id: asked!.id } as never);
  assert.deepEqual(await questionsOf(visitor.person_id), [asked]);
});

test('of two fittings of one garment one is asked about', async () => {
  const visitor = await anonymousVisitor(house);
  const { fitting } = await adviseVisitor(visitor);
  const again = (await visitor.call<Fitting>('POST', '/v1/tryon/start', { product_id: fitting.product_id })).body;
  if (again.session_id) await visitor.call('POST', '/v1/tryon/recommend', { session_id: again.session_id });
  await aWeekLater(visitor);
  assert.deepEqual(await statesOf(visitor.person_id), ['asked']);
});

test('a job that comes too early leaves the question for its time', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await askQuestions(house);
  assert.deepEqual(await statesOf(visitor.person_id), ['planned']);
  house.clock.pass(week_s + 1);
  await house.runJobs('inbox.ask');
  assert.deepEqual(await statesOf(visitor.person_id), ['asked']);
});

test('a job that was lost is found by the hourly sweep', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  await house.platform.queue.boss.deleteQueuedJobs('inbox.ask');
  house.clock.pass(week_s + 3_601);
  const sweep = house.platform.jobs.find(({ name }) => name === 'inbox.sweep')!;
  await sweep.run(house.ctx(), {} as never);
  await house.runJobs('inbox.ask');
  assert.deepEqual(await statesOf(visitor.person_id), ['asked']);
});

const outcome = { size_tried: 'M', fit_feedback: { overall: 'slightly_small' }, would_keep: true };

test('whoever said by themselves how it was is not asked, and what was asked is closed', async () => {
  const early = await anonymousVisitor(house);
  const told = await adviseVisitor(early);
  await early.call('POST', '/v1/tryon/submit', { session_id: told.fitting.session_id, ...outcome });
  await aWeekLater(early);
  assert.deepEqual(await statesOf(early.person_id), ['withdrawn']);

  const late = await anonymousVisitor(house);
  const asked = await adviseVisitor(late);
  const back = await aWeekLater(late);
  await back.call('POST', '/v1/tryon/submit', { session_id: asked.fitting.session_id, ...outcome });
  await house.deliverNews();
  const [row] = await questionsOf(late.person_id);
  assert.deepEqual([row!.state, row!.answer, row!.size], ['answered', 'slightly_small', 'M']);
  assert.deepEqual((await inboxOf(back, '?is_open=true')).notices, []);
});

test('an outcome whose news is still on its way is enough not to ask', async () => {
  const visitor = await anonymousVisitor(house);
  const { fitting } = await adviseVisitor(visitor);
  await house.deliverNews();
  await visitor.call('POST', '/v1/tryon/submit', { session_id: fitting.session_id, ...outcome });
  house.clock.pass(week_s + 1);
  await house.runJobs('inbox.ask');
  assert.deepEqual(await statesOf(visitor.person_id), ['withdrawn']);
});

test('whoever wants no questions is asked none', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await visitor.call('PATCH', '/v1/me', { prefs: { fit_questions: 'none' } });
  await aWeekLater(visitor);
  assert.deepEqual(await statesOf(visitor.person_id), ['withdrawn']);
});

test('whoever was erased meanwhile is not asked, and nothing of them stays', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  const { rows } = (await visitor.call<{ rows: Record<string, number> }>('DELETE', '/v1/me')).body;
  assert.equal(rows['inbox'], 1);
  house.clock.pass(week_s + 1);
  assert.ok((await house.runJobs('inbox.ask')) > 0);
  assert.deepEqual(await questionsOf(visitor.person_id), []);
  const news =
    await sql`select 1 from platform_events where name = 'fitting.advised' and payload ->> 'person_id' = ${visitor.person_id}`.execute(
      house.ctx().db,
    );
  assert.equal(news.rows.length, 0);
});

test('news of a fitting that is gone plans nothing', async () => {
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await visitor.call('DELETE', '/v1/me');
  const gone = '01900000-0000-7000-8000-000000000000';
  const about = { fitting_id: gone, advice_id: gone, person_id: gone, profile_id: gone, product_id: gone, recommended_size: 'M' };
  await inTransaction(house.ctx(), (tx) => publish(tx, 'fitting.advised', about));
  await house.deliverNews();
  const waiting = await sql<{ count: number }>`select count(*)::int as count from platform_deliveries where delivered_at is null`.execute(
    house.ctx().db,
  );
  assert.equal(waiting.rows[0]!.count, 0);
});

test('signing in takes questions along: what was planned anonymously is asked of the account, once a garment', async () => {
  const account = await accountVisitor(house);
  const { fitting } = await adviseVisitor(account);
  const visitor = await anonymousVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  // The same garment, planned on both sides.
  const [theirs] = await questionsOf(account.person_id);
  await sql`insert into inbox_questions (id, fitting_id, person_id, profile_id, product_id, state, due_at)
    values (gen_random_uuid(), gen_random_uuid(), ${visitor.person_id}, ${visitor.profile_id}, ${fitting.product_id}, 'planned', now())`.execute(
    house.ctx().db,
  );
  const login = await callHouse(house, {
    method: 'POST',
    url: '/v1/auth/login',
    headers: visitor.headers,
    payload: { email: account.email, password: test_password },
  });
  assert.equal(login.status, 200);
  assert.deepEqual(await questionsOf(visitor.person_id), []);
  await aWeekLater(account);
  const rows = await questionsOf(account.person_id);
  assert.deepEqual(
    rows.map(({ state, profile_id }) => [state, profile_id]),
    [
      ['asked', account.profile_id],
      ['asked', account.profile_id],
    ],
  );
  assert.ok(
    rows.some(({ id }) => id === theirs!.id),
    'the account’s own stays',
  );
});

test('a gift is asked about under the name it was for, and its answer stays with that profile', async () => {
  const visitor = await anonymousVisitor(house);
  const { id: profile_id } = (await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Ada' })).body;
  await adviseVisitor(visitor, { profile_id });
  const later = await aWeekLater(visitor);
  const [notice] = (await inboxOf(later)).notices;
  assert.deepEqual([notice!.question.profile_id, notice!.question.profile_name], [profile_id, 'Ada']);
  await later.call('POST', `/v1/inbox/${notice!.id}/answer`, { answer: 'too_small' });
  const told = await sql<{ profile_id: string }>`
    select f.profile_id from fit_feedback b join fit_fittings f on f.id = b.fitting_id where f.person_id = ${visitor.person_id}`.execute(
    house.ctx().db,
  );
  assert.deepEqual(told.rows, [{ profile_id }]);
  await later.call('DELETE', `/v1/profiles/${profile_id}`);
  assert.deepEqual(await questionsOf(visitor.person_id), [], 'with the profile its questions go');
});

test('export shows the questions, and a year later they are gone', async () => {
  const visitor = await accountVisitor(house);
  await adviseVisitor(visitor);
  await house.deliverNews();
  const { areas } = (await visitor.call<{ areas: { inbox: { questions: QuestionRow[] } } }>('GET', '/v1/me/export')).body;
  assert.deepEqual(
    areas.inbox.questions.map(({ state }) => state),
    ['planned'],
  );
  const sweep = house.platform.jobs.find(({ name }) => name === 'inbox.sweep')!;
  house.clock.pass(week_s + 365 * 86_400 + 60);
  await sweep.run(house.ctx(), {} as never);
  assert.deepEqual(await questionsOf(visitor.person_id), []);
});
