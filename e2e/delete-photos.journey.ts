import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';
import { ownItem } from './own-item.ts';
import { openProfile } from './profile-steps.ts';
import { runCommand } from './run-command.ts';

test('all photos are deleted in two taps, and the receipt is one that the server knows', async ({ page, server }) => {
  test.slow();
  const id = await ownItem(page);
  const readItem = () => askApi(page, 'GET /v1/items/{id}', { params: { id } });
  const picture = (await readItem()).image_clean!;
  expect((await page.request.get(picture)).status()).toBe(200);
  await openProfile(page);
  const dialog = page.getByRole('alertdialog', { name: 'Delete every photo?' });
  await test.step('the safe answer has the focus, and keeps them', async () => {
    await page.getByRole('button', { name: 'Delete my photos' }).click();
    await expect(dialog.getByRole('button', { name: 'Keep them' })).toBeFocused();
    const button = await dialog.getByRole('button', { name: 'Delete the photos' }).boundingBox();
    expect(button!.height, 'its words stand on one line').toBeLessThan(52);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    expect((await page.request.get(picture)).status()).toBe(200);
  });
  await test.step('what cannot be deleted now is said, and can be asked again', async () => {
    await page.route('**/v1/me/photos', (route) => route.abort());
    await page.getByRole('button', { name: 'Delete my photos' }).click();
    await dialog.getByRole('button', { name: 'Delete the photos' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await page.unroute('**/v1/me/photos');
  });
  await test.step('deleted they are gone, and the garment stays', async () => {
    await dialog.getByRole('button', { name: 'Delete the photos' }).click();
    await expect(page.getByText(/^Gone: \d+ files\.$/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete my photos' })).toBeFocused();
    expect((await page.request.get(picture)).status()).toBe(404);
    expect((await readItem()).image_original).toBe(null);
  });
  await test.step('the receipt is a file that can be checked', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the receipt' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^toile-receipt-\d{4}-\d{2}-\d{2}\.json$/);
    expect(await runCommand(server, ['verify-receipt', await download.path()])).toMatch(/Genuine: receipt .* all photos of a person/);
  });
});

test('somebody without photos is told so', async ({ page }) => {
  await openProfile(page);
  await page.getByRole('button', { name: 'Delete my photos' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete the photos' }).click();
  await expect(page.getByText('No photo of yours is here.')).toBeVisible();
});
