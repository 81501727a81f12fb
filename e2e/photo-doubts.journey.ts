import sharp from 'sharp';
import { expect, test } from './journey.ts';
import { addAll, choosePhotos, untilReady } from './own-item.ts';

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
  await page.getByRole('main').getByRole('link', { name: 'Retake', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/wardrobe/add\\?for=${id}`));
});
