import { expect, type Page } from '@playwright/test';
import { personJpeg, shirtPng } from '#platform/testing/dressed-visitor.ts';
import type { TryOnSession } from '#contract/tryon.ts';
import { askApi } from './ask-api.ts';
import type { PhotoFile } from './draw-photo.ts';

/** A photo of a drawn person, whole: what every garment can be put on. */
export const drawPersonPhoto = async (): Promise<PhotoFile> => ({
  name: 'me.jpg',
  mimeType: 'image/jpeg',
  buffer: await personJpeg(),
});

/** A photo of a wall, with nobody before it. */
export const drawWall = async (): Promise<PhotoFile> => ({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: await personJpeg([]) });

/** Hands a photo of somebody in on the mirror's page, as from a gallery. */
export async function uploadPerson(page: Page, photo: PhotoFile): Promise<void> {
  await page.locator('input.person-photo').setInputFiles(photo);
}

/** Makes this browser's shopper somebody. */
export async function becomeSomebody(page: Page): Promise<void> {
  await page.goto('/privacy');
  await askApi(page, 'POST /v1/auth/anonymous', {});
  await page.evaluate("localStorage.setItem('toile.known', '1')");
}

/** Hangs a shirt, cut out already, in the wardrobe of whoever this is; gives its id once it has its picture. */
export async function ownShirt(
  page: Page,
  draft: { title: string; category: 'shirt' | 'trousers' } = { title: 'Green shirt', category: 'shirt' },
) {
  const { item, upload_url } = await askApi(page, 'POST /v1/items', { body: draft });
  await page.request.put(upload_url!, { data: await shirtPng(), headers: { 'content-type': 'application/octet-stream' } });
  await askApi(page, 'PUT /v1/items/{id}/image-uploaded', { params: { id: item.id }, body: { background: 'original' } });
  const state = async () => (await askApi(page, 'GET /v1/items/{id}', { params: { id: item.id } })).photo.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('ready');
  return item.id;
}

/** Takes in a photo of the drawn person, past the pages; gives its id. */
export async function photographMe(page: Page): Promise<string> {
  const { buffer } = await drawPersonPhoto();
  const { photo, upload_url } = await askApi(page, 'POST /v1/tryon/photos', { body: {} });
  await page.request.put(upload_url, { data: buffer, headers: { 'content-type': 'application/octet-stream' } });
  await askApi(page, 'PUT /v1/tryon/photos/{id}/image-uploaded', { params: { id: photo.id } });
  return photo.id;
}

/** Makes a look of the drawn person, past the pages; gives its id once it is over. */
export async function makeLook(page: Page, items: readonly string[]): Promise<string> {
  const photo_id = await photographMe(page);
  const { session_id } = await askApi(page, 'POST /v1/tryon/sessions', { body: { photo_id, items: [...items] } });
  const status = async () => (await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id: session_id } })).status;
  await expect.poll(status, { timeout: 60_000 }).toMatch(/^(completed|failed)$/);
  return session_id;
}

/** A photo of the drawn person down to their thighs: no trousers can be put on. */
export const drawHalf = async (): Promise<PhotoFile> => ({
  name: 'half.jpg',
  mimeType: 'image/jpeg',
  buffer: await personJpeg([{ x: -115, y: 0, scale: 2.6 }]),
});

/** Shows a try-on in another state than it is in, to this page alone. */
export async function pretend(page: Page, id: string, change: Partial<TryOnSession>): Promise<void> {
  const session = await askApi(page, 'GET /v1/tryon/sessions/{id}', { params: { id } });
  await page.route(`**/v1/tryon/sessions/${id}`, (route) => route.fulfill({ json: { ...session, ...change } }));
  await page.route(`**/v1/tryon/sessions/${id}/events`, (route) => route.abort());
}

/** Gives this browser a camera that shows a photo. */
export async function holdCamera(page: Page, { buffer }: PhotoFile): Promise<void> {
  await page.addInitScript(`
    navigator.mediaDevices.getUserMedia = async () => {
      const image = new Image();
      image.src = 'data:image/jpeg;base64,${buffer.toString('base64')}';
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const draw = () => {
        canvas.getContext('2d').drawImage(image, 0, 0);
        requestAnimationFrame(draw);
      };
      draw();
      return canvas.captureStream(10);
    };
  `);
}
