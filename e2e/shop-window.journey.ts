import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

test.use({ more_settings: { DEMO: 'true' } });

/** The demo puts its products there first; the pictures follow while the journeys go on. */
test.beforeEach(async ({ page }) => {
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(25);
});

const tiles = (page: Page) => page.getByRole('main').getByRole('article');
const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 900;
async function openFilters(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: /^Filter/ }).click();
}
async function closeFilters(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole('button', { name: /^Show \d+ garments?$/ }).click();
}

test('filters stand in the address, are taken back one by one, and the back button knows them', async ({ page }) => {
  await page.goto('/shop');
  await expect(page.getByText('29 garments', { exact: true })).toBeVisible();
  await openFilters(page);
  await page.getByRole('checkbox', { name: /^Sweater/ }).check();
  await expect(page).toHaveURL('/shop?category=knitwear');
  await page.getByRole('checkbox', { name: /^Nordhavn/ }).check();
  await closeFilters(page);
  await expect(page).toHaveURL('/shop?category=knitwear&boutique=nordhavn');
  const { total } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', boutique: 'nordhavn' } });
  await expect(tiles(page)).toHaveCount(total);
  for (const tile of await tiles(page).all()) await expect(tile).toContainText('Nordhavn');

  await page.getByRole('button', { name: 'Remove Nordhavn' }).click();
  await expect(page).toHaveURL('/shop?category=knitwear');
  await page.goBack();
  await expect(page).toHaveURL('/shop?category=knitwear&boutique=nordhavn');
  await expect(tiles(page)).toHaveCount(total);
  await page.reload();
  await expect(tiles(page)).toHaveCount(total);
});

test('words that find nothing say so and lead back', async ({ page }) => {
  await page.goto('/shop');
  await page.getByRole('searchbox', { name: 'Search the shop' }).fill('zeppelin');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/shop?q=zeppelin');
  await expect(page.getByText('Nothing fits all of that.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page.getByText('29 garments', { exact: true })).toBeVisible();
});

test('an address that somebody typed shows what makes sense of it', async ({ page }) => {
  await page.goto('/shop?category=hat&size=%3Cscript%3E&price_min_minor=-4&sort=best&sizing=cats');
  await expect(page.getByText('Nothing fits all of that.')).toBeVisible();
  await page.goto('/shop?category=hat&sizing=cats&sort=best');
  await expect(page.getByText('29 garments', { exact: true })).toBeVisible();
});

test('from the grid to a garment, its size on a stranger, and back to the same place', async ({ page }) => {
  await page.goto('/shop?category=shirt');
  const name = await tiles(page).first().getByRole('link').innerText();
  await tiles(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Insufficient data for personalized recommendation/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'What do you own that fits?' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/shop?category=shirt');
  await expect(tiles(page).first().getByRole('link')).toHaveText(name);
});

test('whoever told their measures is advised on the page itself, and the size is chosen for them', async ({ page }) => {
  await page.goto('/');
  const { profiles } = await askApi(page, 'POST /v1/auth/anonymous', {}).then(() => askApi(page, 'GET /v1/profiles', {}));
  const params = { id: profiles[0]!.id };
  await askApi(page, 'PATCH /v1/profiles/{id}/measurements', { params, body: { chest_cm: 98, waist_cm: 86, height_cm: 180 } });
  await page.evaluate("localStorage.setItem('toile.known', '1')");
  const { products } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', sizing: 'men', limit: 1 } });
  await page.goto(`/shop/${products[0]!.slug}`);
  await expect(page.getByRole('heading', { level: 2, name: /^(Take the|Our guess|Between)/ })).toBeVisible();
  await expect(
    page
      .getByRole('radiogroup', { name: 'Compare another size' })
      .or(page.getByRole('radio', { checked: true }))
      .first(),
  ).toBeAttached();
  await expect(page.getByText('Read as a table')).toBeVisible();
});

test('looking at garments begins no fitting; asking why begins one, once', async ({ page }) => {
  await page.goto('/');
  const { profiles } = await askApi(page, 'POST /v1/auth/anonymous', {}).then(() => askApi(page, 'GET /v1/profiles', {}));
  const body = { chest_cm: 98, waist_cm: 86, hip_cm: 100, height_cm: 180 };
  await askApi(page, 'PATCH /v1/profiles/{id}/measurements', { params: { id: profiles[0]!.id }, body });
  await page.evaluate("localStorage.setItem('toile.known', '1')");
  const fittings = async () => (await askApi(page, 'GET /v1/fittings', { query: {} })).fittings.length;
  const { products } = await askApi(page, 'GET /v1/products', { query: { sizing: 'men', limit: 12 } });
  const sized = products
    .filter(({ category }) => ['knitwear', 'shirt', 't-shirt', 'jacket', 'coat', 'trousers', 'jeans'].includes(category))
    .slice(0, 6);
  expect(sized).toHaveLength(6);
  for (const { slug } of sized) {
    await page.goto(`/shop/${slug}`);
    await expect(page.getByRole('heading', { level: 2, name: /^(Take the|Our guess|Between)/ })).toBeVisible();
  }
  expect(await fittings()).toBe(0);
  await page.getByRole('button', { name: /^Why / }).click();
  await expect(page).toHaveURL(/\/fitting\/[\w-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await fittings()).toBe(1);
  const address = page.url();
  await page.goBack();
  await page.getByRole('button', { name: /^Why / }).click();
  await expect(page).toHaveURL(address);
  expect(await fittings()).toBe(1);
});

test('a picture that does not come leaves the garment’s outline, its name and its price', async ({ page }) => {
  await page.route('**/pictures/**', (route) => route.abort());
  await page.goto('/shop?category=dress');
  await expect(tiles(page).first()).toContainText('€');
  await tiles(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('two presses on a filter at once are two choices, and a second tab has its own', async ({ page, context }) => {
  await page.goto('/shop');
  await openFilters(page);
  const box = page.getByRole('checkbox', { name: /^Shirt/ });
  await box.dblclick();
  await expect(box).not.toBeChecked();
  await expect(page).toHaveURL('/shop');
  const other = await context.newPage();
  await other.goto('/shop?sizing=women');
  await expect(other.locator('#found')).toBeVisible();
  await expect(page).toHaveURL('/shop');
});
