import sharp from 'sharp';
import { drawPeople } from '#platform/testing/draw-person.ts';
import { askApi } from './ask-api.ts';
import { drawPhoto } from './draw-photo.ts';
import { expect, test } from './journey.ts';
import { addAll, choosePhotos, ownItem, untilReady } from './own-item.ts';

test('a photo of two garments says so, and how to do better', async ({ page }) => {
  test.slow();
  const floor = `<rect width="1200" height="900" fill="#c9a77c"/>${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<rect x="${n * 120}" width="3" height="900" fill="#a98a60"/>`).join('')}`;
  const things =
    '<rect x="120" y="180" width="360" height="540" fill="#1f3a6e"/><rect x="720" y="180" width="360" height="540" fill="#7a1f2a"/>';
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">${floor}${things}</svg>`;
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [{ name: 'two.jpg', mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(drawn)).jpeg().toBuffer() }]);
  await addAll(page);
  const id = await untilReady(page);
  await page.goto(`/wardrobe/${id}`);
  await expect(page.getByText('This looks like two garments. Photograph them one by one')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fix Image' }), 'said once').toHaveCount(1);
  await page.getByRole('main').getByRole('link', { name: 'Retake', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/wardrobe/add\\?for=${id}`));
});

test('a photo of somebody who wears the garment is taken, and says what may be wrong with it', async ({ page }) => {
  test.slow();
  const { data, width, height } = await drawPeople([{ x: 0, y: 0, scale: 2 }], { width: 768, height: 1024 });
  const buffer = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [{ name: 'worn.jpg', mimeType: 'image/jpeg', buffer }]);
  await addAll(page);
  await page.goto(`/wardrobe/${await untilReady(page)}`);
  await expect(page.getByText('There is a person in this photo')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Fix Image' }), 'said once').toHaveCount(1);
  await expect(page.getByRole('main').getByRole('link', { name: 'Retake', exact: true })).toBeVisible();
});

test('until photos were looked at nothing is said to be unknown line by line, and several stand side by side where there is room', async ({
  page,
  isMobile,
}) => {
  test.slow();
  await page.route('**/v1/items/*', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const item = await (await route.fetch()).json();
    await route.fulfill({ json: { ...item, guesses: null, category: null, colors: [], pattern: null, season: [], formality: null } });
  });
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [await drawPhoto(page, 'a.jpg', '#2d814b'), await drawPhoto(page, 'b.jpg', '#7a1f2a')]);
  await addAll(page);
  const added = page.getByRole('main').getByRole('article');
  await expect(added).toHaveCount(2);
  await expect(page.getByText('We have not looked at the photo yet.')).toHaveCount(2);
  await expect(page.getByText('not told')).toHaveCount(0);
  const [first, second] = [(await added.nth(0).boundingBox())!, (await added.nth(1).boundingBox())!];
  expect(first.y === second.y).toBe(!isMobile);
  await added.first().getByRole('button', { name: 'Tell it yourself' }).click();
  await expect(added.first().getByText('not told').first()).toBeVisible();
});

test('a picture that somebody cut out already stays as they cut it, however large it is', async ({ page }) => {
  test.slow();
  // Grain, so that it is too large to be sent as it is; and a hole that nobody would guess.
  const grain = await sharp({
    create: { width: 1200, height: 1000, channels: 3, noise: { type: 'gaussian', mean: 110, sigma: 40 }, background: '#000' },
  })
    .png()
    .toBuffer();
  const shape = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1000"><path fill-rule="evenodd" d="M300 150H900V900H300Z M560 400H700V540H560Z"/></svg>',
  );
  const buffer = await sharp(grain)
    .composite([{ input: shape, blend: 'dest-in' }])
    .png()
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(600_000);
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [{ name: 'cut.png', mimeType: 'image/png', buffer }]);
  await addAll(page);
  const id = await untilReady(page);
  const { image_clean } = await askApi(page, 'GET /v1/items/{id}', { params: { id } });
  const clean = await (await page.request.get(image_clean!)).body();
  const { data, info } = await sharp(clean).extractChannel(3).raw().toBuffer({ resolveWithObject: true });
  const opacityAt = (x: number, y: number) => data[Math.floor(y * info.height) * info.width + Math.floor(x * info.width)];
  expect([opacityAt(0.05, 0.5), opacityAt(0.35, 0.5), opacityAt(0.525, 0.47)], 'beside it, in it, in its hole').toEqual([0, 255, 0]);
});

test('a cut-out that failed through no fault of the photo’s can be tried again', async ({ page }) => {
  test.slow();
  const id = await ownItem(page);
  await page.route(`**/v1/items/${id}`, async (route) => {
    const item = await (await route.fetch()).json();
    const problem = { code: 'garments.cut_out_unavailable', message: 'The background cannot be taken away just now.' };
    const photo = { ...item.photo, clean_state: 'failed', problem };
    await route.fulfill({ json: { ...item, photo, background_cleaned: false, image_clean: null } });
  });
  await page.goto(`/wardrobe/${id}`);
  const notice = page.getByRole('alert').filter({ hasText: 'cannot be taken away just now' });
  await expect(notice.getByRole('link', { name: 'Fix Image' })).toBeVisible();
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith(`/v1/items/${id}/background-clean`));
  await notice.getByRole('button', { name: 'Try again' }).click();
  await page.unroute(`**/v1/items/${id}`);
  await asked;
  await expect(notice).toBeHidden();
});

test('a garment that nobody named is found by what its tile calls it, in every language', async ({ page }) => {
  test.slow();
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [await drawPhoto(page, 'g.jpg', '#2d814b')]);
  await addAll(page);
  await untilReady(page);
  await expect
    .poll(async () => (await askApi(page, 'GET /v1/wardrobe', { query: {} })).items[0]?.colors ?? [], { timeout: 60_000 })
    .toContain('green');
  const tiles = page.getByRole('main').getByRole('article');
  await page.goto('/wardrobe?q=green');
  await expect(tiles).toHaveCount(1);
  await page.goto('/wardrobe?q=crimson');
  await expect(page.getByRole('link', { name: 'Show everything' })).toBeVisible();
  await page.getByRole('button', { name: 'Deutsch' }).click();
  // The page is loaded again in the other language.
  await expect(page.locator('html[lang^="de"][data-awake]')).toBeAttached();
  await page.goto('/wardrobe?q=Grün');
  await expect(tiles).toHaveCount(1);
});
