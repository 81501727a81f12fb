import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { wordsOf } from './words-of.ts';

test.use({ more_settings: { DEMO: 'true' } });

test.beforeEach(async ({ page }) => {
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(25);
});

type Language = Parameters<typeof wordsOf>[0];
const isPhone = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 900;
const ends = (page: Page, language: Language = 'en') => {
  const { say } = wordsOf(language);
  const named = (key: string) => page.getByRole('textbox', { name: say(key), exact: true });
  return { from: named('design.from'), to: named('design.to') };
};

async function openFilters(page: Page, language: Language = 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'toile_language', value: language, url: page.url() }]);
  await page.goto('/shop');
  if (isPhone(page)) await page.locator('[aria-haspopup="dialog"].only-narrow').click();
}

async function type(field: ReturnType<typeof ends>['from'], text: string): Promise<void> {
  await field.fill(text);
  await field.blur();
}

for (const [language, text, shown] of [
  ['en', '100.50', '100.50'],
  ['en', '100,50', '100.50'],
  ['fr', '100,50', '100,50'],
  ['de', '100.50', '100,50'],
] as const)
  test(`${text} typed in ${language} is 100.50, in the list as in the address`, async ({ page }) => {
    await page.goto('/');
    await openFilters(page, language);
    await type(ends(page, language).from, text);
    await expect(page).toHaveURL(/price_min_minor=10050/);
    await expect(ends(page, language).from).toHaveValue(shown);
    const { products } = await askApi(page, 'GET /v1/products', { query: { price_min_minor: 10_050, currency: 'EUR', limit: 100 } });
    expect(products.length).toBeGreaterThan(0);
    expect(products.every(({ price_minor }) => (price_minor ?? 0) >= 10_050)).toBe(true);
  });

test('what is no price stays as it was typed and says so; corrected, it counts; emptied, it asks for nothing', async ({ page }) => {
  await page.goto('/');
  await openFilters(page);
  const { from, to } = ends(page);
  for (const [text, said] of [
    ['abc', 'Write the price like 120.50.'],
    ['1.000', 'Write the price like 120.50.'],
    ['-5', 'Prices begin at €0.'],
    ['1 000', 'That is more than the upper price'],
  ] as const) {
    await type(from, text);
    await expect(from).toHaveValue(text);
    await expect(from).toHaveAttribute('aria-invalid', 'true');
    await expect(from).toHaveAccessibleDescription(new RegExp(said));
  }
  await expect(page).toHaveURL('/shop');
  await type(from, '€ 90');
  await expect(page).toHaveURL(/price_min_minor=9000/);
  await expect(from).not.toHaveAttribute('aria-invalid');
  await type(to, '50');
  await expect(to).toHaveAccessibleDescription(/That is less than the lower price, €90\./);
  await type(to, '120');
  await expect(page).toHaveURL(/price_min_minor=9000&price_max_minor=12000/);
  await type(from, '');
  await expect(page).toHaveURL(/\/shop\?price_max_minor=12000&currency=EUR$/);
});

test('a list that takes its time leaves the filters open, and the page where it was', async ({ page }) => {
  await page.goto('/');
  await openFilters(page);
  await page.route('**/v1/products?*price_min_minor=*', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  const { from } = ends(page);
  await type(from, '100');
  await expect(page).toHaveURL(/price_min_minor=10000/);
  await expect(from).toBeVisible();
  await expect(page.locator('.grid-tiles')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('.grid-tiles')).toHaveAttribute('aria-busy', 'false');
  await expect(from).toHaveValue('100');
});

test('on a phone what was typed last counts when the filters are shut, and what is wrong is seen before', async ({ page }) => {
  test.skip(!isPhone(page), 'on a desk the filters are never shut');
  await page.goto('/');
  await openFilters(page);
  const { from } = ends(page);
  const show = page.getByRole('button', { name: /^Show \d+ garments?$/ });
  await from.fill('abc');
  await show.click();
  await expect(from).toBeFocused();
  await expect(from).toHaveAccessibleDescription(/Write the price like/);
  await from.fill('100,50');
  await show.click();
  await expect(show).toHaveCount(0);
  await expect(page).toHaveURL(/price_min_minor=10050/);
});
