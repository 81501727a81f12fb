import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Notice } from '#contract/inbox.ts';
import { adviseVisitor, askedVisitor, askQuestions } from '#platform/testing/asked-question.ts';
import { readMail } from '#platform/testing/read-mail.ts';
import { smtpServer, type SmtpServer } from '#platform/testing/smtp-server.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, callHouse, type Visitor } from '#platform/testing/test-visitor.ts';
import { signToken } from './question-link.ts';

let smtp: SmtpServer;
let house: TestHouse;
before(async () => {
  smtp = await smtpServer();
  const public_url = { PUBLIC_URL: 'https://fit.example' };
  house = await testHouse({ FIT_QUESTION_AFTER_DAYS: '0', MAIL_URL: smtp.url(), MAIL_FROM: 'Toile <fit@shop.example>', ...public_url });
});
beforeEach(() => {
  smtp.be('takes');
  smtp.taken.length = 0;
});
after(async () => {
  await house.close();
  await smtp.close();
});

const mailStateOf = async ({ id }: Notice, { ctx } = house): Promise<string | undefined> =>
  (await sql<{ mail_state: string }>`select mail_state from inbox_questions where id = ${id}`.execute(ctx().db)).rows[0]?.mail_state;
const sendMails = () => house.runJobs('inbox.mail');
const mailsTo = ({ email }: Visitor) => smtp.taken.filter(({ to }) => to === email).map(({ raw }) => readMail(raw));

test('a question comes by mail: named, in a few words, with a link for each answer', async () => {
  const visitor = await accountVisitor(house);
  const notice = await askedVisitor(house, visitor);
  await sendMails();
  const [mail, ...more] = mailsTo(visitor);
  assert.equal(more.length, 0);
  const { size } = notice.question;
  const page = `https://fit.example/did-it-fit/${signToken(house.ctx(), notice.id)}`;
  assert.equal(mail!.headers['subject'], `Did the Oxford shirt in ${size} fit?`);
  assert.equal(mail!.headers['list-unsubscribe'], `<${page}?answer=no_mail>`);
  for (const answer of ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large', 'not_bought']) {
    assert.ok(mail!.text.includes(`\n${page}?answer=${answer}`), answer);
    assert.ok(mail!.html.includes(`href="${page}?answer=${answer}"`), answer);
  }
  assert.equal(await mailStateOf(notice), 'sent');
});

test('in the language of its reader, and under the name of whom it was for', async () => {
  for (const [locale, subject, answer] of [
    ['fr', /^Oxford shirt, taille \w+ : est-ce que ça va à Zoë & Cie \?$/, 'Très bien'],
    ['de-CH', /^Oxford shirt in \w+: Hat es Zoë & Cie gepasst\?$/, 'Genau richtig'],
  ] as const) {
    const visitor = await accountVisitor(house);
    await visitor.call('PATCH', '/v1/me', { prefs: { locale } });
    const { id: profile_id } = (await visitor.call<{ id: string }>('POST', '/v1/profiles', { name: 'Zoë & Cie' })).body;
    await askedVisitor(house, visitor, { profile_id });
    await sendMails();
    const [mail] = mailsTo(visitor);
    assert.match(mail!.headers['subject']!.replaceAll(/[\u202f\u00a0]/g, ' '), subject);
    assert.equal(mail!.headers['content-language'], locale.slice(0, 2));
    assert.ok(mail!.text.includes(answer) && mail!.html.includes('Zoë &amp; Cie'));
  }
});

test('only to those who have an address, want it, and have not answered meanwhile', async () => {
  const nobody = await anonymousVisitor(house);
  await askedVisitor(house, nobody);
  const inApp = await accountVisitor(house);
  await inApp.call('PATCH', '/v1/me', { prefs: { fit_questions: 'app' } });
  await askedVisitor(house, inApp);
  const quick = await accountVisitor(house);
  const answered = await askedVisitor(house, quick);
  await quick.call('POST', `/v1/inbox/${answered.id}/answer`, { answer: 'perfect' });
  const changed = await accountVisitor(house);
  await askedVisitor(house, changed);
  await changed.call('PATCH', '/v1/me', { prefs: { fit_questions: 'app' } });
  await sendMails();
  assert.deepEqual(smtp.taken, []);
  assert.equal(await mailStateOf(answered), 'none');
});

test('who tried on several garments is written to once a day, and asked about all in the app', async () => {
  const visitor = await accountVisitor(house);
  for (let count = 0; count < 3; count += 1) await adviseVisitor(visitor);
  await askQuestions(house);
  await sendMails();
  assert.equal(mailsTo(visitor).length, 1);
  assert.equal((await visitor.call<{ notices: object[] }>('GET', '/v1/inbox')).body.notices.length, 3);
  house.clock.pass(86_401);
});

for (const mood of ['turns_away', 'never_greets', 'asks_to_wait'] as const) {
  // The greeting is waited for as long as a real server may take.
  test(`a mail server that ${mood.replaceAll('_', ' ')} is asked again, until the mail has gone once`, { timeout: 60_000 }, async () => {
    const visitor = await accountVisitor(house);
    const notice = await askedVisitor(house, visitor);
    smtp.be(mood);
    await sendMails();
    assert.equal(await mailStateOf(notice), 'waiting');
    smtp.be('takes');
    smtp.taken.length = 0;
    assert.equal(await sendMails(), 1, 'the queue tries again');
    await sendMails();
    assert.equal(mailsTo(visitor).length, 1);
    assert.equal(await mailStateOf(notice), 'sent');
  });
}

test('what a server took without a word, and what a killed process was sending, is not sent again', async () => {
  const visitor = await accountVisitor(house);
  const notice = await askedVisitor(house, visitor);
  smtp.be('takes_and_hangs_up');
  await sendMails();
  assert.equal(await mailStateOf(notice), 'unsure');
  smtp.be('takes');
  const mail = house.platform.jobs.find(({ name }) => name === 'inbox.mail')!;
  await mail.run(house.ctx(), { question_id: notice.id } as never);
  await sql`update inbox_questions set mail_state = 'sending' where id = ${notice.id}`.execute(house.ctx().db);
  await mail.run(house.ctx(), { question_id: notice.id } as never);
  assert.equal(mailsTo(visitor).length, 1);
  assert.equal(await mailStateOf(notice), 'unsure');
});

test('an address that the server does not know is not tried again', async () => {
  const visitor = await accountVisitor(house);
  const notice = await askedVisitor(house, visitor);
  smtp.be('refuses_recipient');
  await sendMails();
  assert.equal(await mailStateOf(notice), 'refused');
  assert.equal(await sendMails(), 0);
});

test('what came of mails is a figure of the server', async () => {
  const metrics = (await callHouseText('/metrics')).split('\n');
  for (const outcome of ['sent', 'refused', 'postponed', 'unsure'])
    assert.ok(
      metrics.some((line) => line.startsWith(`mails_total{outcome="${outcome}"}`)),
      outcome,
    );
  assert.ok(metrics.some((line) => line.startsWith('fit_questions_total{outcome="asked"}')));
});
const callHouseText = async (url: string): Promise<string> => (await house.server.inject({ method: 'GET', url })).body;

test('without a mail server the mail lies in the outbox, and goes with whom it was for', async () => {
  const plain = await testHouse({ FIT_QUESTION_AFTER_DAYS: '0' });
  try {
    const visitor = await accountVisitor(plain);
    const notice = await askedVisitor(plain, visitor);
    await plain.runJobs('inbox.mail');
    const outbox = join(plain.platform.ports.config.DATA_DIR, 'outbox');
    const [file] = readdirSync(outbox);
    const { text } = readMail(readFileSync(join(outbox, file!), 'latin1'));
    const token = /did-it-fit\/([0-9a-f]{64})\?answer=perfect/.exec(text)?.[1];
    const answered = await callHouse(plain, { method: 'POST', url: `/v1/fit-questions/${token}/answer`, payload: { answer: 'perfect' } });
    assert.equal(answered.status, 200);
    assert.equal(await mailStateOf(notice, plain), 'sent');
    await visitor.call('DELETE', '/v1/me');
    assert.equal(existsSync(join(outbox, file!)), false);
  } finally {
    await plain.close();
  }
});
