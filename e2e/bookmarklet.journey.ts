import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleProductPage, sampleProductUrl } from '#platform/testing/sample-product-page.ts';
import { lookAround, pressBookmark, readBookmark, runBookmark } from './bookmark.ts';
import { expect, test } from './journey.ts';
import { openShop } from './shop.ts';

const garment = { url: sampleProductUrl(), html: sampleProductPage() };
const about = {
  url: 'https://www.jcrew.com/about',
  html: '<!doctype html><html lang="en"><head><title>About us</title></head><body><h1>About us</h1><p>We sell shirts.</p></body></html>',
};

test('the bookmark takes a garment from a strict shop to its advice and leaves nothing behind', async ({ page, context }) => {
  const code = await readBookmark(page);
  await openShop(context, garment);
  await page.goto(garment.url);
  const before = await lookAround(page);
  const toile = await pressBookmark(page, code);
  await expect(toile.getByRole('heading', { level: 1, name: /We know nothing about you yet\.$/ })).toBeVisible();
  await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
  await expect(toile.getByText('Test oxford shirt').filter({ visible: true }).first()).toBeVisible();
  expect(await lookAround(page)).toEqual(before);
});

test('an address that an advertisement made too long is handed over without what it added', async ({ page, context }) => {
  const code = await readBookmark(page);
  const url = `${garment.url}?gclid=${'x'.repeat(2500)}`;
  await openShop(context, { ...garment, url });
  await page.goto(url);
  const toile = await pressBookmark(page, code);
  await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
});

test('the shop’s page listens only until Toile’s tab has answered', async ({ page, context }) => {
  const code = await readBookmark(page);
  await openShop(context, garment);
  await page.goto(garment.url);
  const before = await lookAround(page);
  const { promise: may_load, resolve: letLoad } = Promise.withResolvers<void>();
  await context.route('**/hand-over*', async (route) => {
    await may_load;
    await route.continue();
  });
  const opened = page.waitForEvent('popup');
  await runBookmark(page, code);
  await expect.poll(() => lookAround(page), 'this look sees a listener that waits').not.toEqual(before);
  letLoad();
  await expect(await opened).toHaveURL(/\/fitting\/[\w-]+$/);
  expect(await lookAround(page)).toEqual(before);
});

test('a page that is no garment ends in a sentence that says what to do, with the box for a page’s source', async ({ page, context }) => {
  const code = await readBookmark(page);
  await openShop(context, about);
  await page.goto(about.url);
  const toile = await pressBookmark(page, code);
  await expect(toile.getByRole('heading', { level: 1, name: 'That did not work.' })).toBeVisible();
  await expect(toile.getByRole('alert')).toContainText('Open the product itself, with its sizes, and use that page.');
  await expect(toile.getByRole('textbox', { name: 'The page’s source' })).toBeVisible();
});

test('opened by nobody, the hand-over page says so and offers the box', async ({ page }) => {
  await page.goto('/hand-over');
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing was handed over.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'The page’s source' })).toBeVisible();
});

test('a page that was saved and is served from this machine is read as its shop’s', async ({ page }) => {
  const shop = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; script-src 'self'",
    });
    response.end(garment.html);
  }).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const code = await readBookmark(page);
  await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/saved-jcrew.html`);
  const toile = await pressBookmark(page, code);
  await expect(toile).toHaveURL(/\/fitting\/[\w-]+$/);
  await expect(toile.getByText('J.Crew').filter({ visible: true }).first()).toBeVisible();
  shop.closeAllConnections();
  shop.close();
});
