import { askApi } from './ask-api.ts';
import { drawPhoto } from './draw-photo.ts';
import { expect, test } from './journey.ts';
import { addAll, choosePhotos, ownItem, untilReady } from './own-item.ts';

test('a photo becomes a garment: sent, cut out, told what it is, worn, put away and deleted', async ({ page }) => {
  test.slow();
  await test.step('an empty wardrobe says how to begin', async () => {
    await page.goto('/wardrobe');
    await expect(page.getByRole('heading', { name: 'Nothing hangs here yet.' })).toBeVisible();
    await page.getByRole('link', { name: 'Add item to wardrobe' }).click();
    await expect(
      page.getByText('Take a clear photo or choose from your gallery. Tip: plain backgrounds give the best results.'),
    ).toBeVisible();
  });
  await test.step('while it travels, its background is chosen', async () => {
    await choosePhotos(page, [await drawPhoto(page)]);
    await expect(page.getByRole('heading', { name: 'How would you like this item stored?' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Clean Background \(Recommended\)/ })).toBeChecked();
    // The rough cut, made in this browser.
    await expect(page.locator('.backgrounds .is-cut')).toBeVisible();
    await page.getByRole('switch', { name: 'Remember my background preference' }).check({ force: true });
    await page.getByRole('button', { name: 'Add to wardrobe' }).click();
    await expect(page.getByRole('heading', { name: 'Added to your wardrobe' })).toBeVisible();
    await expect.poll(async () => (await askApi(page, 'GET /v1/me', {})).prefs.background_preference).toBe('clean');
  });
  const id = await untilReady(page);
  await test.step('it hangs in the wardrobe, cut out', async () => {
    await page.goto('/wardrobe');
    await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
    const picture = page.locator('.frame .garment:not(.is-photo) > img');
    await expect.poll(() => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(100);
  });
  await test.step('what is told of it stays', async () => {
    await page.goto(`/wardrobe/${id}`);
    await page.getByRole('button', { name: 'Change: name' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Blue T-shirt');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Blue T-shirt' })).toBeVisible();
    await page.getByRole('button', { name: 'Change: paid' }).click();
    await page.getByRole('textbox', { name: 'Paid' }).fill('30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change: category' }).click();
    await page.getByRole('combobox', { name: 'Category' }).selectOption('T-shirt');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await askApi(page, 'GET /v1/items/{id}', { params: { id } })).edited).toContain('category');
  });
  await test.step('wearing it is one tap, and one more takes it back', async () => {
    await page.getByRole('button', { name: 'Worn today' }).click();
    await expect(page.getByText(/^Worn once, for .*30$/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Not worn yet')).toBeVisible();
    await page.getByRole('button', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.getByRole('button', { name: /^1 \w+, worn$/ }).click();
    await expect(page.getByRole('button', { name: /^1 \w+, worn$/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(/^Worn once, for .*30$/)).toBeVisible();
    await page.getByRole('button', { name: 'Washed', exact: true }).click();
    const second = page.getByRole('button', { name: /^2 \w+, washed$/ });
    await second.click();
    await expect(second).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => (await askApi(page, 'GET /v1/items/{id}', { params: { id } })).last_washed_on).toMatch(/-02$/);
    await second.click();
    await expect.poll(async () => (await askApi(page, 'GET /v1/items/{id}', { params: { id } })).last_washed_on).toBe(null);
  });
  await test.step('a wear that cannot be kept is taken back, and says so', async () => {
    await page.route('**/worn', (route) => route.abort());
    await page.getByRole('button', { name: 'Worn today' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Worn today' })).toBeEnabled();
    await expect(page.getByText(/^Worn once, for .*30$/)).toBeVisible();
    await page.unroute('**/worn');
  });
  await test.step('put away it leaves the sheet, and comes back', async () => {
    await page.getByText('No longer yours?').click();
    await page.getByRole('button', { name: 'Given away' }).click();
    await expect(page.getByText('In the archive: given away.')).toBeVisible();
    await page.goto('/wardrobe?shows=archived');
    await expect(page.getByRole('link', { name: 'Blue T-shirt' })).toBeVisible();
    await page.goto(`/wardrobe/${id}`);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await expect(page.getByText('No longer yours?')).toBeVisible();
  });
  await test.step('deleted is gone', async () => {
    await page.getByRole('button', { name: 'Delete it and its pictures' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page).toHaveURL('/wardrobe');
    await expect(page.getByRole('heading', { name: 'Nothing hangs here yet.' })).toBeVisible();
  });
});

test('an upload whose connection breaks goes on where it stood, and what is no picture says so', async ({ page }) => {
  test.slow();
  await page.goto('/wardrobe/add');
  let broken = 0;
  await page.route('**/uploads/*', (route) => {
    if (route.request().method() === 'PATCH' && (broken += 1) === 1) return route.abort('connectionreset');
    return route.continue();
  });
  await choosePhotos(page, [await drawPhoto(page)]);
  await addAll(page);
  await untilReady(page);
  expect(broken).toBeGreaterThan(1);
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [
    { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear Toile, this is a letter.'.repeat(40)) },
  ]);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByText('0 of 1 added')).toBeVisible();
  await expect(page.locator('.photo-lines .you')).toContainText(/not a photo/);
  await page.getByRole('button', { name: 'Take back letter.jpg' }).click();
  await expect(page.getByText('letter.jpg')).toHaveCount(0);
  expect((await askApi(page, 'GET /v1/wardrobe', { query: {} })).items).toHaveLength(1);
});

test('a photo whose page is loaded again in the middle goes on, and is one garment', async ({ page }) => {
  test.slow();
  // Somebody, so that it is known whose the photo is.
  await page.goto('/wardrobe/add');
  await askApi(page, 'POST /v1/auth/anonymous', {});
  await page.evaluate("localStorage.setItem('toile.known', '1')");
  let is_cut = true;
  await page.route('**/uploads/*', (route) =>
    is_cut && route.request().method() === 'PATCH' ? route.abort('connectionreset') : route.continue(),
  );
  await choosePhotos(page, [await drawPhoto(page)]);
  await expect.poll(async () => (await askApi(page, 'GET /v1/wardrobe', { query: {} })).items.length).toBe(1);
  await page.goto('/wardrobe');
  await expect(page.getByText('1 photo was still on the way when you left.')).toBeVisible();
  is_cut = false;
  await page.getByRole('link', { name: 'Go on' }).click();
  await expect(page.getByText('We kept the photo that was still on the way, and go on.')).toBeVisible();
  await addAll(page);
  await untilReady(page);
  expect((await askApi(page, 'GET /v1/wardrobe', { query: {} })).items).toHaveLength(1);
  await page.goto('/wardrobe');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
  await expect(page.getByText('still on the way when you left')).toHaveCount(0);
});

test('several photos are several garments, and what is owned is found by colour and kind in the address', async ({ page }) => {
  test.slow();
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [await drawPhoto(page, 'one.jpg', '#1f3a6e'), await drawPhoto(page, 'two.jpg', '#7a1f2a')]);
  await page.getByRole('button', { name: 'Add to wardrobe' }).click();
  await expect(page.getByRole('heading', { name: '2 pieces added' })).toBeVisible({ timeout: 60_000 });
  await expect.poll(async () => (await askApi(page, 'GET /v1/wardrobe', { query: {} })).items.length).toBe(2);
  const { items } = await askApi(page, 'GET /v1/wardrobe', { query: {} });
  await askApi(page, 'PATCH /v1/items/{id}', {
    params: { id: items[0]!.id },
    body: { category: 'skirt', colors: ['olive'], title: 'Olive skirt' },
  });
  await page.goto('/wardrobe?category=skirt');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Olive skirt' })).toBeVisible();
  await page.goto('/wardrobe?color=olive&shows=never&sort=cats');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
  await page.getByRole('searchbox').fill('zeppelin');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing you own is all of that.')).toBeVisible();
});

test('the picture can be painted right by hand', async ({ page }) => {
  test.slow();
  const id = await ownItem(page);
  await page.goto(`/wardrobe/${id}/fix`);
  const board = page.getByRole('img', { name: /^Cut-out of/ });
  await expect(page.getByRole('button', { name: 'Done' })).toBeEnabled();
  const { x, y, width, height } = (await board.boundingBox())!;
  // Over the left sleeve.
  await page.mouse.move(x + width * 0.12, y + height * 0.42);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.24, y + height * 0.42, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.mouse.move(x + width * 0.5, y + height * 0.9);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.52, y + height * 0.9, { steps: 3 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL(`/wardrobe/${id}`);
  const cleanState = async () => (await askApi(page, 'GET /v1/items/{id}', { params: { id } })).photo.clean_state;
  await expect.poll(cleanState).toBe('ready');
  await page.goto(`/wardrobe/${id}/fix`);
  await page.getByRole('button', { name: 'Keep Original' }).click();
  await expect(page).toHaveURL(`/wardrobe/${id}`);
  await expect(page.getByRole('button', { name: 'Take the background away' })).toBeVisible();
  expect(await cleanState()).toBe('none');
});
