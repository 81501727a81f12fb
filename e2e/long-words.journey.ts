import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { beginByPlace, ownShirtByPlace } from './by-place.ts';
import { expect, test } from './journey.ts';

test.use({ locale: 'de-DE', more_settings: { DEMO: 'true' } });

test('long German words break no page at 390 px, and prices stand as German writes them', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'on the narrow screen');
  test.setTimeout(90_000);
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(20);
  const { products } = await askApi(page, 'GET /v1/products', { query: { limit: 1 } });
  for (const path of ['/', '/shop', `/shop/${products[0]!.slug}`, '/profile', '/profile/preferences', '/profile/account']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoOverflow(page, path);
    expect(await page.locator('html').getAttribute('lang')).toBe('de-DE');
  }
  await page.goto(`/shop/${products[0]!.slug}`);
  await expect(page.getByText(/^\d+(,\d\d)?\u00a0€$/).first()).toBeVisible();
  await beginByPlace(page);
  await expectNoOverflow(page, 'nothing known');
  await ownShirtByPlace(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Nehmen Sie M\./ })).toBeVisible();
  await expectNoOverflow(page, 'advice');
});

const expectNoOverflow = (page: Page, what: string) =>
  expect.poll(() => page.evaluate<number>('document.documentElement.scrollWidth'), what).toBeLessThanOrEqual(390);
