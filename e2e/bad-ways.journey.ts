import type { Page } from '@playwright/test';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { beginFitting } from './begin-fitting.ts';
import { expect, test } from './journey.ts';

const pastes = [
  { what: 'a page without sizes', html: sampleProductPage({ sizes: [] }), says: /names no sizes.*Open the product in your browser/ },
  {
    what: 'a page that is no product',
    html: '<!doctype html><html><body><h1>Hello</h1></body></html>',
    says: /Give the link of the product page too/,
  },
  { what: 'a few tags that are no page', html: '<b', says: /is not a web page.*copy all of it and paste it here/ },
];

for (const { what, html, says } of pastes) {
  test(`pasting ${what} says what to do next, and a good page still works after it`, async ({ page }) => {
    await page.goto('/');
    await paste(page, html);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(source(page), 'what was pasted stays').toHaveValue(html);
    await paste(page, sampleProductPage());
    await expect(page.getByRole('heading', { level: 1, name: /We know nothing about you yet\.$/ })).toBeVisible();
  });
}

test('pasting words instead of a page is said at once, without asking the server', async ({ page }) => {
  await page.goto('/');
  await paste(page, 'navy shirt, please');
  await expect(source(page)).toHaveAccessibleDescription(/That is not the page’s source yet/);
  await expect(page).toHaveURL('/');
});

test('a link that is no link is said beside its field, which has the focus', async ({ page }) => {
  await page.goto('/');
  const link = page.getByRole('textbox', { name: 'Link to a garment' });
  await link.fill('navy shirt');
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(link).toHaveAccessibleDescription(/Open the garment in the shop, copy its address and paste it here/);
  await expect(link).toBeFocused();
});

test('a link that may not be opened says so, and offers the ways that remain', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('http://127.0.0.1/p/1');
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toContainText('tell us this number');
  await expect(source(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Size it with Toile' })).toBeVisible();
});

test('an address without a page says so and leads home', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address.' })).toBeVisible();
  await page.getByRole('link', { name: 'To the first page' }).click();
  await expect(page).toHaveURL('/');
});

test('somebody else’s fitting looks like one that never was, with its feedback too', async ({ page, browser }) => {
  const { session_id } = await beginFitting(page);
  const stranger = await browser.newPage();
  for (const path of [session_id, `${session_id}/feedback`, '01900000-0000-7000-8000-000000000000', 'never-an-id']) {
    await stranger.goto(`/fitting/${path}`);
    await expect(stranger.getByRole('heading', { level: 1, name: 'This fitting is not here, or it is somebody else’s.' })).toBeVisible();
  }
  await stranger.close();
});

const source = (page: Page) => page.getByRole('textbox', { name: 'The page’s source' });

async function paste(page: Page, html: string): Promise<void> {
  await source(page).fill(html);
  await page.getByRole('button', { name: 'Read this page' }).click();
}
