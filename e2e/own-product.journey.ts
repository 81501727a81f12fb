import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

test.use({ more_settings: { DEMO: 'true' } });

test('what a boutique sells and somebody has at home hangs in their wardrobe with one press', async ({ page }) => {
  test.slow();
  const list = () => askApi(page, 'GET /v1/products', { query: { category: 'knitwear', sizing: 'men', limit: 1 } });
  await expect.poll(async () => (await list()).products[0]?.picture?.kind, { timeout: 120_000 }).toBe('flat');
  const { products } = await list();
  const { slug, product_name } = products[0]!;
  await page.goto(`/shop/${slug}`);
  await test.step('it is added, taken back and added again', async () => {
    await page.getByRole('button', { name: 'I own this' }).click();
    await expect(page.getByText('It hangs in your wardrobe.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('button', { name: 'I own this' })).toBeVisible();
    await page.getByRole('button', { name: 'I own this' }).click();
    await expect(page.getByText('In your wardrobe', { exact: true })).toBeVisible();
  });
  await test.step('its size is told, and counts for the next advice', async () => {
    await page.getByText('Which size is yours?').click();
    const form = page.locator('.own-size');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByText('Say how it fits.')).toBeVisible();
    await form.getByRole('radio', { name: 'M', exact: true }).check({ force: true });
    await form.getByRole('radio', { name: 'perfect' }).check({ force: true });
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Kept. Your next advice counts it.')).toBeVisible();
    const { profiles } = await askApi(page, 'GET /v1/profiles', {});
    const { owned_garments } = await askApi(page, 'GET /v1/profiles/{id}/owned-garments', { params: { id: profiles[0]!.id } });
    expect(owned_garments.map(({ size, overall }) => [size, overall])).toEqual([['M', 'perfect']]);
  });
  await test.step('its page shows what the shop says, and its picture', async () => {
    await page.getByRole('link', { name: 'See it in your wardrobe' }).click();
    await expect(page.getByRole('heading', { level: 1, name: product_name })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Brand' })).toContainText(products[0]!.boutique.name);
    await page.evaluate('scrollTo(0, 0)');
    const picture = page.locator('.item-picture.is-cut-out > img');
    await expect
      .poll(() => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth), { timeout: 60_000 })
      .toBeGreaterThan(300);
  });
  await test.step('what boutiques sell that is like it leads to the shop', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const like = async () => (await askApi(page, 'GET /v1/items/{id}/similar-products', { params: { id } })).products.length;
    await expect.poll(like, { timeout: 60_000 }).toBeGreaterThan(0);
    await page.reload();
    const row = page.getByRole('region', { name: 'Like it, in boutiques' });
    await row.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/shop\//);
  });
});
