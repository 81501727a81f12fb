import { askApi } from './ask-api.ts';
import { becomeSomebody, makeLook, ownShirt } from './dress-up.ts';
import { expect, test } from './journey.ts';

test('a look that was moved is saved and shared so, by a link that anybody opens until it is taken back', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  await becomeSomebody(page);
  const id = await makeLook(page, [await ownShirt(page)]);
  const look = () => askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } });
  const first = (await look()).render_url!;
  await page.goto(`/mirror/${id}`);
  await test.step('the hem is moved, and kept over a reload', async () => {
    await page.getByRole('button', { name: 'Nudge' }).click();
    await page.getByRole('button', { name: /^Hem/ }).press('Shift+ArrowDown');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible();
    expect((await look()).nudges?.hem?.y).toBeCloseTo(0.025, 5);
    expect((await look()).render_url).not.toBe(first);
    await page.reload();
    await expect(page.locator('.look-seams path').first()).toBeAttached();
    await expect(page.locator('.look-stage canvas'), 'the picture itself shows it').toHaveCount(0);
  });
  await test.step('saved, it waits among the saved things', async () => {
    await page.getByRole('button', { name: 'Save Look' }).click();
    await expect.poll(async () => (await look()).saved_at !== null).toBe(true);
    await page.goto('/wardrobe/saved');
    await page.getByRole('link', { name: 'Green shirt' }).click();
    await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible();
  });
  const dialog = page.getByRole('alertdialog', { name: 'Hand on a picture of yourself?' });
  const url = await test.step('a link only after a yes, for as long as was chosen', async () => {
    await page.getByRole('button', { name: 'Share' }).click();
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    await expect(dialog.getByText('Tick this first.')).toBeVisible();
    await dialog.getByRole('radio', { name: '1 day' }).check({ force: true });
    await dialog.getByRole('checkbox', { name: /^Everybody in the picture agrees/ }).check({ force: true });
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const made = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
    const left_ms = Date.parse((await look()).share!.expires_at) - Date.now();
    expect(left_ms / 3_600_000).toBeGreaterThan(23);
    expect(left_ms / 3_600_000).toBeLessThanOrEqual(24);
    return new URL(made).pathname;
  });
  const stranger = await browser.newContext({ baseURL: server.url });
  const other = await stranger.newPage();
  await test.step('a stranger sees the picture and the garment, and no list may name it', async () => {
    const answer = await other.goto(url);
    expect(answer?.headers()['x-robots-tag']).toContain('noindex');
    await expect(other.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    await expect(other.getByRole('heading', { name: 'Somebody shows you a look' })).toBeVisible();
    const picture = other.getByRole('img', { name: 'Somebody in: shirt' });
    await expect.poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(300);
    await expect(other.getByText('Green shirt')).toHaveCount(0);
  });
  await test.step('taken back it shows nothing any more', async () => {
    await dialog.getByRole('button', { name: 'Take the link back' }).click();
    await expect(dialog.getByText('Taken back. The link opens nothing any more.')).toBeVisible();
    expect((await other.goto(url))?.status()).toBe(410);
    await expect(other.getByRole('heading', { name: 'This look is no longer shared.' })).toBeVisible();
  });
  await stranger.close();
});
