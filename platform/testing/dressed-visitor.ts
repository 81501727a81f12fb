import sharp from 'sharp';
import { drawPeople } from './draw-person.ts';
import type { TestHouse } from './test-house.ts';
import type { Visitor } from './test-visitor.ts';

/** A photo of the drawn person as a phone sends it, with a word in it that must never be found in storage. */
export async function personJpeg(people?: Parameters<typeof drawPeople>[0], size = { width: 768, height: 1024 }): Promise<Buffer> {
  const { data, width, height } = await drawPeople(people ?? [{ x: 0, y: 0, scale: 2 }], size);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .withExif({ IFD0: { Artist: 'Bedroom of somebody' } })
    .toBuffer();
}

/** A shirt that is cut out already. */
export const shirtPng = (fill = '#1c5f40'): Promise<Buffer> => {
  const path = 'M120 90 L280 90 L360 170 L310 210 L280 180 L280 330 L120 330 L120 180 L90 210 L40 170Z';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><path d="${path}" fill="${fill}"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
};

/** Sends a photo of somebody and has it looked at; gives its id. */
export async function photographPerson(house: TestHouse, who: Visitor, content?: Buffer): Promise<string> {
  const { body } = await who.call<{ photo: { id: string }; upload_url: string }>('POST', '/v1/tryon/photos', {});
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: content ?? (await personJpeg()) });
  const { status } = await who.call('PUT', `/v1/tryon/photos/${body.photo.id}/image-uploaded`);
  if (status !== 200) throw new Error(`the photo was answered with ${status}`);
  return body.photo.id;
}

/** Puts a garment with a cut-out into somebody's wardrobe; gives its id. */
export async function ownGarment(house: TestHouse, who: Visitor, draft: object = { category: 'shirt', title: 'Shirt' }): Promise<string> {
  const { body } = await who.call<{ item: { id: string }; upload_url: string }>('POST', '/v1/items', draft);
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: await shirtPng() });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, { background: 'original' });
  await house.runJobs('garments.take_in');
  return body.item.id;
}
