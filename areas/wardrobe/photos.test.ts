import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { Item } from '#contract/wardrobe.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { noteImageUploaded } from './items.ts';
import { showItem } from './present-item.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type Made = { item: Item; upload_url: string };
/** A photo that no other test sends, with a word in it that must never be found in storage. */
async function photo(width = 300, height = 200): Promise<Buffer> {
  const [r, g, b] = randomBytes(3);
  return sharp({ create: { width, height, channels: 3, background: { r: r!, g: g!, b: b! } } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Bedroom of somebody' } })
    .toBuffer();
}
const addItem = async (who: Visitor, draft: object = {}): Promise<Made> => {
  const { status, body } = await who.call<Made>('POST', '/v1/items', draft);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
};
const upload = (url: string, payload: Buffer) => house.server.inject({ method: 'PUT', url, payload });
const uploaded = (who: Visitor, id: string, body: object = {}) => who.call<Item>('PUT', `/v1/items/${id}/image-uploaded`, body);
const read = async (who: Visitor, id: string): Promise<Item> => (await who.call<Item>('GET', `/v1/items/${id}`)).body;
const get = (url: string) => house.server.inject({ method: 'GET', url });
const filesIn = async (prefix: string): Promise<string[]> => (await house.ctx().storage.list(prefix)).objects.map(({ key }) => key);
/** Somebody whose token has ended meanwhile. */
const later = ({ person_id }: Visitor) => house.ctx({ person_id, via: 'token' });
const settle = async (): Promise<void> => {
  await house.runJobs('garments.take_in');
  await house.runJobs('platform.delete-doomed-files');
};
async function photographed(who: Visitor, content: Buffer | Promise<Buffer> = photo()): Promise<Item> {
  const { item, upload_url } = await addItem(who);
  await upload(upload_url, await content);
  assert.equal((await uploaded(who, item.id)).status, 202);
  await settle();
  // What is deleted from here on is deleted later.
  house.clock.pass(1);
  return read(who, item.id);
}

test('a photo goes from its upload to pictures that only a signed address shows', async () => {
  const who = await anonymousVisitor(house);
  const { item, upload_url } = await addItem(who, { title: 'Blue shirt', image_bytes: 10_000_000 });
  assert.deepEqual([item.photo.state, item.image_original, item.thumb, item.owner_id], ['waiting', null, null, who.person_id]);
  const content = await photo(4000, 3000);
  await upload(upload_url, content);
  const noted = await uploaded(who, item.id);
  assert.deepEqual([noted.status, noted.body.photo.state], [202, 'processing']);
  assert.equal((await uploaded(who, item.id)).body.photo.state, 'processing', 'said again it changes nothing');
  assert.equal(await house.runJobs('garments.take_in'), 1);
  const ready = await read(who, item.id);
  assert.deepEqual([ready.photo.state, ready.photo.problem, ready.photo.width, ready.photo.height], ['ready', null, 3000, 2250]);
  assert.deepEqual([ready.image_clean, ready.background_cleaned], [null, false]);
  for (const [url, width] of [
    [ready.image_original, 3000],
    [ready.thumb, 480],
  ] as const) {
    const answer = await get(url!);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'image/jpeg');
    assert.match(String(answer.headers['cache-control']), /^private, max-age=/);
    assert.equal((await sharp(answer.rawPayload).metadata()).width, width);
    assert.ok(!answer.rawPayload.includes('Bedroom'));
    const again = await house.server.inject({ method: 'GET', url: url!, headers: { 'if-none-match': String(answer.headers.etag) } });
    assert.deepEqual([again.statusCode, again.rawPayload.length], [304, 0]);
    const head = await house.server.inject({ method: 'HEAD', url: url! });
    assert.deepEqual([head.statusCode, head.headers['content-type'], head.rawPayload.length], [200, 'image/jpeg', 0]);
  }
  assert.equal((await read(who, item.id)).thumb, ready.thumb, 'the address stays, so that a browser asks once');
});

test('an address of a picture ends, and no other passes for it', async () => {
  const who = await anonymousVisitor(house);
  const { thumb } = await photographed(who);
  assert.equal((await get(thumb!)).statusCode, 200);
  const forged = thumb!.slice(0, -1) + (thumb!.endsWith('A') ? 'B' : 'A');
  for (const url of [forged, '/garment-pictures/nonsense']) assert.equal((await get(url)).statusCode, 404);
  house.clock.pass(2 * 3600 + 1);
  assert.equal((await get(thumb!)).statusCode, 404);
});

test('what lies in storage and database shows nothing of a photo, and a deletion removes every byte of it', async () => {
  const who = await anonymousVisitor(house);
  const kept = await photographed(who);
  const item = await photographed(who);
  const waiting = await addItem(who);
  await house.server.inject({ method: 'PUT', url: waiting.upload_url, payload: await photo() });
  const pictures = await Promise.all([item.image_original, item.thumb].map(async (url) => (await get(url!)).rawPayload));
  const files = await filesIn(`garments/${item.id}/`);
  assert.equal(files.length, 2);
  for (const key of [...files, ...(await filesIn('uploads/'))]) {
    const stored = await house.ctx().storage.get(key);
    const bytes = await buffer(stored!.content);
    for (const word of [Buffer.from('Bedroom'), Buffer.from('\xff\xd8\xff', 'latin1'), ...pictures.map((one) => one.subarray(-64))])
      assert.ok(!bytes.includes(word), key);
  }
  for (const id of [item.id, waiting.item.id]) assert.equal((await who.call('DELETE', `/v1/items/${id}`)).status, 200);
  assert.deepEqual([await filesIn(`garments/${item.id}/`), await filesIn('uploads/')], [[], []]);
  assert.deepEqual(await rowsNaming([item.id, waiting.item.id]), []);
  assert.equal((await get(item.thumb!)).statusCode, 404);
  assert.equal((await get(kept.thumb!)).statusCode, 200, 'what was not deleted stays');
});

/** Which tables still hold one of these ids, anywhere in a row; what the queue notes of finished work is not the person's. */
async function rowsNaming(ids: readonly string[]): Promise<string[]> {
  const { pool } = house.platform.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'platform_events'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query(`select 1 from "${name}" t where ${ids.map((id) => `t::text like '%${id}%'`).join(' or ')} limit 1`);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('“Delete my photos” removes every photo now, keeps the rest, and answers with a receipt that can be checked', async () => {
  const [who, other] = [await accountVisitor(house), await accountVisitor(house)];
  const items = [await photographed(who), await photographed(who)];
  const others = await photographed(other);
  const unfinished = await addItem(who);
  await upload(unfinished.upload_url, await photo());
  const { status, body } = await who.call<{ rows: Record<string, number>; files: number; files_left: number; scope: string }>(
    'DELETE',
    '/v1/me/photos',
  );
  assert.equal(status, 200);
  // Two pictures of each of two photos, and an upload with its one piece.
  assert.deepEqual([body.scope, body.rows['garments'], body.rows['fit'], body.files, body.files_left], ['photos', 5, 0, 5, 0]);
  for (const { id } of items) assert.deepEqual(await filesIn(`garments/${id}/`), []);
  assert.deepEqual(await filesIn('uploads/'), []);
  for (const { thumb } of items) assert.equal((await get(thumb!)).statusCode, 404);
  const left = await read(who, items[0]!.id);
  assert.deepEqual([left.photo.state, left.thumb, left.image_original], ['none', null, null]);
  assert.equal((await get(others.thumb!)).statusCode, 200, 'nobody else’s');
  const empty = await who.call<{ files: number }>('DELETE', '/v1/me/photos');
  assert.equal(empty.body.files, 0);
  const again = await who.call<Made>('POST', `/v1/items/${items[0]!.id}/photo`, {});
  assert.equal(again.status, 201, 'another photo may come');
});

test('an account that is deleted takes its photos and its key along', async () => {
  const who = await accountVisitor(house);
  const item = await photographed(who);
  const [key_before] = (await house.platform.database.pool.query('select 1 from platform_data_keys where owner_id = $1', [who.person_id]))
    .rows;
  assert.ok(key_before);
  const { body } = await who.call<{ files: number; files_left: number }>('DELETE', '/v1/me');
  assert.deepEqual([body.files, body.files_left], [2, 0]);
  assert.deepEqual(await filesIn(`garments/${item.id}/`), []);
  assert.deepEqual(
    (await rowsNaming([who.person_id])).filter((name) => name !== 'platform_audit'),
    [],
  );
});

test('signing in takes the photos along, and they open with the key they were closed with', async () => {
  const [stranger, account] = [await anonymousVisitor(house), await accountVisitor(house)];
  const [item, own] = [await photographed(stranger), await photographed(account)];
  const answer = await house.server.inject({
    method: 'POST',
    url: '/v1/auth/login',
    headers: stranger.headers,
    payload: { email: account.email, password: 'correct horse battery' },
  });
  assert.equal(answer.statusCode, 200);
  const { body } = await account.call<{ items: Item[] }>('GET', '/v1/wardrobe');
  assert.deepEqual(new Set(body.items.map(({ id }) => id)), new Set([item.id, own.id]));
  for (const { thumb } of body.items) assert.equal((await get(thumb!)).statusCode, 200);
});

test('what is no photo is told in words, leaves nothing behind and holds up nobody', async () => {
  const who = await anonymousVisitor(house);
  const [script, cut, good] = [await addItem(who), await addItem(who), await addItem(who)];
  const jpeg = await photo(800, 800);
  await upload(script.upload_url, Buffer.from('#!/bin/sh\nrm -rf /\n'));
  const refused = await uploaded(who, script.item.id);
  assert.deepEqual([refused.status, refused.body.error.code], [422, 'garments.not_a_picture']);
  await upload(cut.upload_url, jpeg.subarray(0, jpeg.length / 2));
  await upload(good.upload_url, jpeg);
  for (const { item } of [cut, good]) assert.equal((await uploaded(who, item.id)).status, 202);
  await settle();
  const failed = await read(who, cut.item.id);
  assert.deepEqual([failed.photo.state, failed.photo.problem?.code], ['failed', 'garments.damaged_picture']);
  assert.match(failed.photo.problem!.message, /Send it again/);
  assert.equal((await read(who, good.item.id)).photo.state, 'ready');
  assert.deepEqual(await filesIn(`garments/${cut.item.id}/`), []);
  // Another try goes to a fresh address, or, where nothing was taken yet, to the same one.
  assert.equal((await upload(script.upload_url, jpeg)).statusCode, 204);
  assert.equal((await uploaded(who, script.item.id)).status, 202);
  const { upload_url } = (await who.call<Made>('POST', `/v1/items/${cut.item.id}/photo`, {})).body;
  await upload(upload_url, jpeg);
  await uploaded(who, cut.item.id);
  await settle();
  for (const { item } of [script, cut]) assert.equal((await read(who, item.id)).photo.state, 'ready');
  assert.deepEqual(await filesIn('uploads/'), []);
});

test('before all of a photo is there, and after its address has ended, one is told so', async () => {
  const who = await anonymousVisitor(house);
  const { item } = await addItem(who, { image_bytes: 5000 });
  assert.equal((await uploaded(who, item.id)).body.error.code, 'garments.photo_unfinished');
  house.clock.pass(86_401);
  await assert.rejects(noteImageUploaded(later(who), item.id, undefined), (error) => (error as { code?: string }).code === 'upload.ended');
  await house.platform.jobs.find(({ name }) => name === 'platform.sweep-uploads')!.run(house.ctx(), {} as never);
  await house.platform.jobs.find(({ name }) => name === 'garments.sweep')!.run(house.ctx(), {} as never);
  assert.equal((await showItem(later(who), who.person_id, item.id)).photo.state, 'none', 'nobody waits for ever');
});

test('the same garment sent twice is made once', async () => {
  const who = await anonymousVisitor(house);
  const client_id = '018f0000-0000-7000-8000-00000000abcd';
  const made = await Promise.all([1, 2, 3].map(() => addItem(who, { client_id, title: 'Coat' })));
  assert.equal(new Set(made.map(({ item }) => item.id)).size, 1);
  assert.equal(new Set(made.map(({ upload_url }) => upload_url)).size, 1);
  await upload(made[0]!.upload_url, await photo());
  await uploaded(who, made[0]!.item.id);
  await settle();
  assert.equal((await addItem(who, { client_id })).upload_url, null, 'its photo is there already');
});

test('another photo replaces the old one only when it is there, and the old one’s files go', async () => {
  const who = await anonymousVisitor(house);
  const item = await photographed(who, photo(300, 200));
  const { upload_url } = (await who.call<Made>('POST', `/v1/items/${item.id}/photo`, {})).body;
  assert.equal((await get((await read(who, item.id)).thumb!)).statusCode, 200);
  await upload(upload_url, await photo(200, 300));
  await uploaded(who, item.id);
  await settle();
  const now = await read(who, item.id);
  assert.deepEqual([now.photo.width, now.photo.height], [200, 300]);
  assert.notEqual(now.thumb, item.thumb);
  assert.equal((await get(item.thumb!)).statusCode, 404);
  assert.equal((await filesIn(`garments/${item.id}/`)).length, 2);
});

test('work that was cut off is done again, once; a deletion in between leaves nothing', async () => {
  const who = await anonymousVisitor(house);
  const [first, second] = [await addItem(who), await addItem(who)];
  for (const { item, upload_url } of [first, second]) {
    await upload(upload_url, await photo());
    await uploaded(who, item.id);
  }
  const take_in = house.platform.jobs.find(({ name }) => name === 'garments.take_in')!;
  const upload_id = async (id: string) =>
    (await house.platform.database.pool.query<{ upload_id: string }>('select upload_id from garments_garments where id = $1', [id]))
      .rows[0]!.upload_id;
  const work = { garment_id: first.item.id, upload_id: await upload_id(first.item.id) };
  // The first try writes its files and is then cut off before it is counted, as by a kill.
  const broken = house.ctx();
  const cut = { ...broken, live: { ...broken.live, tell: () => Promise.reject(new Error('killed')) } };
  await assert.rejects(take_in.run(cut, work as never), /killed/);
  assert.equal((await read(who, first.item.id)).photo.state, 'processing');
  await take_in.run(house.ctx(), work as never);
  await take_in.run(house.ctx(), work as never);
  assert.equal((await read(who, first.item.id)).photo.state, 'ready');
  assert.equal((await filesIn(`garments/${first.item.id}/`)).length, 2);
  const late = { garment_id: second.item.id, upload_id: await upload_id(second.item.id) };
  await assert.rejects(take_in.run(cut, late as never), /killed/);
  await who.call('DELETE', `/v1/items/${second.item.id}`);
  await take_in.run(house.ctx(), late as never);
  await house.runJobs('platform.delete-doomed-files');
  assert.deepEqual(await filesIn(`garments/${second.item.id}/`), []);
});

test('a deletion that storage was away for never takes a later photo along, and work that broke and was given up leaves no file', async () => {
  const who = await anonymousVisitor(house);
  const item = await photographed(who);
  const { erase } = house.platform.ports.personal_data.get('garments')!;
  // The rows go, and their files are to go later, as when storage is away.
  await inTransaction(house.ctx(), (tx) => erase(tx, who.person_id, 'photos'));
  const { upload_url } = (await who.call<Made>('POST', `/v1/items/${item.id}/photo`, {})).body;
  await upload(upload_url, await photo());
  await uploaded(who, item.id);
  await house.runJobs('garments.take_in');
  await deleteDoomedFiles(house.ctx());
  const now = await read(who, item.id);
  assert.equal((await get(now.thumb!)).statusCode, 200);
  assert.equal((await filesIn(`garments/${item.id}/`)).length, 2, 'the new photo’s, and none of the old one’s');
  const broken = await addItem(who);
  await upload(broken.upload_url, await photo());
  await uploaded(who, broken.item.id);
  const cut = { ...house.ctx(), live: { ...house.ctx().live, tell: () => Promise.reject(new Error('killed')) } };
  const { pool } = house.platform.database;
  const { rows } = await pool.query<{ upload_id: string }>('select upload_id from garments_garments where id = $1', [broken.item.id]);
  const take_in = house.platform.jobs.find(({ name }) => name === 'garments.take_in')!;
  await assert.rejects(take_in.run(cut, { garment_id: broken.item.id, upload_id: rows[0]!.upload_id } as never), /killed/);
  assert.equal((await filesIn(`garments/${broken.item.id}/`)).length, 2);
  await pool.query('update garments_garments set attempts = 4 where id = $1', [broken.item.id]);
  await settle();
  assert.equal((await read(who, broken.item.id)).photo.problem?.code, 'garments.gave_up');
  assert.deepEqual(await filesIn(`garments/${broken.item.id}/`), []);
});

test('a photo that ends its process again and again is given up', async () => {
  const who = await anonymousVisitor(house);
  const { item, upload_url } = await addItem(who);
  await upload(upload_url, await photo());
  await uploaded(who, item.id);
  await house.platform.database.pool.query('update garments_garments set attempts = 4 where id = $1', [item.id]);
  await settle();
  assert.equal((await read(who, item.id)).photo.problem?.code, 'garments.gave_up');
});

test('while storage is away a photo waits, and is taken in when it is back', async () => {
  const who = await anonymousVisitor(house);
  const { item, upload_url } = await addItem(who);
  await upload(upload_url, await photo());
  await uploaded(who, item.id);
  const take_in = house.platform.jobs.find(({ name }) => name === 'garments.take_in')!;
  const { rows } = await house.platform.database.pool.query<{ upload_id: string }>(
    'select upload_id from garments_garments where id = $1',
    [item.id],
  );
  const away = { ...house.ctx(), storage: { ...house.ctx().storage, put: () => Promise.reject(new Error('away')) } };
  for (let tries = 0; tries < 6; tries += 1)
    await assert.rejects(take_in.run(away, { garment_id: item.id, upload_id: rows[0]!.upload_id } as never), /away/);
  await settle();
  assert.equal((await read(who, item.id)).photo.state, 'ready');
});

test('a job that was lost is handed in again by the sweep', async () => {
  const who = await anonymousVisitor(house);
  const { item, upload_url } = await addItem(who);
  await upload(upload_url, await photo());
  await uploaded(who, item.id);
  await house.platform.queue.boss.deleteAllJobs('garments.take_in');
  assert.equal(await house.runJobs('garments.take_in'), 0);
  house.clock.pass(3601);
  await house.platform.jobs.find(({ name }) => name === 'garments.sweep')!.run(house.ctx(), {} as never);
  await settle();
  assert.equal((await showItem(later(who), who.person_id, item.id)).photo.state, 'ready');
});

test('a look that was lost is taken again by the sweep, for a day', async () => {
  const guessesAfter = async (passed_s: number): Promise<unknown> => {
    const who = await anonymousVisitor(house);
    const { item, upload_url } = await addItem(who);
    await upload(upload_url, await photo());
    await uploaded(who, item.id);
    await house.runJobs('garments.take_in');
    await house.platform.queue.boss.deleteAllJobs('garments.tag_photo');
    house.clock.pass(passed_s);
    await house.platform.jobs.find(({ name }) => name === 'garments.sweep')!.run(house.ctx(), {} as never);
    await house.runJobs('garments.tag_photo');
    await house.deliverNews();
    return (await showItem(later(who), who.person_id, item.id)).guesses;
  };
  assert.equal(await guessesAfter(3000), null, 'it may still be in the queue');
  assert.notEqual(await guessesAfter(3601), null);
  assert.equal(await guessesAfter(90_000), null, 'what fails for a day is left');
});
