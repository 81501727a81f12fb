import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { askApi } from './ask-api.ts';

test.use({ more_settings: { DEMO: 'true' } });

test.beforeEach(async ({ page }) => {
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/products', { query: { limit: 1 } })).total, { timeout: 60_000 })
    .toBeGreaterThan(25);
});

/** Opens a page whose app is asked for and does not arrive; what is given back lets it arrive. */
async function openBeforeItsApp(page: Page, path: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/assets/start-app-*.js', async (route) => {
    await promise;
    await route.continue();
  });
  const asked = page.waitForRequest('**/assets/start-app-*.js');
  await page.goto(path, { waitUntil: 'commit' });
  await asked;
  return resolve;
}

test('a link that was pasted and sent before the app was there is read once it is', async ({ page }) => {
  const letItCome = await openBeforeItsApp(page, '/');
  await page.getByRole('textbox', { name: 'Link to a garment' }).fill('no link at all');
  await page.getByRole('button', { name: 'Find my size' }).click();
  await expect(page).toHaveURL('/');
  letItCome();
  await expect(page.getByText(/^That is not a link yet/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link to a garment' })).toHaveValue('no link at all');
  await expect(page.getByRole('textbox', { name: 'Link to a garment' })).toBeFocused();
});

test('words typed before the app was there stay, and go on being typed', async ({ page }) => {
  const letItCome = await openBeforeItsApp(page, '/');
  const source = page.getByRole('textbox', { name: 'The page’s source' });
  await source.pressSequentially('<html>');
  letItCome();
  await source.pressSequentially('<body>');
  await expect(source).toHaveValue('<html><body>');
});

test('an order chosen before the app was there is the order', async ({ page }) => {
  const letItCome = await openBeforeItsApp(page, '/shop');
  await page.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Price, low to high' });
  letItCome();
  await expect(page).toHaveURL('/shop?sort=price_up');
});

test('a filter ticked before the app was there narrows the list', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 900, 'on a phone filters stand in a drawer, which the app opens');
  const letItCome = await openBeforeItsApp(page, '/shop');
  await page.getByRole('checkbox', { name: /^Sweater/ }).check();
  letItCome();
  await expect(page).toHaveURL('/shop?category=knitwear');
  await expect(page.getByRole('checkbox', { name: /^Sweater/ })).toBeChecked();
});

test('a filter ticked while the app awakes is ticked once', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 900, 'on a phone filters stand in a drawer, which the app opens');
  // React holds the tick already, and the word that the page answers is late.
  await page.addInitScript(`{
    const say = document.dispatchEvent.bind(document);
    document.dispatchEvent = (event) => event.type === 'toile:awake' ? (window.sayLate = () => say(event), true) : say(event);
  }`);
  await page.goto('/shop');
  await expect(page.locator('html')).toHaveAttribute('data-awake');
  await page.getByRole('checkbox', { name: /^Sweater/ }).check();
  await page.evaluate('new Promise((done) => { sayLate(); setTimeout(done, 50); })');
  await expect(page).toHaveURL('/shop?category=knitwear');
  await expect(page.getByRole('button', { name: 'Remove Sweater' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Sweater/ })).toBeChecked();
});

test('a price typed and left before the app was there is read, or said to be none', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 900, 'on a phone filters stand in a drawer, which the app opens');
  const letItCome = await openBeforeItsApp(page, '/shop');
  const from = page.getByRole('textbox', { name: 'From', exact: true });
  await from.fill('abc');
  await from.blur();
  letItCome();
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveValue('abc');
});

test('whoever read on before the app was there stays where they are', async ({ page }) => {
  const letItCome = await openBeforeItsApp(page, '/shop');
  await page.evaluate('window.scrollTo(0, 600)');
  letItCome();
  await expect(page.locator('html[data-awake]')).toBeAttached();
  // Two frames on, whatever moves a page has moved it.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  expect(await page.evaluate('window.scrollY')).toBe(600);
});

test('a language pressed before the app was there is chosen as the app chooses it', async ({ page }) => {
  const letItCome = await openBeforeItsApp(page, '/shop?category=dress');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.getByRole('button', { name: 'Deutsch' }).click();
  letItCome();
  await expect(page.locator('html')).toHaveAttribute('lang', /^de/);
  await expect(page).toHaveURL('/shop?category=dress');
  expect(asked).not.toContain('POST /language');
});
