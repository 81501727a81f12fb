import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { ownItem } from './own-item.ts';

test.use({ serviceWorkers: 'allow' });

/** The addresses of everything that is laid away. */
const keptPaths = (page: Page) =>
  page.evaluate<string[]>(
    'caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((store) => store.keys()))))' +
      '.then((requests) => requests.flat().map(({ url }) => new URL(url).pathname))',
  );
const isOwn = (path: string) => /^\/(v1\/(wardrobe|items)|garment-pictures)/.test(path);

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

/** The place that the visible navigation says one is in. */
const placesMarked = (page: Page) => page.locator('nav[data-path] a[aria-current=page]:visible');

test('the page for no connection is in a place too, and gives way to that of the page it stands for', async ({ page }) => {
  await page.goto('/offline');
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await expect(placesMarked(page)).toHaveText(['Fitting']);
  await settle(page);
  await openOffline(page, '/boutiques/never-seen');
  await expect(placesMarked(page)).toHaveText(['Shop']);
});

test('a page that was never seen says so, and what is one’s own is not laid away, but for the wardrobe', async ({ page }) => {
  await settle(page);
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await openOffline(page, '/boutiques/never-seen');
  await expect(page.getByText('You are offline.')).toBeVisible();
  const kept = await keptPaths(page);
  expect(kept.filter((path) => path.startsWith('/v1/') && !/^\/v1\/(products|boutiques|brands|wardrobe|items)/.test(path))).toEqual([]);
  expect(kept).not.toContain('/profile');
});

test('what was typed stays where it is when the connection goes while it is sent', async ({ page, context }) => {
  await settle(page);
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('jcrew.com/p/mens/shirts/BX291');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
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

test('the wardrobe that was seen is read without a connection, says since when, and is gone after the sign-out', async ({
  page,
  context,
}) => {
  test.slow();
  await settle(page);
  const id = await ownItem(page);
  await askApi(page, 'PATCH /v1/items/{id}', { params: { id }, body: { title: 'Blue T-shirt' } });
  const thumb = page.locator('.frame .garment > img');
  const isDrawn = () => thumb.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0);
  await page.goto('/wardrobe');
  await expect(page.getByRole('link', { name: 'Blue T-shirt' })).toBeVisible();
  await expect.poll(isDrawn).toBe(true);
  await expect.poll(async () => (await keptPaths(page)).filter(isOwn).length).toBeGreaterThan(2);
  await openOffline(page, '/wardrobe');
  await expect(page.getByRole('link', { name: 'Blue T-shirt' })).toBeVisible();
  await expect(placesMarked(page)).toHaveText(['Wardrobe']);
  await expect(page.getByText(/^You see this as it was on /)).toBeVisible();
  await expect.poll(isDrawn).toBe(true);
  // It was seen last in the list, with its name.
  await page.getByRole('link', { name: 'Blue T-shirt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Blue T-shirt' })).toBeVisible();
  await expect(page.getByText(/^You see this as it was on /)).toBeVisible();
  await page.getByRole('button', { name: 'Worn today' }).click();
  await expect(page.getByRole('alert')).toContainText('Check your connection');
  await context.setOffline(false);
  await page.goto('/wardrobe');
  await expect(page.getByText(/^You see this as it was on /)).toBeHidden();
  // As the page does it: what the journey asks by itself passes the service worker by.
  await page.evaluate("fetch('/v1/auth/logout', { method: 'POST', headers: { 'x-toile-client': 'web' } }).then(({ status }) => status)");
  await expect.poll(async () => (await keptPaths(page)).filter(isOwn)).toEqual([]);
});
