import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { openProfile } from './profile-steps.ts';

const summary = (page: Page) => page.locator('summary', { hasText: 'Build, by eye' });
const place = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
/** The radio lies, unseen, over its word. */
const choose = (page: Page, name: string, level: string) => place(page, name).getByRole('radio', { name: level }).click({ force: true });

async function kept(page: Page) {
  const { profiles } = await askApi(page, 'GET /v1/profiles', {});
  return askApi(page, 'GET /v1/profiles/{id}/build', { params: { id: profiles[0]!.id } });
}

test('build is told in two taps, place by place, with a way back, and forgotten again', async ({ page }) => {
  await openProfile(page);
  await summary(page).click();
  await choose(page, 'Belly', 'Rounder');
  await expect(page.getByText('Kept. The next advice knows.')).toBeVisible();
  await choose(page, 'Hips', 'Narrower');
  await expect.poll(() => kept(page)).toEqual({ belly: 1, hip: -1 });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place(page, 'Hips').getByRole('radio', { checked: true })).toHaveCount(0);
  await expect.poll(() => kept(page)).toEqual({ belly: 1 });

  await page.reload();
  await expect(place(page, 'Belly').getByRole('radio', { name: 'Rounder' })).toBeChecked();
  await page.getByRole('button', { name: 'Forget it: Belly' }).click();
  await expect(page.getByText('Forgotten. The next advice no longer knows.')).toBeVisible();
  await expect.poll(() => kept(page)).toEqual({});
  await expect(place(page, 'Belly')).toBeVisible();
});

test('the advice says that it rests on the build', async ({ page }) => {
  await openProfile(page);
  await summary(page).click();
  await choose(page, 'Belly', 'Rounder');
  await expect.poll(() => kept(page)).toEqual({ belly: 1 });
  await expect(page.getByText('Guessed from your build').first()).toBeVisible();
});

test('what cannot be kept says so, and shows what is kept', async ({ page }) => {
  await openProfile(page);
  await summary(page).click();
  await choose(page, 'Chest', 'Average');
  await expect.poll(() => kept(page)).toEqual({ chest: 0 });
  await page.route('**/build', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()));
  await choose(page, 'Chest', 'Fuller');
  await expect(page.getByRole('alert')).toContainText('Check your connection');
  await expect(place(page, 'Chest').getByRole('radio', { name: 'Average' })).toBeChecked();
});
