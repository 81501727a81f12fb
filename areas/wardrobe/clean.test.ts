import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Item } from '#contract/wardrobe.ts';
import type { PhotoNews } from '#contract/inbox.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { WorkersBusy } from '#platform/workers/workers.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

/** A service that cuts out a disc, until a test has it do something else. */
let answer: (response: ServerResponse) => unknown;
const size = { width: 200, height: 160 };
const disc = await sharp(
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160"><circle cx="100" cy="80" r="60" fill="#fff"/></svg>'),
)
  .png()
  .toBuffer();
const service = createServer((request, response) => void request.resume().on('end', () => void answer(response)));
let house: TestHouse;
before(async () => {
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  house = await testHouse({ CUT_OUT_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}/` });
});
after(async () => {
  await house.close();
  service.close();
});
const works = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'image/png' }).end(disc);

const read = async (who: Visitor, id: string): Promise<Item> => (await who.call<Item>('GET', `/v1/items/${id}`)).body;
const get = async (url: string | null) => (await house.server.inject({ method: 'GET', url: url! })).rawPayload;
const clean = (who: Visitor, id: string, look: object = {}) => who.call<Item>('POST', `/v1/items/${id}/background-clean`, look);
const cutOut = () => house.runJobs('garments.cut_out');
async function photographed(who: Visitor, background?: 'clean' | 'original', picture?: Buffer): Promise<string> {
  const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', {});
  const plain = sharp({ create: { ...size, channels: 3, background: '#204060' } });
  const payload = picture ?? (await plain.png().toBuffer());
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, background ? { background } : {});
  await house.runJobs('garments.take_in');
  return body.item.id;
}
const cornerOf = async (picture: Buffer): Promise<number[]> => [...(await sharp(picture).ensureAlpha().raw().toBuffer()).subarray(0, 4)];

test('the background goes when it is asked for, the original stays, and the inbox tells', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  assert.equal((await read(who, id)).photo.clean_state, 'none', '`ask` keeps it as it is');
  const asked = await clean(who, id);
  assert.deepEqual([asked.status, asked.body.photo.clean_state], [202, 'processing']);
  assert.equal((await clean(who, id)).body.photo.clean_state, 'processing', 'asked twice is asked once');
  assert.ok((await cutOut()) >= 1);
  const item = await read(who, id);
  assert.deepEqual([item.photo.clean_state, item.background_cleaned, item.photo.problem], ['ready', true, null]);
  const picture = await get(item.image_clean);
  assert.equal((await sharp(picture).metadata()).format, 'png');
  assert.equal((await cornerOf(picture))[3], 0);
  assert.equal((await cornerOf(await get(item.image_original)))[3], 255);
  await house.deliverNews();
  const { body } = await who.call<{ photo_news: PhotoNews[] }>('GET', '/v1/inbox');
  assert.deepEqual(
    body.photo_news.map(({ photos }) => photos),
    [[{ item_id: id, outcome: 'ready' }]],
  );
});

const keepOriginal = (who: Visitor, id: string) => who.call<Item>('DELETE', `/v1/items/${id}/background-clean`);

test('the photo is shown as it was taken again, also while it is being cut out, and may be cut out anew', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const id = await photographed(who, 'clean');
  await cutOut();
  const { image_clean, thumb } = await read(who, id);
  const kept = await keepOriginal(who, id);
  assert.deepEqual(
    [kept.status, kept.body.photo.clean_state, kept.body.image_clean, kept.body.background_cleaned],
    [200, 'none', null, false],
  );
  assert.notEqual(kept.body.thumb, thumb);
  const [red, , blue] = await cornerOf(await get(kept.body.thumb));
  assert.ok(blue! > red! + 40, 'the ground of the photo is in the small picture again');
  assert.equal((await house.server.inject({ method: 'GET', url: image_clean! })).statusCode, 404);

  await clean(who, id);
  const running = cutOut();
  assert.equal((await keepOriginal(who, id)).status, 200);
  await running;
  assert.deepEqual([(await read(who, id)).photo.clean_state, (await read(who, id)).image_clean], ['none', null]);
  await clean(who, id);
  await cutOut();
  assert.equal((await read(who, id)).photo.clean_state, 'ready');
});

test('the original of a photo on its way is kept as it comes; without a photo there is none', async () => {
  const who = await anonymousVisitor(house);
  const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', {});
  const none = await keepOriginal(who, body.item.id);
  assert.equal(none.status, 200, 'waiting');
  const payload = await sharp({ create: { ...size, channels: 3, background: '#204060' } })
    .png()
    .toBuffer();
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, { background: 'clean' });
  await keepOriginal(who, body.item.id);
  await house.runJobs('garments.take_in');
  assert.deepEqual([(await read(who, body.item.id)).photo.state, (await read(who, body.item.id)).photo.clean_state], ['ready', 'none']);
  assert.equal((await keepOriginal(await anonymousVisitor(house), body.item.id)).status, 404);
});

test('a person who prefers clean pictures gets them unasked, unless they say otherwise', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  await who.call('PATCH', '/v1/me', { prefs: { background_preference: 'clean' } });
  const [wanted, kept] = [await photographed(who), await photographed(who, 'original')];
  await cutOut();
  assert.deepEqual([(await read(who, wanted)).background_cleaned, (await read(who, kept)).background_cleaned], [true, false]);
});

test('it may stand on our own white, in the form that was asked for; a see-through JPEG there is not', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  assert.equal((await clean(who, id, { preferred_bg_color: 'transparent', return_format: 'jpeg' })).status, 400);
  await clean(who, id, { preferred_bg_color: 'app-white', return_format: 'webp' });
  await cutOut();
  const white = await get((await read(who, id)).image_clean);
  assert.equal((await sharp(white).metadata()).format, 'webp');
  assert.ok((await cornerOf(white)).every((value) => value > 240));
  await clean(who, id);
  await cutOut();
  assert.equal((await cornerOf(await get((await read(who, id)).image_clean)))[3], 0);
});

test('a picture that came cut out already keeps its own edges when a cut-out is asked for, in whatever look', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const hole =
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160"><path fill-rule="evenodd" fill="#204060" d="M40 20H160V140H40Z M80 60H120V100H80Z"/></svg>';
  const id = await photographed(who, undefined, await sharp(Buffer.from(hole)).png().toBuffer());
  const opacities = async () => {
    const data = await sharp(await get((await read(who, id)).image_clean))
      .extractChannel(3)
      .raw()
      .toBuffer();
    return [
      [10, 10],
      [60, 40],
      [100, 80],
    ].map(([x, y]) => data[y! * size.width + x!]);
  };
  const own = [0, 255, 0];
  assert.deepEqual(await opacities(), own, 'as it came');
  await clean(who, id, { preferred_bg_color: 'transparent', return_format: 'webp' });
  await cutOut();
  assert.deepEqual([await opacities(), (await read(who, id)).photo.clean_state], [own, 'ready']);
  await keepOriginal(who, id);
  await clean(who, id);
  await cutOut();
  assert.deepEqual(await opacities(), own, 'after the photo was shown as it is');
  const all = await sharp({ create: { ...size, channels: 3, background: 'black' } })
    .composite([{ input: disc }])
    .png()
    .toBuffer();
  await clean(who, id, { mask_png: all.toString('base64') });
  await cutOut();
  assert.notDeepEqual(await opacities(), own, 'what its owner paints counts more');
  await clean(who, id, { preferred_bg_color: 'app-white', return_format: 'png' });
  await cutOut();
  assert.ok((await cornerOf(await get((await read(who, id)).image_clean))).every((value) => value > 240));
});

test('where nothing can be told apart one is told so, and the photo stays as it was', async () => {
  const who = await anonymousVisitor(house);
  const opaque = await sharp({ create: { ...size, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  answer = (response) => response.end(opaque);
  const id = await photographed(who, 'clean');
  await cutOut();
  const item = await read(who, id);
  assert.deepEqual([item.photo.state, item.photo.clean_state, item.photo.problem?.code], ['ready', 'failed', 'garments.no_garment_found']);
  assert.notEqual(item.image_original, null);
  answer = works;
  await clean(who, id);
  await cutOut();
  assert.deepEqual(
    [(await read(who, id)).photo.clean_state, (await read(who, id)).photo.problem],
    ['ready', null],
    'asked again it is tried again',
  );
});

test('while what cuts out is away it is tried again, and then told; nothing else waits for it', async () => {
  answer = (response) => response.writeHead(503).end();
  const who = await anonymousVisitor(house);
  const id = await photographed(who, 'clean');
  const job = house.platform.jobs.find(({ name }) => name === 'garments.cut_out')!;
  const { rows } = await house.platform.database.pool.query<{ photo_id: string }>('select photo_id from garments_garments where id = $1', [
    id,
  ]);
  const work = { garment_id: id, photo_id: rows[0]!.photo_id } as never;
  for (let tries = 0; tries < 3; tries += 1) await assert.rejects(job.run(house.ctx(), work));
  assert.equal((await read(who, id)).photo.clean_state, 'processing');
  await job.run(house.ctx(), work);
  assert.deepEqual(
    [(await read(who, id)).photo.clean_state, (await read(who, id)).photo.problem?.code],
    ['failed', 'garments.cut_out_unavailable'],
  );
  await cutOut();
});

test('while no thread is free a cut-out waits, and is not given up for it', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const id = await photographed(who, 'clean');
  const { rows } = await house.platform.database.pool.query<{ photo_id: string }>('select photo_id from garments_garments where id = $1', [
    id,
  ]);
  const job = house.platform.jobs.find(({ name }) => name === 'garments.cut_out')!;
  const { workers } = house.ctx();
  const full = { ...house.ctx(), workers: { ...workers, run: () => Promise.reject(new WorkersBusy('all are at work')) } };
  for (let tries = 0; tries < 6; tries += 1)
    await assert.rejects(job.run(full, { garment_id: id, photo_id: rows[0]!.photo_id } as never), WorkersBusy);
  assert.equal((await read(who, id)).photo.clean_state, 'processing');
  await cutOut();
  assert.equal((await read(who, id)).photo.clean_state, 'ready');
});

test('a garment without a photo has no background to take away, and one that is deleted meanwhile gets no picture', async () => {
  answer = works;
  const who = await anonymousVisitor(house);
  const id = await photographed(who, 'clean');
  await who.call('DELETE', '/v1/me/photos');
  assert.equal((await clean(who, id)).body.error.code, 'garments.no_photo');
  await cutOut();
  const item = await read(who, id);
  assert.deepEqual([item.photo.clean_state, item.image_clean], ['none', null]);
  assert.deepEqual((await house.ctx().storage.list(`garments/${id}/`)).objects, []);
});
