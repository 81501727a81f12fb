import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { removeBoutique } from '../boutiques/remove-boutique.ts';
import { sampleBoutique, sampleProduct } from '../boutiques/sample-boutique.ts';
import { saveBoutique } from '../boutiques/save-boutique.ts';
import { saveBoutiqueProduct } from '../boutiques/save-boutique-product.ts';
import { savePicture } from '../pictures/save-picture.ts';
import { outlineTexts } from './outline-text.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
});
after(() => house.close());

const get = (slug: string, headers = {}) => house.server.inject({ method: 'GET', url: `/pictures/share/${slug}.jpg`, headers });

test('a product’s link goes with a picture of the garment, drawn again when its price changes', async () => {
  const draft = sampleProduct();
  const { id } = await saveBoutiqueProduct(house.ctx(), draft);
  const content = await sharp({ create: { width: 400, height: 500, channels: 4, background: '#ff0000' } })
    .webp()
    .toBuffer();
  await savePicture(house.ctx(), { product_id: id, position: 0, kind: 'flat', color: null, alt: 'A shirt', content });
  const first = await get(draft.slug);
  assert.equal(first.statusCode, 200, first.body);
  assert.equal(first.headers['content-type'], 'image/jpeg');
  const picture = sharp(first.rawPayload);
  const { width, height } = await picture.metadata();
  assert.deepEqual([width, height], [1200, 630]);
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const [red = 0, green = 255] = at(860, 315);
  assert.ok(red > 200 && green < 60, 'the garment lies in the middle of the cloth');
  assert.ok(at(66, 90).some((value) => value < 240) || at(80, 100).some((value) => value < 240), 'the name is written');
  assert.equal((await get(draft.slug, { 'if-none-match': first.headers.etag })).statusCode, 304);

  await saveBoutiqueProduct(house.ctx(), { ...draft, variants: draft.variants.map((variant) => ({ ...variant, price_minor: 1 })) });
  assert.notEqual((await get(draft.slug)).headers.etag, first.headers.etag);
});

test('a product without a picture, and with a very long name, still has one', async () => {
  const draft = { ...sampleProduct(), slug: 'long-name', product_name: `Very ${'long '.repeat(38)}name` };
  await saveBoutiqueProduct(house.ctx(), draft);
  assert.equal((await get('long-name')).statusCode, 200);
});

test('what never was is not found, and what is gone says so', async () => {
  assert.equal((await get('never-was')).statusCode, 404);
  await removeBoutique(house.ctx(), sampleBoutique().slug);
  assert.equal((await get('long-name')).statusCode, 410);
});

test('text breaks between words, and what is over is cut with an ellipsis', () => {
  const block = { font: 'sans', size_px: 20, x: 0, y: 0, color: '#000', width_max: 100, lines_max: 2 } as const;
  const lines = (text: string) => outlineTexts([{ ...block, text }]).match(/<g /g)?.length ?? 0;
  assert.equal(lines('Shirt'), 1);
  assert.equal(lines('A rather long name of a shirt'), 2);
  assert.equal(lines('x'.repeat(400)), 1);
  assert.equal(lines(''), 0);
});
