import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import { removeBoutiqueProduct, saveBoutique, saveBoutiqueProduct, savePicture } from '#areas/catalog/index.ts';
import type { Item } from '#contract/wardrobe.ts';
import { newId } from '#platform/ids/new-id.ts';
import { sampleBoutique, sampleShirt } from '#platform/testing/sample-boutique.ts';
import { sampleProductPage } from '#platform/testing/sample-product-page.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
let product_id: string;
before(async () => {
  house = await testHouse();
  await saveBoutique(house.ctx(), sampleBoutique());
  product_id = (await saveBoutiqueProduct(house.ctx(), oxford('oxford-shirt'))).id;
  await hang('Navy', 0, '#1c2740');
  await hang('White', 1, '#fafafa');
});
after(() => house.close());

const oxford = (slug: string) => ({
  ...sampleShirt(slug),
  product_name: 'Oxford shirt',
  price_minor: 8900,
  colors: [
    { name: 'Navy', hex: '#1c2740' },
    { name: 'White', hex: '#fafafa' },
  ],
  variants: ['Navy', 'White'].map((color) => ({ size: 'M', color, on_hand: 1 })),
});
type Made = { item: Item; upload_url: string | null; is_new: boolean };

/** A garment of one colour on nothing. */
const hang = async (color: string, position: number, fill: string, id = product_id) => {
  const shirt = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="700"><rect x="150" y="150" width="300" height="400" fill="${fill}"/></svg>`;
  const content = await sharp(Buffer.from(shirt)).webp({ lossless: true }).toBuffer();
  await savePicture(house.ctx(), { product_id: id, position, kind: 'flat', color, alt: 'A shirt, lying flat', content });
};
const own = (who: Visitor, draft: object = {}) => who.call<Made>('POST', '/v1/items', { product_id, ...draft });
const read = async (who: Visitor, id: string): Promise<Item> => (await who.call<Item>('GET', `/v1/items/${id}`)).body;
const ownedOf = async (who: Visitor, id = product_id): Promise<Item[]> =>
  (await who.call<{ items: Item[] }>('GET', `/v1/wardrobe?shelf=all&product_id=${id}`)).body.items;

test('a product that somebody owns hangs in their wardrobe with what its shop says and its picture cut out', async () => {
  const who = await anonymousVisitor(house);
  const { status, body } = await own(who, { product_color: 'White', sizes: ['M'] });
  assert.equal(status, 201, JSON.stringify(body));
  const { item } = body;
  assert.deepEqual(
    [item.title, item.brand, item.category, item.colors, item.sizes, item.price_minor, item.currency, item.product],
    ['Oxford shirt', 'Loja', 'shirt', ['white'], ['M'], 8900, 'EUR', { id: product_id, color: 'White' }],
  );
  assert.deepEqual([body.is_new, body.upload_url, item.photo.state], [true, null, 'processing']);
  assert.ok(item.edited.includes('title') && item.edited.includes('price_minor'), 'facts, not guesses');
  await house.runJobs('garments.take_in');
  const seen = await read(who, item.id);
  assert.deepEqual([seen.photo.state, seen.photo.clean_state, seen.background_cleaned], ['ready', 'ready', true]);
  const picture = await house.server.inject({ method: 'GET', url: seen.image_clean! });
  const { data } = await sharp(picture.rawPayload).raw().toBuffer({ resolveWithObject: true });
  assert.ok(data[(350 * 600 + 300) * 4]! > 240, 'the picture of the colour that was asked for');
});

test('the same product and colour again is the same garment; another colour, and somebody else’s, are others', async () => {
  const [who, other] = [await accountVisitor(house), await anonymousVisitor(house)];
  const both = await Promise.all([own(who), own(who, { product_color: 'Navy' })]);
  assert.equal(new Set(both.map(({ body }) => body.item.id)).size, 1, 'the first colour is the one that was left out');
  assert.equal(both.filter(({ body }) => body.is_new).length, 1);
  const white = await own(who, { product_color: 'White' });
  assert.notEqual(white.body.item.id, both[0].body.item.id);
  assert.equal((await ownedOf(who)).length, 2);
  assert.deepEqual(await ownedOf(other), []);
  assert.notEqual((await own(other)).body.item.id, both[0].body.item.id);
});

test('what is said beside it counts more, stays when it is owned again, and comes out of the archive', async () => {
  const who = await anonymousVisitor(house);
  const { id } = (await own(who, { title: 'My good shirt', price_minor: 4000, currency: 'EUR' })).body.item;
  await who.call('PATCH', `/v1/items/${id}`, { archive_reason: 'stored', brand: null });
  const { item } = (await own(who)).body;
  assert.deepEqual([item.id, item.title, item.price_minor, item.brand, item.archived_at], [id, 'My good shirt', 4000, null, null]);
});

test('what cannot be owned is refused and leaves nothing', async () => {
  const [who, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const unknown = await own(who, { product_id: newId() });
  assert.deepEqual([unknown.status, unknown.body.error.code], [404, 'request.not_found']);
  const pink = await own(who, { product_color: 'Pink' });
  assert.deepEqual([pink.status, pink.body.error.fields], [400, { product_color: 'one of: Navy, White' }]);
  const started = await other.call<{ product_id: string }>('POST', '/v1/tryon/start', { page_html: sampleProductPage() });
  assert.equal((await own(who, { product_id: started.body.product_id })).status, 404, 'a page that somebody else handed over');
  assert.deepEqual((await who.call<{ items: Item[] }>('GET', '/v1/wardrobe')).body.items, []);
});

test('a product without a picture here waits for a photo', async () => {
  const who = await anonymousVisitor(house);
  const started = await who.call<{ product_id: string; brand: string }>('POST', '/v1/tryon/start', { page_html: sampleProductPage() });
  const { body } = await own(who, { product_id: started.body.product_id });
  assert.equal(body.item.brand, started.body.brand);
  assert.deepEqual([body.item.photo.state, body.upload_url !== null], ['waiting', true]);
});

test('after signing in what two devices owned of one product are two garments', async () => {
  const account = await accountVisitor(house);
  const phone = await anonymousVisitor(house);
  for (const who of [account, phone]) await own(who);
  await phone.call('POST', '/v1/auth/login', { email: account.email, password: 'correct horse battery' });
  const { items } = (await account.call<{ items: Item[] }>('GET', '/v1/wardrobe')).body;
  assert.deepEqual([items.length, items.filter(({ product }) => product !== null).length], [2, 1]);
});

test('what boutiques sell that looks like it is found, but not the product itself', async () => {
  const { id } = await saveBoutiqueProduct(house.ctx(), oxford('another-oxford'));
  await hang('Navy', 0, '#1c2740', id);
  await house.runJobs('catalog.embed-picture');
  const who = await anonymousVisitor(house);
  const { item } = (await own(who)).body;
  const alike = async () =>
    (await who.call<{ products: { slug: string }[] }>('GET', `/v1/items/${item.id}/similar-products`)).body.products.map(
      ({ slug }) => slug,
    );
  assert.deepEqual(await alike(), [], 'nobody looked at it yet');
  await house.runJobs('garments.take_in');
  await house.runJobs('garments.tag_photo');
  assert.deepEqual(await alike(), ['another-oxford']);
});

test('it stays when the boutique no longer sells it', async () => {
  const { id } = await saveBoutiqueProduct(house.ctx(), oxford('short-lived'));
  const who = await anonymousVisitor(house);
  const { item } = (await own(who, { product_id: id })).body;
  await removeBoutiqueProduct(house.ctx(), 'short-lived');
  assert.equal((await read(who, item.id)).title, 'Oxford shirt');
});

const bare = async (slug: string): Promise<string> => (await saveBoutiqueProduct(house.ctx(), oxford(slug))).id;
const red_photo = () =>
  sharp({ create: { width: 400, height: 500, channels: 3, background: '#d01010' } })
    .jpeg()
    .toBuffer();
const put = (url: string, content: Buffer) =>
  house.server.inject({
    method: 'PATCH',
    url,
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    payload: content,
  });
const bringPictures = async () => {
  await house.deliverNews();
  await house.runJobs('wardrobe.take-product-picture');
  await house.runJobs('garments.take_in');
};

test('a picture that comes later is taken by all who own the product in its colour and have none, once', async () => {
  const id = await bare('later-shirt');
  const [one, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const navy = (await own(one, { product_id: id, product_color: 'Navy' })).body.item.id;
  const white = (await own(one, { product_id: id, product_color: 'White' })).body.item.id;
  const others = (await own(other, { product_id: id, product_color: 'Navy' })).body.item.id;
  await bringPictures();
  assert.equal((await read(one, navy)).photo.state, 'waiting', 'there is none yet');
  await hang('Navy', 0, '#1c2740', id);
  await bringPictures();
  const seen = await read(one, navy);
  assert.deepEqual([seen.photo.state, seen.background_cleaned], ['ready', true]);
  assert.deepEqual([(await read(other, others)).photo.state, (await read(one, white)).photo.state], ['ready', 'waiting']);
  await hang('Navy', 0, '#10301c', id);
  await bringPictures();
  assert.equal((await read(one, navy)).image_clean, seen.image_clean, 'another picture of the shop changes nothing');
});

test('a day later, when the address for a photo has ended, the picture is taken all the same', async () => {
  const id = await bare('much-later-shirt');
  const who = await anonymousVisitor(house);
  const item_id = (await own(who, { product_id: id })).body.item.id;
  await sql`update garments_garments set photo_state = 'none', upload_id = null where id = ${item_id}`.execute(house.ctx().db);
  await hang('Navy', 0, '#1c2740', id);
  await bringPictures();
  assert.equal((await read(who, item_id)).photo.state, 'ready');
});

test('a photo of one’s own, sent or being sent, is not replaced by the shop’s', async () => {
  const id = await bare('photographed-shirt');
  const [done, sending] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  const [first, second] = [await own(done, { product_id: id }), await own(sending, { product_id: id })];
  const photo = await red_photo();
  for (const made of [first, second]) assert.equal((await put(made.body.upload_url!, photo)).statusCode, 204);
  await done.call('PUT', `/v1/items/${first.body.item.id}/image-uploaded`, { background: 'original' });
  await house.runJobs('garments.take_in');
  await hang('Navy', 0, '#1c2740', id);
  await bringPictures();
  assert.equal((await read(sending, second.body.item.id)).photo.state, 'waiting');
  await sending.call('PUT', `/v1/items/${second.body.item.id}/image-uploaded`, { background: 'original' });
  await house.runJobs('garments.take_in');
  for (const [who, { body }] of [
    [done, first],
    [sending, second],
  ] as const) {
    const shown = await house.server.inject({ method: 'GET', url: (await read(who, body.item.id)).image_original! });
    const { dominant } = await sharp(shown.rawPayload).stats();
    assert.ok(dominant.r > 180 && dominant.g < 60, JSON.stringify(dominant));
  }
});

test('after all photos were deleted none comes by itself, until its owner asks again', async () => {
  const who = await anonymousVisitor(house);
  const id = await bare('deleted-shirt');
  const item_id = (await own(who, { product_id: id })).body.item.id;
  await who.call('DELETE', '/v1/me/photos');
  await hang('Navy', 0, '#1c2740', id);
  await bringPictures();
  assert.equal((await read(who, item_id)).photo.state, 'none');
  await own(who, { product_id: id });
  await bringPictures();
  assert.equal((await read(who, item_id)).photo.state, 'ready');
});

test('a storage that is away costs nobody the garment, and the picture comes when it is back', async () => {
  const id = await bare('stored-shirt');
  await hang('Navy', 0, '#1c2740', id);
  await house.deliverNews();
  const who = await anonymousVisitor(house);
  const { storage } = house.ctx();
  const { get } = storage;
  storage.get = () => Promise.reject(new Error('the storage is away'));
  const made = await own(who, { product_id: id });
  storage.get = get;
  assert.deepEqual([made.status, made.body.item.photo.state], [201, 'waiting']);
  await bringPictures();
  assert.equal((await read(who, made.body.item.id)).photo.state, 'ready');
});
