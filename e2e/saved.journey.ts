import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

test.use({ more_settings: { DEMO: 'true' } });

test('a heart puts a garment aside, the list shows it, and taking it off can be undone', async ({ page }) => {
  const list = () => askApi(page, 'GET /v1/products', { query: { limit: 1 } });
  await expect.poll(async () => (await list()).products.length, { timeout: 60_000 }).toBe(1);
  const { slug, product_name } = (await list()).products[0]!;
  await page.goto('/wardrobe/saved');
  await page.getByRole('link', { name: 'See the shop' }).click();
  await expect(page).toHaveURL('/shop');
  await page.goto(`/shop/${slug}`);
  const heart = page.getByRole('button', { name: 'Save for later' });
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('Saved for later.')).toBeVisible();
  await page.reload();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await heart.click();
  await expect(page.getByText('Taken off your list.')).toBeVisible();
  await heart.click();
  await page.getByRole('button', { name: 'See the list' }).click();
  await expect(page).toHaveURL('/wardrobe/saved');
  const tile = page.getByRole('article');
  await expect(tile).toContainText(product_name);
  await page.getByRole('button', { name: `Remove ${product_name}` }).click();
  await expect(page.getByRole('heading', { name: 'Nothing waits here yet.' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await tile.getByRole('link', { name: product_name }).click();
  await expect(page).toHaveURL(`/shop/${slug}`);
});
