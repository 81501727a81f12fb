import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { PersonPhoto } from '#contract/tryon.ts';
import { personJpeg, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type Made = { photo: PersonPhoto; upload_url: string };
const open = async (who: Visitor): Promise<Made> => (await who.call<Made>('POST', '/v1/tryon/photos', {})).body;
const send = (url: string, payload: Buffer) => house.server.inject({ method: 'PUT', url, payload });
const noted = (who: Visitor, id: string) => who.call<PersonPhoto>('PUT', `/v1/tryon/photos/${id}/image-uploaded`);
const read = (who: Visitor, id: string) => who.call<PersonPhoto>('GET', `/v1/tryon/photos/${id}`);
const filesIn = async (prefix: string): Promise<string[]> => (await house.ctx().storage.list(prefix)).objects.map(({ key }) => key);

test('a photo is looked at as soon as it is there, and says what can be tried on in it', async () => {
  const who = await anonymousVisitor(house);
  const { photo, upload_url } = await open(who);
  assert.deepEqual([photo.state, photo.url, photo.garments], ['waiting', null, []]);
  await send(upload_url, await personJpeg());
  const { status, body } = await noted(who, photo.id);
  assert.deepEqual([status, body.state, body.problem, body.width, body.height], [200, 'ready', null, 768, 1024]);
  assert.deepEqual(
    body.garments.filter(({ is_possible }) => is_possible).map(({ shape }) => shape),
    ['top', 'dress', 'skirt', 'trousers', 'shorts'],
  );
  assert.deepEqual((await noted(who, photo.id)).body, body, 'said again it changes nothing');
  assert.deepEqual(await filesIn('uploads/'), []);
});

test('what is kept is upright, at most 1024 px, encrypted, and shows nothing of what the camera wrote', async () => {
  const who = await anonymousVisitor(house);
  const { data, info } = await sharp(await personJpeg())
    .resize(1536)
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Lying on its side, as phones write it: orientation 6 is shown turned by a quarter to the right.
  const lying = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .rotate(-90)
    .jpeg()
    .withExif({ IFD0: { Artist: 'Bedroom of somebody' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const { body } = await read(who, await photographPerson(house, who, lying));
  assert.deepEqual([body.state, body.width, body.height], ['ready', 768, 1024]);
  const shown = await house.server.inject({ method: 'GET', url: body.url! });
  assert.equal(shown.headers['content-type'], 'image/jpeg');
  assert.ok(!shown.rawPayload.includes('Bedroom'));
  const [key] = await filesIn(`tryon-photos/${body.id}/`);
  const stored = await buffer((await house.ctx().storage.get(key!))!.content);
  for (const word of ['Bedroom', '\xff\xd8\xff']) assert.ok(!stored.includes(Buffer.from(word, 'latin1')));
});

test('its address ends, at the latest with the photo, and no other passes for it', async () => {
  const who = await anonymousVisitor(house);
  const { url } = (await read(who, await photographPerson(house, who))).body;
  const get = async (address: string) => (await house.server.inject({ method: 'GET', url: address })).statusCode;
  assert.equal(await get(url!), 200);
  assert.equal(await get(url!.slice(0, -1) + (url!.endsWith('A') ? 'B' : 'A')), 404);
  house.clock.pass(2 * 3600 + 1);
  assert.equal(await get(url!), 404);
});

test('a photo that nobody can be dressed in is told in words, and not kept', async () => {
  const who = await anonymousVisitor(house);
  const wall = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#cfd6d8' } })
    .jpeg()
    .toBuffer();
  for (const [content, code] of [
    [wall, 'tryon.nobody'],
    [
      await personJpeg(
        [
          { x: 0, y: 0, scale: 1 },
          { x: 384, y: 0, scale: 1 },
        ],
        { width: 768, height: 512 },
      ),
      'tryon.several_people',
    ],
  ] as const) {
    const { body } = await read(who, await photographPerson(house, who, content));
    assert.deepEqual([body.state, body.problem?.code, body.url], ['refused', code, null]);
    assert.match(body.problem!.message, /photo/);
    assert.deepEqual(await filesIn(`tryon-photos/${body.id}/`), []);
  }
});

test('what is no photo is refused where it is said to be there, and another one may be sent to the same place', async () => {
  const who = await anonymousVisitor(house);
  const { photo, upload_url } = await open(who);
  assert.equal((await noted(who, photo.id)).body.error.code, 'garments.photo_unfinished');
  await send(upload_url, Buffer.from('#!/bin/sh\nrm -rf /\n'));
  const refused = await noted(who, photo.id);
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'garments.not_a_picture']);
  const jpeg = await personJpeg();
  await send(upload_url, jpeg.subarray(0, jpeg.length / 2));
  assert.equal((await noted(who, photo.id)).body.error.code, 'garments.damaged_picture');
  await send(
    upload_url,
    await sharp({ create: { width: 20, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  );
  assert.equal((await noted(who, photo.id)).body.error.code, 'tryon.photo_too_small');
  await send(upload_url, jpeg);
  assert.equal((await noted(who, photo.id)).body.state, 'ready');
});

test('a photo is deleted when its owner says so, file and all, and is over for everybody', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographPerson(house, who);
  const { url } = (await read(who, id)).body;
  assert.equal((await who.call('DELETE', `/v1/tryon/photos/${id}`)).status, 200);
  assert.deepEqual(await filesIn(`tryon-photos/${id}/`), []);
  const after_it = await read(who, id);
  assert.deepEqual([after_it.status, after_it.body.error.code], [410, 'tryon.photo_expired']);
  assert.equal((await house.server.inject({ method: 'GET', url: url! })).statusCode, 404);
});

test('after a day a photo is over, whether it was swept yet or not', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographPerson(house, who);
  house.clock.pass(24 * 3600 + 1);
  const fresh = house.ctx({ person_id: who.person_id, via: 'token' });
  const { showPhoto } = await import('./photos.ts');
  await assert.rejects(showPhoto(fresh, id), { code: 'tryon.photo_expired' });
});
