import { becomeSomebody, ownShirt } from './dress-up.ts';
import { askApi } from './ask-api.ts';
import { expect, test } from './journey.ts';

test('who has no photo at hand tries a garment on a mannequin, and goes back to a photo', async ({ page }) => {
  test.slow();
  await becomeSomebody(page);
  await page.goto(`/mirror?items=${await ownShirt(page)}`);
  const begin = page.getByRole('button', { name: 'Try it on', exact: true });
  await expect(begin).toBeDisabled();
  await page.getByRole('button', { name: 'Try it on a mannequin' }).click();
  const figure = page.getByRole('img', { name: 'The mannequin' });
  await expect.poll(() => figure.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(768);
  await page.getByRole('button', { name: 'Use a photo of yourself' }).click();
  await expect(begin).toBeDisabled();
  await page.getByRole('button', { name: 'Try it on a mannequin' }).click();
  await begin.click();
  await expect(page.getByRole('heading', { name: 'Your Try-On' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'The mannequin in: Green shirt' })).toBeVisible();
  const id = page.url().split('/').at(-1)!;
  const { photo_id, mannequin, renderer } = await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } });
  expect([photo_id, mannequin, renderer?.name]).toEqual([null, 'standing', 'built_in']);
  await page.getByRole('link', { name: 'Try something else' }).click();
  await expect(page).toHaveURL(/mannequin=standing/);
  await expect(begin).toBeEnabled();
});
