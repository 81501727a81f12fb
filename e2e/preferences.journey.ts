import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

const paper = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
const prefs = async (page: Page) => (await askApi(page, 'GET /v1/me', {})).prefs;

test('a theme is chosen against the device, stays after a reload, and can be given back', async ({ page }) => {
  await page.goto('/profile/preferences');
  const light = await paper(page);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(() => paper(page)).not.toBe(light);
  await expect.poll(async () => (await prefs(page)).theme).toBe('dark');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await paper(page)).not.toBe(light);
  await page.getByRole('radio', { name: 'As my device' }).check({ force: true });
  await expect.poll(() => paper(page)).toBe(light);
});

test('words and language are kept one by one', async ({ page }) => {
  await page.goto('/profile/preferences');
  await page.getByLabel('Favourite styles').fill('workwear,  Plain, plain');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Favourite styles')).toHaveValue('workwear, Plain');
  await page.getByLabel('What you would not wear').fill('x'.repeat(41));
  await page.getByLabel('Favourite styles').focus();
  await expect(page.getByText('One of these is longer than 40 letters.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
  await expect(page.getByRole('heading', { level: 1, name: 'Préférences' })).toBeVisible();
  await expect.poll(() => prefs(page)).toMatchObject({ favorite_styles: ['workwear', 'Plain'], disliked: [], locale: 'fr' });
});

test('what could not be kept is said, and what was kept before is shown again', async ({ page, context }) => {
  await page.goto('/profile/preferences');
  const as_device = page.getByRole('radio', { name: 'As my device' });
  await expect(as_device).toBeChecked();
  const light = await paper(page);
  await context.setOffline(true);
  // Only pressed: it is taken back before anybody could find it checked.
  await page.getByRole('radio', { name: 'Dark' }).click({ force: true });
  await expect(page.getByText('Not saved; what was kept before is shown again.')).toBeVisible();
  await expect(as_device).toBeChecked();
  expect(await paper(page)).toBe(light);
});

test('a name is saved and shown, and an emptied one is forgotten', async ({ page }) => {
  await page.goto('/profile/account');
  await page.getByLabel('Your name').fill(' Ada ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('Name saved.')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');
  await page.getByLabel('Your name').fill('');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect.poll(async () => (await askApi(page, 'GET /v1/me', {})).name).toBe(null);
});
