import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readMail } from '#platform/testing/read-mail.ts';
import { askApi } from './ask-api.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';
import { signUp } from './sign-up.ts';
import type { TestServer } from './start-server.ts';

// Asked at once instead of a week later; the week itself is tested where the clock can be moved.
test.use({ more_settings: { FIT_QUESTION_AFTER_DAYS: '0' } });

const question = (page: Page) => page.getByRole('region', { name: /^Did the Test oxford shirt in \w+ fit\?$/ });
const untilAsked = (page: Page, session_id: string) =>
  expect
    .poll(async () => (await askApi(page, 'GET /v1/inbox', { query: { session_id, is_open: 'true' } })).notices.length, { timeout: 60_000 })
    .toBe(1);

/** The mail in the outbox that is about this fitting's question, once it lies there. */
async function mailTo({ folder }: TestServer, email: string): Promise<ReturnType<typeof readMail>> {
  const outbox = join(folder, 'data', 'outbox');
  const read = () => {
    try {
      return readdirSync(outbox).map((file) => readMail(readFileSync(join(outbox, file), 'latin1')));
    } catch {
      return [];
    }
  };
  const find = () => read().find(({ headers }) => headers['to'] === email);
  await expect.poll(() => find() !== undefined, { timeout: 60_000 }).toBe(true);
  return find()!;
}

test('an advice is asked about, one tap answers, and the next advice knows', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  await untilAsked(page, session_id);
  await page.goto('/profile');
  await expect(question(page)).toBeVisible();
  await question(page).getByRole('button', { name: 'slightly small' }).click();
  await expect(page.getByText(/Noted: \w+, slightly small\./)).toBeVisible();
  await question(page).getByRole('link', { name: 'Tell more' }).click();
  await expect(page.getByRole('heading', { name: /^How does the \w+ fit\?$/ })).toBeVisible();
  await page.goto(`/fitting/${session_id}`);
  await expect(page.getByText(/You tried the \w+: slightly small\./)).toBeVisible();
  const { evidence } = await askApi(page, 'POST /v1/tryon/recommend', { body: { session_id } });
  expect(evidence.map(({ kind }) => kind)).toContain('feedback');
});

test('the page of the fitting asks too, for another size as well', async ({ page }) => {
  const { session_id } = await beginFitting(page);
  await untilAsked(page, session_id);
  await page.reload();
  await question(page).getByText('I took another size').click();
  await question(page).getByRole('radio', { name: 'XL', exact: true }).check({ force: true });
  await question(page).getByRole('button', { name: 'perfect' }).click();
  await expect(page.getByText('Noted: XL, perfect. The next advice already knows.')).toBeVisible();
});

test('the link of the mail answers without signing in, shows what was said, and ends such mails', async ({ page, browser, server }) => {
  const email = await signUp(page);
  const { session_id } = await beginFitting(page);
  const { text } = await mailTo(server, email);
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => new URL(url));
  const link = links.find(({ search }) => search === '?answer=too_large')!;
  const stranger = await browser.newContext({ baseURL: server.url });
  const other = await stranger.newPage();
  await test.step('fetching it answers nothing', async () => {
    expect((await other.request.get(link.pathname + link.search)).status()).toBe(200);
    expect((await askApi(page, 'GET /v1/fittings/{id}', { params: { id: session_id }, query: {} })).outcome).toBe(null);
  });
  await test.step('opening it does, once', async () => {
    // What the page asked before the answer was given comes after it.
    const answered = other.waitForResponse((response) => response.url().endsWith('/answer'));
    const late = Promise.withResolvers<void>();
    await other.route('**/v1/fit-questions/*', async (route) => {
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response }).catch(() => undefined);
      late.resolve();
    });
    await other.goto(link.pathname + link.search);
    await late.promise;
    await other.evaluate('new Promise((done) => setTimeout(done, 50))');
    await other.unroute('**/v1/fit-questions/*');
    await expect(other.getByText(/^Noted: \w+, too large\./)).toBeVisible();
    await expect(other).toHaveURL(link.pathname);
    await expect(other.getByText(email)).toHaveCount(0);
    expect((await askApi(page, 'GET /v1/fittings/{id}', { params: { id: session_id }, query: {} })).outcome?.fit_feedback.overall).toBe(
      'too_large',
    );
  });
  await test.step('another link shows what was said, and another tap changes it', async () => {
    await other.goto(`${link.pathname}?answer=perfect`);
    await expect(other.getByText(/^Noted: \w+, too large\./)).toBeVisible();
    await other.getByRole('button', { name: 'perfect' }).click();
    await expect(other.getByText(/^Noted: \w+, perfect\./)).toBeVisible();
  });
  await test.step('the mails can be ended from there, but not by opening a link', async () => {
    await other.goto(`${link.pathname}?answer=no_mail`);
    await expect(other.getByRole('button', { name: 'Stop these e-mails' })).toBeVisible();
    expect((await askApi(page, 'GET /v1/me', {})).prefs.fit_questions).toBe('mail');
    await other.getByRole('button', { name: 'Stop these e-mails' }).click();
    await expect.poll(async () => (await askApi(page, 'GET /v1/me', {})).prefs.fit_questions).toBe('app');
  });
  await test.step('a link that was cut says what to do', async () => {
    const answer = await other.goto('/did-it-fit/0123456789');
    expect(answer?.status()).toBe(410);
    await expect(other.getByRole('heading', { name: 'This link has ended.' })).toBeVisible();
  });
  await stranger.close();
});

test('without scripts the link asks for one more tap, and a form answers', async ({ page, browser, server }) => {
  const email = await signUp(page);
  await beginFitting(page);
  const { text } = await mailTo(server, email);
  const path = /\/did-it-fit\/[0-9a-f]{64}/.exec(text)![0];
  const plain = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(`${path}?answer=slightly_large`);
  await expect(other.getByText('One tap is enough. The next advice already knows.')).toBeVisible();
  await other.getByRole('button', { name: 'Say “slightly large”' }).click();
  await expect(other).toHaveURL(path);
  await expect(other.getByText(/^Noted: \w+, slightly large\./)).toBeVisible();
  await plain.close();
});

test('who does not want to be asked says so in the preferences', async ({ page }) => {
  await page.goto('/profile/preferences');
  const asking = page.getByRole('checkbox', { name: 'Ask me whether it fitted' });
  // It shows what is kept, so it changes with the answer, not with the press.
  await asking.click({ force: true });
  await expect(asking).not.toBeChecked();
  await expect.poll(async () => (await askApi(page, 'GET /v1/me', {})).prefs.fit_questions).toBe('none');
});
