import { expect, type Page } from '@playwright/test';
import { askApi } from '../ask-api.ts';
import { becomeKnown } from './become-known.ts';
import type { PageState } from './page-state.ts';

export const shop_states: PageState[] = [
  { name: 'shop', route: 'shop.index', open: (page) => page.goto('/shop') },
  { name: 'shop, filtered', route: 'shop.index', open: (page) => page.goto('/shop?category=shirt&size=M&sizing=men') },
  { name: 'shop, a price that is none', route: 'shop.index', open: typeNoPrice },
  { name: 'shop, nothing found', route: 'shop.index', open: (page) => page.goto('/shop?q=zeppelin') },
  { name: 'shop that does not answer', route: 'shop.index', open: failToList },
  { name: 'product', route: 'shop.$slug', open: openProduct },
  { name: 'product, its folds open', route: 'shop.$slug', open: openFolds },
  { name: 'product, asked by a stranger', route: 'shop.$slug', open: askAsStranger },
  { name: 'product, advised', route: 'shop.$slug', open: openAdvised },
  { name: 'product, advice that fails', route: 'shop.$slug', open: failToAdvise },
  { name: 'product that is not there', route: 'shop.$slug', open: (page) => page.goto('/shop/nothing-of-the-kind') },
  { name: 'boutique', route: 'boutiques.$slug', open: (page) => page.goto('/boutiques/nordhavn') },
  { name: 'boutique that is not there', route: 'boutiques.$slug', open: (page) => page.goto('/boutiques/nobody') },
];

async function openProduct(page: Page): Promise<void> {
  const { products } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', sizing: 'men', limit: 1 } });
  await page.goto(`/shop/${products[0]!.slug}`);
}

async function openFolds(page: Page): Promise<void> {
  await openProduct(page);
  for (const fold of await page.locator('main summary').all()) await fold.click();
}

async function askAsStranger(page: Page): Promise<void> {
  await openProduct(page);
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('button', { name: 'What do you own that fits?' })).toBeVisible();
}

async function openAdvised(page: Page): Promise<void> {
  await becomeKnown(page);
  await openProduct(page);
  await page.getByText('Read as a table').click();
}

async function failToAdvise(page: Page): Promise<void> {
  await page.route('**/v1/size-advice*', (route) => route.abort());
  await openProduct(page);
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
}

async function typeNoPrice(page: Page): Promise<void> {
  await page.goto('/shop');
  const opener = page.getByRole('button', { name: /^Filter/ });
  if (await opener.isVisible()) await opener.click();
  const from = page.getByRole('textbox', { name: 'From', exact: true });
  await from.fill('abc');
  await from.blur();
  await expect(from).toHaveAttribute('aria-invalid', 'true');
}

async function failToList(page: Page): Promise<void> {
  await page.goto('/privacy');
  // Before the app is there, the link leads to the server's own page, which needs no list from here.
  await expect(page.locator('html[data-awake]')).toBeAttached();
  await page.route('**/v1/products*', (route) => route.abort());
  await page.getByRole('link', { name: 'Shop', exact: true }).filter({ visible: true }).first().click();
  await expect(page.getByRole('alert')).toBeVisible();
}
