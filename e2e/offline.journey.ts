import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the app is laid away and answers for its pages. */
async function settle(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  // The first visit is not the worker's; from the second on every page is.
  await page.reload();
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
}

/** Opens a page without a connection. The emulation forgets to tell a document that a service worker served, so it is told again. */
async function openOffline(page: Page, path: string): Promise<void> {
  await page.context().setOffline(true);
  await page.goto(path);
  await page.context().setOffline(false);
  await page.context().setOffline(true);
}

test('a page that was seen opens without a connection, and says that there is none', async ({ page, context }) => {
  await settle(page);
  await page.goto('/privacy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we keep, and how it goes away.');
  await openOffline(page, '/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Know your size before you buy.');
  await expect(page.getByText('You are offline.')).toBeVisible();
  await openOffline(page, '/privacy');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What we keep, and how it goes away.');
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
});

test('a page that was never seen says so, and what is one’s own is never laid away', async ({ page }) => {
  await settle(page);
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await openOffline(page, '/boutiques/never-seen');
  await expect(page.getByText('You are offline.')).toBeVisible();
  const kept = await page.evaluate<string[]>(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((store) => store.keys()))))' +
      '.then((requests) => requests.flat().map(({ url }) => new URL(url).pathname))',
  );
  expect(kept.filter((path) => path.startsWith('/v1/') && !/^\/v1\/(products|boutiques|brands)/.test(path))).toEqual([]);
  expect(kept).not.toContain('/profile');
});

test('what was typed stays where it is when the connection goes while it is sent', async ({ page, context }) => {
  await settle(page);
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('jcrew.com/p/mens/shirts/BX291');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link to a garment' })).toHaveValue('jcrew.com/p/mens/shirts/BX291');
});

test('the page for no connection is in the language that was chosen last', async ({ page }) => {
  await settle(page);
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', /^fr/);
  await expect.poll(() => page.evaluate<string>("caches.match('/offline').then((kept) => kept.text())")).toContain('<html lang="fr');
  await openOffline(page, '/boutiques/never-seen');
  await expect(page.locator('html')).toHaveAttribute('lang', /^fr/);
});
