import { expect, test } from './journey.ts';
import { wordsOf } from './words-of.ts';

test('the browser finds nothing that keeps Toile from being installed, and its icons are there', async ({ page }) => {
  await page.goto('/');
  const inspector = await page.context().newCDPSession(page);
  const { url, data, errors } = await inspector.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toMatch(/\/manifest\.webmanifest$/);
  const { installabilityErrors } = await inspector.send('Page.getInstallabilityErrors');
  // A journey runs in a private window, where nothing is ever installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { icons, share_target } = JSON.parse(data!) as { icons: { src: string }[]; share_target: { action: string } };
  for (const { src } of icons) expect((await page.request.get(src)).headers()['content-type']).toBe('image/png');
  expect(share_target.action).toBe('/share');
});

test('the app introduces itself in the language that was chosen on the device, else in the browser’s', async ({
  page,
  context,
  baseURL,
}) => {
  const french = await page.request.get('/manifest.webmanifest', { headers: { 'accept-language': 'fr-CH, en;q=0.5' } });
  expect(await french.json()).toMatchObject({ lang: 'fr-CH', dir: 'ltr', name: wordsOf('fr').say('app.whole_name'), id: '/' });
  expect(french.headers()).toMatchObject({ 'content-language': 'fr', vary: 'accept-language, cookie' });
  await context.addCookies([{ name: 'toile_language', value: 'de', url: baseURL! }]);
  await page.goto('/');
  const inspector = await context.newCDPSession(page);
  const { data } = await inspector.send('Page.getAppManifest');
  expect(JSON.parse(data!)).toMatchObject({ lang: 'de', description: wordsOf('de').say('app.about_installed') });
});

test('a shared link is read; a shop that keeps us out leaves the other ways, its link filled in', async ({ page }) => {
  const link = 'http://127.0.0.1/p/1';
  await page.goto(`/share?title=Oxford+shirt&text=${encodeURIComponent(`Look at this: ${link}.`)}`);
  await expect(page.getByRole('alert')).toContainText('tell us this number');
  await expect(page.getByRole('textbox', { name: 'Its link' })).toHaveValue(link);
  await expect(page.getByRole('link', { name: 'Size it with Toile' })).toBeVisible();
});

test('while a shared page is read, the page says so; going back from the advice does not begin again', async ({ page }) => {
  const { promise: may_answer, resolve: letAnswer } = Promise.withResolvers<void>();
  let starts = 0;
  await page.route('**/v1/tryon/start', async (route) => {
    starts += 1;
    await may_answer;
    await route.fulfill({ status: 201, json: fitting });
  });
  await page.goto('/profile');
  await page.goto('/share?url=https%3A%2F%2Fshop.example%2Fp%2F1');
  await expect(page.getByRole('status').filter({ hasText: 'Reading the page from shop.example.' })).toBeVisible();
  letAnswer();
  await expect(page).toHaveURL(/\/fitting\//);
  await page.goBack();
  await expect(page).toHaveURL('/profile');
  expect(starts).toBe(1);
});

for (const [what, query, title] of [
  ['nothing', '', 'Nothing was shared.'],
  ['words without a link', '?text=a+lovely+shirt', 'There is no link in it.'],
  ['an address that is none of the web', '?url=javascript:alert(1)', 'There is no link in it.'],
]) {
  test(`sharing ${what} says what to do, with the field for a link`, async ({ page }) => {
    await page.goto(`/share${query}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Link to a garment' })).toBeVisible();
  });
}

const fitting = {
  session_id: '01900000-0000-7000-8000-000000000001',
  product_id: '01900000-0000-7000-8000-000000000002',
  brand: 'Shop',
  product_name: 'Shirt',
  product_url: 'https://shop.example/p/1',
  product_image: null,
  size_options: ['S', 'M'],
  available_measurements: [],
  quality: [],
};
