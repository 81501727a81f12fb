import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Item } from '#contract/wardrobe.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { drawPeople } from '#platform/testing/draw-person.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const [width, height] = [300, 360];
const draw = (shapes: string, background: string, size = { width, height }) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 300 360"><rect width="300" height="360" fill="${background}"/>${shapes}</svg>`,
    ),
  )
    .flatten({ background: '#000' })
    .png()
    .toBuffer();
const shirt = '<path fill="#1f3a6e" d="M100 70h100l50 40-20 50-30-15v150h-100v-150l-30 15-20-50z"/>';

async function photographed(who: Visitor, photo?: Buffer): Promise<string> {
  const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', {});
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: photo ?? (await draw(shirt, '#d8c8a8')) });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, { background: 'clean' });
  await house.runJobs('garments.take_in');
  await house.runJobs('garments.cut_out');
  return body.item.id;
}
const read = async (who: Visitor, id: string): Promise<Item> => (await who.call<Item>('GET', `/v1/items/${id}`)).body;
const paint = (who: Visitor, id: string, mask: Buffer) =>
  who.call<Item>('POST', `/v1/items/${id}/background-clean`, { mask_png: mask.toString('base64') });

/** How much of each place can be seen, 0..255. */
async function seenAt(who: Visitor, id: string, places: readonly [number, number][]): Promise<number[]> {
  const { image_clean } = await read(who, id);
  const { rawPayload } = await house.server.inject({ method: 'GET', url: image_clean! });
  const { data, info } = await sharp(rawPayload).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return places.map(([x, y]) => data[(y * info.width + x) * 4 + 3]!);
}
const chest: [number, number] = [150, 200];
const sleeve: [number, number] = [70, 120];
const floor: [number, number] = [30, 300];

test('without any service this machine cuts a garment out of its floor', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  const item = await read(who, id);
  assert.deepEqual([item.background_cleaned, item.photo.problem, item.photo.width], [true, null, width]);
  assert.deepEqual(await seenAt(who, id, [chest, sleeve, floor]), [255, 255, 0]);
});

test('somebody who wears the garment is told as a doubt, never refused; what its owner painted is not doubted', async () => {
  const who = await anonymousVisitor(house);
  const { data, width: across, height: down } = await drawPeople();
  const photo = await sharp(data, { raw: { width: across, height: down, channels: 3 } })
    .png()
    .toBuffer();
  const id = await photographed(who, photo);
  const worn = await read(who, id);
  assert.deepEqual(
    [worn.photo.state, worn.photo.clean_state, worn.photo.problem, worn.background_cleaned],
    ['ready', 'doubtful', null, true],
  );
  assert.equal(worn.photo.doubts[0], 'person');
  const torso = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="256"><rect width="192" height="256"/><rect x="70" y="70" width="52" height="70" fill="#fff"/></svg>`,
    ),
  );
  await paint(who, id, await torso.flatten({ background: '#000' }).png().toBuffer());
  await house.runJobs('garments.cut_out');
  const painted = (await read(who, id)).photo;
  assert.deepEqual([painted.clean_state, painted.doubts], ['ready', []]);
});

test('what was painted is obeyed, until the garment is looked for anew', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  // Half as large as the photo, and without the sleeves.
  const mask = await draw('<rect x="100" y="70" width="100" height="225" fill="#fff"/>', '#000', { width: 150, height: 180 });
  assert.equal((await paint(who, id, mask)).status, 202);
  await house.runJobs('garments.cut_out');
  assert.deepEqual(await seenAt(who, id, [chest, sleeve, floor]), [255, 0, 0]);
  assert.equal((await read(who, id)).photo.clean_state, 'ready');
  await who.call('POST', `/v1/items/${id}/background-clean`, {});
  await house.runJobs('garments.cut_out');
  assert.deepEqual(await seenAt(who, id, [chest, sleeve]), [255, 255]);
});

test('a mask of another shape, another kind, or none at all is refused, and nothing changes', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  const unchanged = await read(who, id);
  const jpeg = await sharp(await draw('', '#fff'))
    .jpeg()
    .toBuffer();
  for (const mask of [
    await draw('', '#fff', { width: 300, height: 200 }),
    jpeg,
    Buffer.from('a letter'),
    await draw('', '#fff', { width: 3000, height: 3600 }),
  ]) {
    const { status, body } = await paint(who, id, mask);
    assert.deepEqual([status, body.error.code], [400, 'garments.bad_mask']);
  }
  assert.deepEqual((await read(who, id)).photo, unchanged.photo);
});

test('nobody paints on somebody else’s garment', async () => {
  const id = await photographed(await anonymousVisitor(house));
  assert.equal((await paint(await anonymousVisitor(house), id, await draw('', '#fff'))).status, 404);
});

test('what is painted while a cut-out runs counts, not what that one finds', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  await who.call('POST', `/v1/items/${id}/background-clean`, {});
  const running = house.runJobs('garments.cut_out');
  house.clock.pass(1);
  const mask = await draw('<rect x="100" y="70" width="100" height="225" fill="#fff"/>', '#000');
  assert.equal((await paint(who, id, mask)).status, 202);
  await running;
  await house.runJobs('garments.cut_out');
  assert.deepEqual(await seenAt(who, id, [chest, sleeve]), [255, 0]);
  assert.equal((await read(who, id)).photo.clean_state, 'ready');
});

test('a photo on which we make a mistake each time is given up and told; a queue that was away is not the photo’s fault', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  await who.call('POST', `/v1/items/${id}/background-clean`, {});
  await house.platform.queue.boss.deleteAllJobs('garments.cut_out');
  const { rows } = await house.platform.database.pool.query<{ photo_id: string }>('select photo_id from garments_garments where id = $1', [
    id,
  ]);
  const job = house.platform.jobs.find(({ name }) => name === 'garments.cut_out')!;
  const runWith = (parts: object) => job.run({ ...house.ctx(), ...parts }, { garment_id: id, photo_id: rows[0]!.photo_id } as never);
  const away = { storage: { ...house.ctx().storage, get: () => Promise.reject(new Error('away')) } };
  for (let tries = 0; tries < 6; tries += 1) await assert.rejects(runWith(away), /away/);
  const mistaken = { workers: { ...house.ctx().workers, runAlone: () => Promise.reject(new TypeError('a mistake of ours')) } };
  for (let tries = 0; tries < 3; tries += 1) await assert.rejects(runWith(mistaken), /could not be made/);
  await runWith(mistaken);
  const { photo } = await read(who, id);
  assert.deepEqual([photo.clean_state, photo.problem?.code], ['failed', 'garments.gave_up']);
});
