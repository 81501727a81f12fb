import { expect, type Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { drawPhoto, type PhotoFile } from './draw-photo.ts';

const gallery = (page: Page) => page.locator('input[type=file][multiple]');

/** Chooses photos on the page for adding clothing, as from a gallery. */
export async function choosePhotos(page: Page, photos: readonly PhotoFile[]): Promise<void> {
  await gallery(page).setInputFiles([...photos]);
}

/** Adds one drawn garment through the pages, its background taken away, and gives its id once its picture is there. */
export async function ownItem(page: Page): Promise<string> {
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [await drawPhoto(page)]);
  await addAll(page);
  return untilReady(page);
}

/** Says that the photos shall be added, and waits until one has arrived: a stranger is somebody from then on. */
export async function addAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to wardrobe' }).click();
  await expect(page.getByRole('heading', { name: /^Added to your wardrobe$|pieces added$/ })).toBeVisible({ timeout: 60_000 });
}

/** Waits until the newest item has its picture, and gives its id. */
export async function untilReady(page: Page): Promise<string> {
  const newest = async () => (await askApi(page, 'GET /v1/wardrobe', { query: {} })).items[0];
  await expect.poll(async () => (await newest())?.photo.clean_state ?? 'none', { timeout: 60_000 }).toMatch(/^(ready|doubtful)$/);
  return (await newest())!.id;
}
