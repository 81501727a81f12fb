import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { drawPhoto } from './draw-photo.ts';
import { expect, test } from './journey.ts';
import { ownItem } from './own-item.ts';
import { addShirt, openProfile } from './profile-steps.ts';

interface Zip {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const wayBack = (page: Page) => page.getByRole('region', { name: 'Your data' });
const choose = (page: Page, zip: Zip) => wayBack(page).locator('input[type=file]').setInputFiles(zip);

async function downloadAll(page: Page): Promise<Zip> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download everything' }).click();
  const path = await (await coming).path();
  return { name: 'toile-my-data.zip', mimeType: 'application/zip', buffer: await readFile(path) };
}

test('what came down comes back after everything was deleted, picture and all', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const there = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await ownItem(there);
  await openProfile(there);
  await addShirt(there, 'M');
  const zip = await downloadAll(there);
  await there.context().close();

  await openProfile(page);
  await test.step('a photo is no such file, and the words say which one is', async () => {
    await choose(page, { ...(await drawPhoto(page)), name: 'IMG_1.zip' });
    await expect(wayBack(page).getByRole('alert')).toContainText('Choose the zip that “Download everything” made.');
  });
  await test.step('the right one brings everything back', async () => {
    await choose(page, zip);
    await expect(wayBack(page).getByText(/^Brought back: 1 garment, 1 photo/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: 'Remove J.Crew, size M' })).toBeVisible();
    const { items } = await askApi(page, 'GET /v1/wardrobe', { query: {} });
    expect(items.map(({ photo, background_cleaned }) => [photo.state, background_cleaned])).toEqual([['ready', true]]);
  });
  await test.step('again it adds nothing, and says so', async () => {
    await choose(page, zip);
    await expect(wayBack(page).getByText('Nothing was missing')).toBeVisible({ timeout: 60_000 });
    expect((await askApi(page, 'GET /v1/wardrobe', { query: {} })).items).toHaveLength(1);
  });
  await wayBack(page).scrollIntoViewIfNeeded();
});

test('a file on its way goes on while another page is open, and can be stopped', async ({ page }) => {
  await openProfile(page);
  const held: (() => void)[] = [];
  await page.route('**/uploads/**', async (route) => {
    await new Promise<void>((go) => held.push(go));
    await route.continue().catch(() => undefined);
  });
  await choose(page, { name: 'toile-my-data.zip', mimeType: 'application/zip', buffer: Buffer.alloc(12_000_000, 1) });
  await expect(wayBack(page).getByRole('progressbar', { name: 'Sending your file' })).toBeVisible();
  await page.getByRole('link', { name: 'Preferences' }).first().click();
  await page
    .getByRole('link', { name: 'Fit', exact: true })
    .or(page.getByRole('link', { name: 'Your fit' }))
    .first()
    .click();
  await expect(wayBack(page).getByText(/of 12 MB/)).toBeVisible();
  await wayBack(page).getByRole('button', { name: 'Stop bringing back' }).click();
  await expect(wayBack(page).getByRole('button', { name: 'Bring it back', exact: true })).toBeVisible();
  await expect.poll(async () => (await askApi(page, 'GET /v1/me/import', {})).import).toBeNull();
  for (const go of held) go();
});

test('a file whose page was loaded again goes on where it stopped, once it is chosen again', async ({ page }) => {
  const path = test.info().outputPath('toile-my-data.zip');
  await writeFile(path, Buffer.alloc(9_000_000, 1));
  const offsets: number[] = [];
  let is_broken = true;
  await page.route('**/uploads/**', async (route) => {
    const { 'upload-offset': offset } = route.request().headers();
    if (offset !== undefined) offsets.push(Number(offset));
    if (is_broken && Number(offset) > 0) return;
    await route.continue();
  });
  await openProfile(page);
  await wayBack(page).locator('input[type=file]').setInputFiles(path);
  await expect.poll(() => offsets.length).toBe(2);
  await page.reload();
  is_broken = false;
  await expect(wayBack(page).getByText('Choose the same one, and it goes on where it stopped.')).toBeVisible();
  await wayBack(page).scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('broke-off.png') });
  await wayBack(page).locator('input[type=file]').setInputFiles(path);
  // It was no zip of ours: all of it arrived.
  await expect(wayBack(page).getByRole('alert')).toContainText('Choose the zip that “Download everything” made.', { timeout: 60_000 });
  expect(offsets.slice(2)).toEqual([offsets[1], 2 * offsets[1]!]);
});
