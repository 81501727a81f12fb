import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { beginByPlace, language, ownShirtByPlace, source } from './by-place.ts';
import { password, signUp } from './sign-up.ts';
import { wordsOf } from './words-of.ts';

const [en, fr] = [wordsOf('en'), wordsOf('fr')];
const lang = (page: Page) => page.locator('html').getAttribute('lang');

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('a page is French before any script runs, and names the words that it needs', async ({ request }) => {
    const answer = await request.get('/', { headers: { 'accept-language': 'fr-CH, fr;q=0.9, en;q=0.5' } });
    const html = await answer.text();
    expect(answer.headers()['content-language']).toBe('fr');
    expect(html).toMatch(/<html lang="fr-CH" dir="ltr"/);
    expect(html).toContain(fr.say('home.headline'));
    expect(html).not.toContain(en.say('home.headline'));
    const preloaded = [...html.matchAll(/<link rel="toile-later" href="([^"]*\/(?:en|fr|de)-[^"]+)"/g)].map(([, href]) => href);
    expect(preloaded).toEqual([expect.stringContaining('/fr-')]);
  });

  test('an advice has no English word, and figures as French writes them', async ({ page }) => {
    await beginByPlace(page);
    await expectNoEnglish(page);
    await ownShirtByPlace(page);
    await expect(page.getByRole('heading', { level: 1, name: /^Prenez la taille M\./ })).toBeVisible();
    await page.getByText(fr.say('gauge.table')).click();
    await expectNoEnglish(page);
    const text = await page.getByRole('main').innerText();
    expect(text).toMatch(/\d[\u00a0\u202f]%/);
    expect(text).toMatch(/\d,\d[\u00a0\u202f]?cm/);
    expect(text).toMatch(/98(?:,00)?[\u00a0\u202f]\$/);
    expect(text).not.toMatch(/\d\.\d/);
  });

  test('a refusal is said in French', async ({ page }) => {
    await page.goto('/');
    await source(page).fill('<b');
    await page.getByRole('button', { name: fr.say('roads.paste_send') }).click();
    await expect(page.getByRole('alert')).toContainText(fr.say('error_code.catalog.not_a_page'));
  });

  test('a number may be typed with a decimal comma, and comes back with one', async ({ page }) => {
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Modifier : Poitrine' }).click();
    await page.getByLabel('Poitrine, en cm').fill('96,5');
    await page.getByRole('button', { name: fr.say('you.save_one'), exact: true }).click();
    await expect(page.getByText(fr.say('you.saved'))).toBeVisible();
    await page.getByRole('button', { name: 'Modifier : Poitrine' }).click();
    await expect(page.getByLabel('Poitrine, en cm')).toHaveValue('96,5');
  });
});

test('German chosen in the footer keeps the address, survives a reload, and English leads back', async ({ page }) => {
  await page.goto('/privacy?from=test');
  await language(page, 'Deutsch').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Was wir behalten, und wie es verschwindet.' })).toBeVisible();
  await expect(page).toHaveURL('/privacy?from=test');
  expect(await lang(page)).toBe('de');
  await page.reload();
  await expect(language(page, 'Deutsch')).toHaveAttribute('aria-current', 'true');
  await language(page, 'English').click();
  await expect(page.getByRole('heading', { level: 1, name: en.say('privacy.title') })).toBeVisible();
});

test('a language chosen for an account is spoken by the next device that signs in', async ({ page, browser }) => {
  const email = await signUp(page);
  await page.goto('/profile/preferences');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible();
  await expect.poll(async () => (await askApi(page, 'GET /v1/me', {})).prefs.locale).toBe('de');
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password').fill(password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Ihre Passform' })).toBeVisible();
  expect(await lang(other)).toBe('de');
  await elsewhere.close();
});

/** Whole English messages of some length, which no French page may hold; what fills them in is left out. */
const english = [...en.words]
  .filter(([key, text]) => !text.includes('{') && text.length > 5 && fr.words.get(key) !== text)
  .map(([, text]) => text);

async function expectNoEnglish(page: Page): Promise<void> {
  const lines = (await page.getByRole('main').innerText()).split('\n').map((line) => line.trim());
  expect(lines.filter((line) => english.includes(line))).toEqual([]);
  expect(lines.join(' ')).not.toMatch(/\b(?:the|your|you|size|about|likely|garment|shop|with|from|not)\b/i);
}
