import { expect, type Page } from '@playwright/test';
import { askApi } from '../ask-api.ts';
import { drawPhoto } from '../draw-photo.ts';
import { choosePhotos, ownItem } from '../own-item.ts';
import { becomeKnown } from './become-known.ts';
import type { PageState } from './page-state.ts';

export const wardrobe_states: PageState[] = [
  { name: 'wardrobe with nothing in it', route: 'wardrobe.index', open: (page) => page.goto('/wardrobe') },
  { name: 'adding clothing', route: 'wardrobe.add', open: (page) => page.goto('/wardrobe/add') },
  { name: 'adding clothing, its background to be chosen', route: 'wardrobe.add', open: chooseBackground },
  { name: 'adding clothing, a photo that is none', route: 'wardrobe.add', open: chooseLetter },
  { name: 'wardrobe', route: 'wardrobe.index', open: openWardrobe },
  { name: 'nothing saved', route: 'wardrobe.saved', open: (page) => page.goto('/wardrobe/saved') },
  { name: 'things saved for later', route: 'wardrobe.saved', open: openSaved },
  { name: 'a garment, its calendar and a field open', route: 'wardrobe.$id.index', open: openItem },
  { name: 'a picture being painted right', route: 'wardrobe.$id.fix', open: openFix },
  { name: 'a picture being cropped', route: 'wardrobe.$id.fix', open: openCrop },
];

async function chooseBackground(page: Page): Promise<void> {
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [await drawPhoto(page)]);
  // The bench walks here too, where nothing waits longer than 5 s unasked.
  await expect(page.locator('.backgrounds .is-cut')).toBeVisible({ timeout: 60_000 });
}

async function chooseLetter(page: Page): Promise<void> {
  await page.goto('/wardrobe/add');
  await choosePhotos(page, [{ name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear Toile. '.repeat(40)) }]);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('.photo-lines .you')).toBeVisible();
}

async function openWardrobe(page: Page): Promise<void> {
  await ownItem(page);
  await page.goto('/wardrobe');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
}

async function openSaved(page: Page): Promise<void> {
  const { products } = await askApi(page, 'GET /v1/products', { query: { limit: 2 } });
  await becomeKnown(page);
  for (const { id } of products) await askApi(page, 'POST /v1/saved', { body: { kind: 'product', id } });
  await page.goto('/wardrobe/saved');
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(2);
}

async function openItem(page: Page): Promise<void> {
  const id = await ownItem(page);
  await page.goto(`/wardrobe/${id}`);
  await page.getByRole('button', { name: 'Calendar' }).click();
  await page.getByRole('button', { name: 'Change: season' }).click();
  await expect(page.getByRole('checkbox', { name: 'Summer' })).toBeVisible();
}

async function openCrop(page: Page): Promise<void> {
  await openFix(page);
  await page.getByRole('button', { name: 'Crop' }).click();
  await expect(page.getByRole('slider', { name: 'Left edge' })).toBeVisible();
}

async function openFix(page: Page): Promise<void> {
  const id = await ownItem(page);
  await page.goto(`/wardrobe/${id}/fix`);
  await expect(page.getByRole('button', { name: 'Done' })).toBeEnabled({ timeout: 60_000 });
}
