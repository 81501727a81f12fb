import type { Page } from '@playwright/test';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { ownItem } from './own-item.ts';
import { tabTo } from './tab-to.ts';

test('a picture is painted right and cropped with the keys alone', async ({ page, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key');
  test.slow();
  const id = await openFix(page);
  const board = page.getByRole('application', { name: 'Brush on the photo' });
  const said = page.getByRole('main').getByRole('status');
  await test.step('the brush is seen, says where it is, and paints', async () => {
    await tabTo(page, board);
    await expect(page.locator('.pen')).toBeVisible();
    await expect(page.getByText('Arrow keys move the brush')).toBeVisible();
    await expect(said).toHaveText('50 % across, 50 % down: kept.');
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText('51 % across, 40 % down: kept.');
    await page.keyboard.press('Space');
    await expect(said).toHaveText('Painted away. 51 % across, 40 % down: taken away.');
    await page.keyboard.press(']');
    await expect(said).toHaveText('Brush size 54.');
    await page.keyboard.press('-');
    await expect(page.getByRole('slider', { name: 'Brush size' })).toHaveValue('46');
  });
  await test.step('Tab leaves it, and what was painted is undone', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });
  await test.step('Enter held down paints along', async () => {
    await tabTo(page, board);
    await page.keyboard.down('Enter');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.up('Enter');
    await expect(said).toHaveText('Painted away. 51 % across, 60 % down: taken away.');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(said).toHaveText('51 % across, 50 % down: taken away.');
    // It is all of one cloth, so what looks like it went along.
    await tabTo(page, page.getByRole('button', { name: 'Undo' }));
    await page.keyboard.press('Enter');
  });
  await test.step('the crop’s edges are moved', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Crop' }));
    await page.keyboard.press('Enter');
    const right = page.getByRole('slider', { name: 'Right edge' });
    await page.keyboard.press('Shift+Tab');
    while (!(await right.evaluate((edge: { matches(selector: string): boolean }) => edge.matches(':focus'))))
      await page.keyboard.press('Shift+Tab');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect(right).toHaveAttribute('aria-valuetext', '61 % from the left');
    await page.keyboard.press('End');
    await expect(right).toHaveAttribute('aria-valuenow', '100');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageUp');
  });
  await test.step('the picture is as it was cropped', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Done' }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/wardrobe/${id}`);
    await expect.poll(async () => (await readItem(page, id)).photo.clean_state).toMatch(/^(ready|doubtful)$/);
    const clean = (await readItem(page, id)).image_clean!;
    const opacity = await opacityAt(page, clean, [
      [0.5, 0.5],
      [0.66, 0.5],
    ]);
    expect(opacity, 'kept, cropped away').toEqual([255, 0]);
  });
});

test('a crop is dragged by its edges, and a drag is one step to undo', async ({ page }) => {
  test.slow();
  await openFix(page);
  await page.getByRole('button', { name: 'Crop' }).click();
  const left = page.getByRole('slider', { name: 'Left edge' });
  const { x, y, width, height } = (await left.boundingBox())!;
  const board = (await page.getByRole('img', { name: /^Cut-out of/ }).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(board.x + board.width * 0.3, y, { steps: 6 });
  await page.mouse.up();
  await expect(left).toHaveAttribute('aria-valuenow', '30');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(left).toHaveAttribute('aria-valuenow', '0');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('whoever painted everything away is told, and so is who cannot make the picture; nothing is sent', async ({ page }) => {
  test.slow();
  const id = await openFix(page);
  let is_sent = false;
  await page.route('**/background-clean', (route) => {
    is_sent = true;
    return route.abort();
  });
  await page.getByRole('slider', { name: 'Brush size' }).fill('120');
  await page.evaluate('window.scrollTo(0, 0)');
  const board = (await page.getByRole('img', { name: /^Cut-out of/ }).boundingBox())!;
  for (let y = 0.05; y < 1; y += 0.1) {
    await page.mouse.move(board.x + 4, board.y + board.height * y);
    await page.mouse.down();
    await page.mouse.move(board.x + board.width - 4, board.y + board.height * y, { steps: 8 });
    await page.mouse.up();
  }
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing of the photo is left.');
  await page.getByRole('button', { name: 'Undo' }).click();
  for (let more = 0; more < 9; more += 1) await page.getByRole('button', { name: 'Undo' }).click();
  await page.evaluate(
    "OffscreenCanvas.prototype.convertToBlob = HTMLCanvasElement.prototype.toBlob = () => { throw new Error('no memory'); }",
  );
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be made in this browser');
  await expect(page).toHaveURL(`/wardrobe/${id}/fix`);
  expect(is_sent).toBe(false);
});

test('what the keys do stays written there, so that nothing moves away from under a press', async ({ page, isMobile }) => {
  test.skip(isMobile, 'phones have no Tab key');
  test.slow();
  await openFix(page);
  await tabTo(page, page.getByRole('application', { name: 'Brush on the photo' }));
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Arrow keys move the brush')).toBeVisible();
  const place = () => page.getByRole('heading', { level: 1 }).boundingBox();
  const before = await place();
  await page.getByRole('button', { name: 'Leave it' }).focus();
  await expect(page.locator('.pen')).toBeHidden();
  expect(await place()).toEqual(before);
});

async function openFix(page: Page): Promise<string> {
  const id = await ownItem(page);
  await page.goto(`/wardrobe/${id}/fix`);
  await expect(page.getByRole('button', { name: 'Done' })).toBeEnabled({ timeout: 60_000 });
  return id;
}

const readItem = (page: Page, id: string) => askApi(page, 'GET /v1/items/{id}', { params: { id } });

/** How opaque a picture is at places given in shares of its sides, 0..255. */
const opacityAt = (page: Page, url: string, places: readonly (readonly [number, number])[]): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const picture = await createImageBitmap(await (await fetch(${JSON.stringify(url)})).blob());
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen.drawImage(picture, 0, 0);
    return ${JSON.stringify(places)}.map(([x, y]) => pen.getImageData(x * picture.width, y * picture.height, 1, 1).data[3]);
  })()`);
