import { askApi } from './ask-api.ts';
import { becomeSomebody, drawPersonPhoto, drawWall, holdCamera, makeLook, ownShirt, photographMe, uploadPerson } from './dress-up.ts';
import { expect, test } from './journey.ts';

test('a photo becomes a look: compared, lit, nudged, saved, rated, and deleted with every photo', async ({ page }) => {
  test.slow();
  await becomeSomebody(page);
  const shirt = await ownShirt(page);
  await test.step('a garment leads to the mirror', async () => {
    await page.goto(`/wardrobe/${shirt}`);
    await page.getByRole('link', { name: 'Try it on', exact: true }).click();
    await expect(page).toHaveURL(`/mirror?items=${shirt}`);
    await expect(page.getByRole('button', { name: 'Green shirt' })).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: 'Try it on', exact: true })).toBeDisabled();
  });
  await test.step('a wall is refused, and how to do better is said', async () => {
    await uploadPerson(page, await drawWall());
    await expect(page.getByRole('heading', { name: 'Almost. We can’t see you.' })).toBeVisible();
    await expect(page.getByText(/Stand in the middle, facing the camera/)).toBeVisible();
  });
  await test.step('the next photo is taken, and stands in the address', async () => {
    await uploadPerson(page, await drawPersonPhoto());
    await expect(page).toHaveURL(/photo=/);
    await expect(page.getByText(/^Deleted \w+ .*or when you say so\.$/)).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Try it on', exact: true }).click();
    await expect(page).toHaveURL(/\/mirror\/[\da-f-]{36}$/);
  });
  await test.step('the look comes by itself', async () => {
    await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('True to life')).toBeVisible();
    await expect(page.locator('.look-seams path').first()).toBeAttached();
  });
  const id = page.url().split('/').at(-1)!;
  await test.step('before and after by the keys', async () => {
    const handle = page.getByRole('slider', { name: 'Before and after' });
    await handle.press('Home');
    await expect(handle).toHaveAttribute('aria-valuenow', '0');
    await handle.press('PageUp');
    await handle.press('ArrowRight');
    await expect(handle).toHaveAttribute('aria-valuetext', '12% before');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(handle).toHaveCount(0);
  });
  const colorAt = (y: number) =>
    page.evaluate<number[]>(`[...document.querySelector('.look-stage canvas').getContext('2d').getImageData(384, ${y}, 1, 1).data]`);
  await test.step('another light changes the picture', async () => {
    const light = page.getByRole('slider', { name: 'Light' });
    await light.press('End');
    await expect(light).toHaveAttribute('aria-valuetext', '5 steps towards noon');
    const noon = await colorAt(400);
    await light.press('Home');
    await expect.poll(async () => (await colorAt(400))[1]!).toBeLessThan(noon[1]!);
  });
  await test.step('the hem is drawn down, undone, and drawn down again', async () => {
    await page.getByRole('button', { name: 'Nudge' }).click();
    const hem = page.getByRole('button', { name: /^Hem/ });
    // In percent of the picture: the page itself scrolls.
    const top = () => hem.evaluate((element) => Number.parseFloat((element as unknown as { style: { top: string } }).style.top));
    const before = await top();
    await hem.press('Shift+ArrowDown');
    await expect.poll(top).toBeCloseTo(before + 2.5, 3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(top).toBeCloseTo(before, 3);
    await hem.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await hem.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2 + 30, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByText(/^Hem, \d+% lower$/)).toBeVisible();
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible();
    const { nudges } = await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } });
    expect(nudges?.hem?.y).toBeGreaterThan(0);
  });
  await test.step('tapped it is larger, and scrolls', async () => {
    await page.locator('.look-stage').click({ position: { x: 100, y: 100 } });
    const view = page.getByRole('region', { name: /larger/ });
    await expect.poll(() => view.evaluate((element) => element.scrollWidth / element.clientWidth)).toBeGreaterThan(2);
    await page.getByRole('button', { name: 'Zoom' }).click();
  });
  await test.step('saved, undone, and saved', async () => {
    const saved = async () => (await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } })).saved_at !== null;
    await page.getByRole('button', { name: 'Save Look' }).click();
    await expect.poll(saved).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(saved).toBe(false);
    await page.getByRole('button', { name: 'Save Look' }).click();
    await expect.poll(saved).toBe(true);
    await expect(page.getByText(/^Kept in your looks/)).toBeVisible();
  });
  await test.step('handed on only after a question, as a file', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Hand on a picture of yourself?' });
    await expect(dialog.getByRole('button', { name: 'Keep it here' })).toBeFocused();
    const stored = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    expect((await stored).suggestedFilename()).toBe('toile-look.jpg');
  });
  await test.step('rated', async () => {
    await page.getByRole('button', { name: 'Not accurate? Give feedback' }).click();
    await page.getByRole('radio', { name: '4', exact: true }).check({ force: true });
    await page.getByRole('textbox', { name: 'What is off' }).fill('The collar is a little high.');
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await expect(page.getByText('You said: 4 of 5.')).toBeVisible();
    const { feedback } = await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } });
    expect(feedback).toEqual({ accuracy: 4, notes: 'The collar is a little high.' });
  });
  await test.step('it is among the looks', async () => {
    await page.getByRole('link', { name: 'Your looks' }).click();
    await page.getByRole('link', { name: 'Green shirt' }).click();
    await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible();
  });
  await test.step('every photo deleted, the look is gone with it', async () => {
    await page.getByRole('button', { name: 'Delete my photos' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the photos' }).click();
    await expect(page.getByRole('heading', { name: 'It is gone.' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Download the receipt' })).toBeVisible();
    await page.goto(`/mirror/${id}`);
    await expect(page.getByRole('heading', { name: 'This try-on is over.' })).toBeVisible();
    await page.goto('/looks');
    await expect(page.getByRole('heading', { name: 'No looks yet.' })).toBeVisible();
  });
});

test('the camera takes a photo by itself, and the last photo is there for the next garment', async ({ page }) => {
  test.slow();
  await holdCamera(page, await drawPersonPhoto());
  await becomeSomebody(page);
  const shirt = await ownShirt(page);
  await page.goto('/mirror');
  await page.getByRole('button', { name: 'Take Photo' }).click();
  await page.getByRole('radio', { name: '5 s' }).check({ force: true });
  await page.getByRole('button', { name: 'Take Photo' }).click();
  await expect(page.getByText('The photo is taken in 5 seconds.')).toBeAttached();
  await expect(page).toHaveURL(/photo=/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Green shirt' }).click();
  await page.getByRole('button', { name: 'Try it on', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible({ timeout: 60_000 });
  await page.goto(`/mirror?items=${shirt}`);
  await expect(page.getByRole('button', { name: 'Try it on', exact: true })).toBeEnabled();
});

test('what was confirmed of one photo is not said of the next', async ({ page }) => {
  await becomeSomebody(page);
  await page.goto(`/mirror?items=${await ownShirt(page)}&photo=${await photographMe(page)}`);
  const fold = page.getByText('May an outside service draw it?');
  const ticks = page.getByRole('main').getByRole('checkbox');
  await fold.click();
  for (const tick of await ticks.all()) await tick.check({ force: true });
  await expect(ticks.first()).toBeChecked();
  const before = page.url();
  await uploadPerson(page, await drawPersonPhoto());
  await expect(page).not.toHaveURL(before, { timeout: 60_000 });
  await expect(page).toHaveURL(/photo=/);
  await fold.click();
  await expect(ticks).toHaveCount(2);
  for (const tick of await ticks.all()) await expect(tick).not.toBeChecked();
});

test('a try-on is stopped, and one look deleted while the others stay', async ({ page }) => {
  test.slow();
  await becomeSomebody(page);
  const [first, second] = [await ownShirt(page), await ownShirt(page, { title: 'Linen shirt', category: 'shirt' })];
  const [kept, gone] = [await makeLook(page, [first]), await makeLook(page, [second])];
  await page.goto(`/mirror/${gone}`);
  await page.getByRole('button', { name: 'Delete this look' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete this look' }).click();
  await expect(page).toHaveURL('/looks');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Green shirt' })).toBeVisible();
  const { photo_id } = await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id: kept } });
  // Many before it, so that it waits long enough to be stopped.
  const made = [];
  for (let count = 0; count < 6; count++)
    made.push(await askApi(page, 'POST /v1/tryon/sessions', { body: { photo_id: photo_id!, items: [first] } }));
  await page.goto(`/mirror/${made.at(-1)!.session_id}`);
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'You stopped this one.' })).toBeVisible();
});
