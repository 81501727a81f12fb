import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { lookAround, pressBookmark, readBookmark } from './bookmark.ts';
import { expect, test } from './journey.ts';
import { openShop, type Shop } from './shop.ts';

const garment_path = new URL(sampleProductUrl()).pathname;
let shop: Shop;
test.beforeAll(async () => {
  shop = await openShop({
    [garment_path]: sampleProductPage(),
    '/about': '<!doctype html><html lang="en"><head><title>About us</title></head><body><h1>About us</h1><p>We sell shirts.</p></body></html>',
  });
});
test.afterAll(() => shop.close());

test('the bookmark takes a garment from a strict shop to its advice and leaves nothing behind', async ({ page }) => {
  const code = await readBookmark(page);
  await page.goto(shop.origin + garment_path);
  const before = await lookAround(page);
  const toile = await test.step('it opens Toile, which reads the page', async () => {
    const opened = await pressBookmark(page, code);
    await expect(opened.getByRole('heading', { level: 1, name: /We know nothing about you yet\.$/ })).toBeVisible();
    return opened;
  });
  await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
  await expect(toile.getByText('Test oxford shirt').filter({ visible: true }).first()).toBeVisible();
  expect(await lookAround(page)).toEqual(before);
});

test('while the new tab has not answered the shop’s page listens, and stops once it has', async ({ page }) => {
  const code = await readBookmark(page);
  await page.goto(shop.origin + garment_path);
  const before = await lookAround(page);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.context().route('**/hand-over', async (route) => held.then(() => route.continue()));
  const toile = await pressBookmark(page, code);
  expect(await lookAround(page), 'a look that finds what waits').not.toEqual(before);
  letGo();
  await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
  expect(await lookAround(page)).toEqual(before);
});

test('a page that is no garment ends in a sentence that says what to do, with the box for a page’s source', async ({ page }) => {
  const code = await readBookmark(page);
  await page.goto(`${shop.origin}/about`);
  const toile = await pressBookmark(page, code);
  await expect(toile.getByRole('heading', { level: 1, name: 'That did not work.' })).toBeVisible();
  await expect(toile.getByRole('alert')).toContainText(/\b(open|use|wait|works)\b/i);
  await expect(toile.getByRole('textbox', { name: 'The page’s source' })).toBeVisible();
});

test('opened by nobody, the hand-over page says so and offers the box', async ({ page }) => {
  await page.goto('/hand-over');
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing was handed over.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The page’s source' })).toBeVisible();
});
