import { askApi } from './ask-api.ts';
import { language } from './by-place.ts';
import { expect, test } from './journey.ts';

test.use({ more_settings: { DEMO: 'true' }, javaScriptEnabled: false });

test.beforeEach(async ({ page }) => {
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(25);
});

test('public pages read without scripts: home, shop, a garment, its boutique', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Know your size before you buy.');
  await page.getByRole('link', { name: 'All garments' }).click();
  await expect(page.getByText('29 garments', { exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('breton');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/shop?q=breton');
  await page.getByRole('main').getByRole('article').first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Breton');
  await page.locator('summary', { hasText: 'Garment measurements' }).click();
  await expect(page.getByRole('table', { name: 'Garment measurements' })).toBeVisible();
  await page.getByRole('link', { name: 'Maison Odile' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maison Odile');
});

test('the shop is narrowed, ordered, priced and searched by its form, and each list has its one address', async ({ page }) => {
  const update = page.getByRole('button', { name: 'Update the list' });
  await page.goto('/shop');
  await page.getByRole('checkbox', { name: /^Sweater/ }).check();
  await page.getByRole('checkbox', { name: /^Nordhavn/ }).check();
  await update.first().click();
  await expect(page).toHaveURL('/shop?category=knitwear&boutique=nordhavn');
  const { total } = await askApi(page, 'GET /v1/products', { query: { category: 'knitwear', boutique: 'nordhavn' } });
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(total);
  await expect(page.getByRole('checkbox', { name: /^Sweater/ })).toBeChecked();

  await page.getByRole('combobox', { name: 'Order' }).selectOption('price_up');
  await page.getByRole('radio', { name: 'Women' }).check({ force: true });
  await page.getByRole('spinbutton', { name: 'From' }).fill('50');
  await update.last().click();
  await expect(page).toHaveURL('/shop?category=knitwear&boutique=nordhavn&sizing=women&price_min_minor=5000&currency=EUR&sort=price_up');
  await expect(page.getByRole('spinbutton', { name: 'From' })).toHaveValue('50');

  await page.getByRole('searchbox').fill('zeppelin');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing fits all of that.')).toBeVisible();
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/shop');
  await expect(page.getByText('29 garments', { exact: true })).toBeVisible();
});

test('more garments are a link away, none twice and none left out, and the first ones a link back', async ({ page }) => {
  await page.goto('/shop?sort=name');
  const names = page.getByRole('main').getByRole('article').getByRole('link');
  const first = await names.allInnerTexts();
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page).toHaveURL(/after=/);
  const second = await names.allInnerTexts();
  await page.getByRole('link', { name: 'Show more' }).click();
  await expect(page.getByRole('link', { name: 'Show more' })).toHaveCount(0);
  const third = await names.allInnerTexts();
  expect(new Set([...first, ...second, ...third]).size).toBe(29);
  expect(first.length + second.length + third.length).toBe(29);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await page.getByRole('link', { name: 'Back to the first garments' }).click();
  await expect(page).toHaveURL('/shop?sort=name');
});

test('nothing stands there that would do nothing', async ({ page }) => {
  await page.goto('/shop?category=dress&q=dress');
  for (const button of await page.getByRole('button').all()) await expect(button).toHaveAttribute('type', 'submit');
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('a language is chosen in the footer, on the page one is on', async ({ page }) => {
  await page.goto('/shop?category=dress');
  await language(page, 'Deutsch').click();
  await expect(page).toHaveURL('/shop?category=dress');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.goto('/privacy');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('a boutique’s own words are marked as English, and when it ships is said in French', async ({ page }) => {
    const tile = page.getByRole('main').getByRole('article').first().getByRole('link');
    const { products } = await askApi(page, 'GET /v1/products', { query: { q: 'breton' } });
    const product = () => askApi(page, 'GET /v1/products/{id}', { params: { id: products[0]!.slug } });
    await expect.poll(async () => (await product()).pictures.length, { timeout: 60_000 }).toBeGreaterThan(0);
    await page.goto('/shop?q=breton');
    await expect(tile).toHaveAttribute('lang', 'en');
    await tile.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en');
    await expect(page.getByText((await product()).description!)).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main').getByRole('img').first()).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main')).toContainText('expédie demain');
    await page.getByRole('link', { name: 'Maison Odile' }).first().click();
    await expect(page.locator('.lead')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('main')).toContainText('Maison Odile expédie demain. Retours sous 30');
  });
});

test('in the page’s own language nothing is marked', async ({ page }) => {
  await page.goto('/shop?q=breton');
  await page.getByRole('main').getByRole('article').first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Breton');
  await expect(page.getByRole('main').locator('[lang]')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('Lisbon, ships tomorrow');
});

test('a page says what it is to who cannot see it: one address, a picture, facts of every size', async ({ page }) => {
  const { products } = await askApi(page, 'GET /v1/products', { query: { q: 'breton' } });
  const slug = products[0]!.slug;
  await page.goto(`/shop/${slug}?utm_source=mail`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/shop/${slug}$`));
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', new RegExp(`/pictures/share/${slug}.jpg$`));
  await expect(page.locator('meta[name=description]')).toHaveCount(1);
  const facts = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '[]') as {
    '@type': string;
    hasVariant?: unknown[];
  }[];
  expect(facts.map((fact) => fact['@type'])).toEqual(['ProductGroup', 'BreadcrumbList']);
  const product = await askApi(page, 'GET /v1/products/{id}', { params: { id: slug } });
  expect(facts[0]?.hasVariant).toHaveLength(product.variants.length);
});

test('what is not there answers 404, on a page; what programs ask for is told so as data', async ({ page }) => {
  for (const path of ['/shop/never-was', '/boutiques/never-was', '/nowhere', '/shop/..%2f..%2fetc']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const data = await page.request.get('/nowhere', { headers: { accept: 'application/json' } });
  expect(data.status()).toBe(404);
  expect(await data.json()).toHaveProperty('error.code', 'request.not_found');
});

test('search engines find every garment, and are kept from what is one’s own', async ({ page }) => {
  const map = await (await page.request.get('/sitemap.xml')).text();
  expect(map.match(/<loc>[^<]*\/shop\/[a-z]/g)?.length).toBe(29);
  expect(map).toContain('/boutiques/nordhavn</loc>');
  const robots = await (await page.request.get('/robots.txt')).text();
  for (const shut of ['/profile$', '/profile?', '/profile/account$', '/share$', '/v1/'])
    expect(robots.split('\n')).toContain(`Disallow: ${shut}`);
  expect(robots).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
});
