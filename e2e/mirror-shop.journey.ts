import { becomeSomebody, drawPersonPhoto, uploadPerson } from './dress-up.ts';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

test.use({ more_settings: { DEMO: 'true' } });

test('from a boutique’s garment to oneself in it, and back to buy it', async ({ page }) => {
  test.slow();
  await becomeSomebody(page);
  const { products } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', limit: 1 } });
  const { id, slug, product_name, boutique } = products[0]!;
  await page.goto(`/shop/${slug}`);
  await page.getByRole('link', { name: 'Try it on', exact: true }).click();
  await expect(page.getByRole('button', { name: product_name })).toHaveAttribute('aria-pressed', 'true');
  await uploadPerson(page, await drawPersonPhoto());
  await expect(page).toHaveURL(/photo=/);
  await page.getByRole('button', { name: 'Try it on', exact: true }).click();
  await expect(page.getByText(`This item is from ${boutique.name}: `)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Save for later' }).click();
  await expect.poll(async () => (await askApi(page, 'GET /v1/saved', { query: { kind: 'product', id } })).saved.length).toBe(1);
  await page.getByRole('link', { name: 'Buy Items' }).click();
  await expect(page.getByRole('heading', { level: 1, name: product_name })).toBeVisible();
});
