import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { loadConfig } from '#platform/config/load-config.ts';
import { makeMetrics } from '#platform/telemetry/metrics.ts';
import { fakeClock } from '#platform/testing/fake-clock.ts';
import { readMail, type ReadMail } from '#platform/testing/read-mail.ts';
import { smtpServer, type SmtpMood, type SmtpServer } from '#platform/testing/smtp-server.ts';
import { folderMail } from './folder/folder-mail.ts';
import type { Mail, MailMessage } from './mail.ts';
import { makeMail } from './make-mail.ts';
import { openMail } from './open-mail.ts';
import { readMailFrom } from './read-mail-from.ts';
import { readMailUrl } from './read-mail-url.ts';
import { smtpMail } from './smtp/smtp-mail.ts';

let server: SmtpServer;
let folder: string;
before(async () => {
  server = await smtpServer();
  folder = mkdtempSync(join(tmpdir(), 'toile-mail-'));
});
beforeEach(() => {
  server.be('takes');
  server.taken.length = 0;
  rmSync(join(folder, 'outbox'), { recursive: true, force: true });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const clock = fakeClock(new Date('2026-11-29T10:00:00Z'));
const from = { name: 'Toile', address: 'fit@shop.example' };
const outbox = () => join(folder, 'outbox');
const filed = () => readdirSync(outbox()).filter((name) => name.endsWith('.eml'));
const opened = (mail_url: string) =>
  openMail(loadConfig({ DATA_DIR: folder, MAIL_URL: mail_url, MAIL_FROM: 'Toile <fit@shop.example>' }), { clock, metrics: makeMetrics() });

const message: MailMessage = {
  id: 'question-1',
  to: 'ada@example.com',
  subject: 'Did the “Größe M” fit?',
  text: `Say so:\n.\n${'https://shop.example/'.padEnd(900, 'x')}\nÀ bientôt`,
  html: '<p>Say so: <a href="https://shop.example/?a=1&amp;b=2">à bientôt</a></p>',
  language: 'en',
  unsubscribe_url: `https://shop.example/did-it-fit/${'a'.repeat(90)}?stop=mail`,
};

/** What every way to send must do. */
const drivers: { name: string; open: () => Mail; arrived: () => { raw: string }[] }[] = [
  { name: 'folder', open: () => opened(''), arrived: () => filed().map((name) => ({ raw: readFileSync(join(outbox(), name), 'latin1') })) },
  { name: 'SMTP', open: () => opened(server.url('toile:p%40ss')), arrived: () => server.taken },
];

for (const { name, open, arrived } of drivers) {
  const sent = async (changed: Partial<MailMessage> = {}): Promise<ReadMail> => {
    assert.deepEqual(await open().send({ ...message, ...changed }), { status: 'sent' });
    return readMail(arrived()[0]?.raw ?? '');
  };

  test(`${name}: a message arrives as it was written, letters beyond ASCII and long lines too`, async () => {
    const { headers, text, html } = await sent();
    assert.equal(headers['subject'], message.subject);
    assert.equal(headers['from'], 'Toile <fit@shop.example>');
    assert.equal(headers['to'], 'ada@example.com');
    assert.equal(headers['date'], 'Sun, 29 Nov 2026 10:00:00 +0000');
    assert.equal(headers['content-language'], 'en');
    assert.equal(text.replaceAll('\r\n', '\n').trim(), message.text);
    assert.equal(html.trim(), message.html);
  });

  test(`${name}: every try of one message bears the same name`, async () => {
    const first = await sent();
    const second = await sent();
    assert.equal(first.headers['message-id'], '<question-1@shop.example>');
    assert.equal(second.headers['message-id'], first.headers['message-id']);
  });

  test(`${name}: one press ends such mails, and no program answers them`, async () => {
    const { headers } = await sent();
    assert.equal(headers['list-unsubscribe'], `<${message.unsubscribe_url}>`);
    assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
    assert.equal(headers['auto-submitted'], 'auto-generated');
    assert.match(arrived()[0]!.raw, /\r\nList-Unsubscribe: <https:[^\r\n]+>\r\n/, 'in one line');
  });

  test(`${name}: nothing that somebody named begins a header, or a second receiver`, async () => {
    const { headers, text } = await sent({ subject: 'Shirt\r\nBcc: eve@example.com\u2028\r\n\r\nbody', text: 'hers' });
    assert.equal(headers['bcc'], undefined);
    assert.equal(headers['subject'], 'Shirt Bcc: eve@example.com body');
    assert.equal(text.trim(), 'hers');
    const before_it = arrived().length;
    for (const to of ['ada@example.com, eve@example.com', 'ada@example.com\r\nBcc: eve@example.com', '<eve@example.com>', ''])
      assert.equal((await open().send({ ...message, to })).status, 'refused');
    assert.equal(arrived().length, before_it);
  });

  test(`${name}: an id that could be a path is a mistake of ours`, async () => {
    await assert.rejects(open().send({ ...message, id: '../../etc/x' }), /not a message's id/);
    await assert.rejects(open().forget('a/b'), /not a message's id/);
  });
}

test('what a driver throws counts as not sent, and every outcome is counted', async () => {
  const metrics = makeMetrics();
  const failing = { deliver: () => Promise.reject(new Error('the post is on strike')), forget: () => Promise.resolve() };
  const mail = makeMail(failing, { from, clock, metrics });
  assert.deepEqual(await mail.send(message), { status: 'postponed', reason: 'the post is on strike' });
  assert.match(await metrics.registry.metrics(), /mails_total\{outcome="postponed"\} 1/);
});

test('folder: what is forgotten is gone, and what is two months old goes by itself', async () => {
  const mail = opened('');
  for (const id of ['question-1', 'question-2']) await mail.send({ ...message, id });
  await mail.forget('question-1');
  await mail.forget('question-1');
  assert.deepEqual(filed(), ['question-2.eml']);
  const old = new Date(clock.now().getTime() - 61 * 86_400_000);
  writeFileSync(join(outbox(), 'somebody-elses.txt'), '');
  utimesSync(join(outbox(), 'somebody-elses.txt'), old, old);
  utimesSync(join(outbox(), 'question-2.eml'), old, old);
  await mail.send({ ...message, id: 'question-3' });
  assert.deepEqual(readdirSync(outbox()).toSorted(), ['question-3.eml', 'somebody-elses.txt']);
});

test('folder: one that takes no file postpones, and leaves no half of one', async () => {
  // A file where the folder should be: refused whoever asks, root too.
  const place = join(folder, 'taken-place');
  writeFileSync(place, '');
  const mail = makeMail(folderMail(place, clock), { from, clock, metrics: makeMetrics() });
  assert.equal((await mail.send(message)).status, 'postponed');
});

/** Short, so that the test is; the judgement is the same. */
const soon = { connect_ms: 300, silence_ms: 300 };
const impatient = (login?: string) => makeMail(smtpMail(readMailUrl(server.url(login))!, soon), { from, clock, metrics: makeMetrics() });

for (const [mood, status, arrivals] of [
  ['refuses_recipient', 'refused', 0],
  ['refuses_message', 'refused', 1],
  ['asks_to_wait', 'postponed', 1],
  ['refuses_password', 'postponed', 0],
  ['turns_away', 'postponed', 0],
  ['never_greets', 'postponed', 0],
  ['takes_and_hangs_up', 'unsure', 1],
  ['takes_and_says_nothing', 'unsure', 1],
] as [SmtpMood, string, number][]) {
  test(`SMTP: a server that ${mood.replaceAll('_', ' ')} makes it ${status}`, async () => {
    server.be(mood);
    const outcome = await impatient('toile:secret').send(message);
    assert.equal(outcome.status, status, JSON.stringify(outcome));
    assert.equal(server.taken.length, arrivals);
  });
}

test('SMTP: a server that is not there postpones', async () => {
  const gone = await smtpServer();
  const place = readMailUrl(gone.url())!;
  await gone.close();
  const mail = makeMail(smtpMail(place, soon), { from, clock, metrics: makeMetrics() });
  assert.equal((await mail.send(message)).status, 'postponed');
});

test('SMTP: the password comes as it was set, and not at all over an open line to another machine', async () => {
  server.logins.length = 0;
  await impatient('to%40ile:p%3Aw').send(message);
  assert.deepEqual(server.logins, ['to@ile:p:w']);
  // Written so that it is not known to be this machine, though it leads here.
  const place = { ...readMailUrl(server.url('toile:secret'))!, host: '::ffff:127.0.0.1' };
  const far = makeMail(smtpMail(place, soon), { from, clock, metrics: makeMetrics() });
  const outcome = await far.send(message);
  assert.ok(outcome.status === 'postponed' && /STARTTLS|TLS/.test(outcome.reason), JSON.stringify(outcome));
  assert.deepEqual(server.logins, ['to@ile:p:w']);
});

test('addresses of mail servers and senders are read, and what is none is refused', () => {
  assert.deepEqual(readMailUrl('smtps://u:p%2Fw@mail.example'), {
    host: 'mail.example',
    port: 465,
    is_tls: true,
    login: { user: 'u', password: 'p/w' },
  });
  assert.equal(readMailUrl('smtp://mail.example')?.port, 587);
  for (const wrong of ['mail.example:25', 'http://mail.example', 'smtp://user@mail.example', 'smtp://u:%@mail.example', 'smtp://h/path'])
    assert.equal(readMailUrl(wrong), null, wrong);
  assert.deepEqual(readMailFrom('Toile, fitting <fit@shop.example>'), { name: 'Toile, fitting', address: 'fit@shop.example' });
  assert.deepEqual(readMailFrom('fit@shop.example'), { name: '', address: 'fit@shop.example' });
  for (const wrong of ['', 'Toile', 'Toile <x>', 'A <a@example.com>, B <b@example.com>', 'A\r\nBcc: <a@example.com>'])
    assert.equal(readMailFrom(wrong), null, wrong);
  assert.throws(() => loadConfig({ MAIL_URL: 'mail.example' }), /smtp:\/\//);
  const unsigned = loadConfig({ MAIL_URL: 'smtp://mail.example', DATA_DIR: folder });
  assert.throws(() => openMail(unsigned, { clock, metrics: makeMetrics() }), /MAIL_FROM/);
});
