import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import type { DataImport } from '#contract/imports.ts';
import type { Item } from '#contract/wardrobe.ts';
import { dataDir } from '#platform/config/config.ts';
import { bringBack, downloadOf, handIn, importOf, unzip, withData, zipOf } from '#platform/testing/bring-back.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { readImport, startImport } from './imports.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const wardrobeOf = async (who: Visitor): Promise<Item[]> =>
  (await who.call<{ items: Item[] }>('GET', '/v1/wardrobe?shelf=all&limit=100')).body.items;
async function withShirts(count: number): Promise<{ who: Visitor; ids: string[] }> {
  const who = await accountVisitor(house);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', { title: `Shirt ${i}` });
    const payload = await sharp({ create: { width: 80, height: 90, channels: 3, background: 'navy' } })
      .jpeg()
      .toBuffer();
    await house.server.inject({ method: 'PUT', url: body.upload_url, payload });
    await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, {});
    ids.push(body.item.id);
  }
  await house.runJobs('garments.take_in');
  return { who, ids };
}
/** What is left in storage of what somebody sent, and of pictures. */
async function uploadsLeft(): Promise<number> {
  await house.runJobs('platform.delete-doomed-files');
  return filesUnder('uploads/');
}
const filesUnder = async (prefix: string): Promise<number> => (await house.ctx().storage.list(prefix)).objects.length;
const manifestOf = (said: object): [string, Buffer] => [
  'manifest.json',
  Buffer.from(JSON.stringify({ format: 'toile.export', version: 1, ...said })),
];
const dataOf = (said: unknown): [string, Buffer] => ['data.json', Buffer.from(JSON.stringify(said))];

test('what is none of ours is declined with what to do, and leaves nothing', async () => {
  const whole = await downloadOf(house, (await withShirts(1)).who);
  const locked = Buffer.from(whole);
  locked[locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8]! |= 1;
  const cases: [string, Buffer][] = [
    ['people.not_an_export', randomBytes(3000)],
    [
      'people.not_an_export',
      await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    ],
    ['people.not_an_export', await zipOf([['holiday.jpg', randomBytes(200)]])],
    ['people.not_an_export', await zipOf([manifestOf({ format: 'other.export' }), dataOf({ areas: {} })])],
    ['people.not_an_export', await zipOf([['manifest.json', Buffer.from('null')], dataOf({ areas: {} })])],
    ['people.export_newer', await zipOf([manifestOf({ version: 2 }), dataOf({ areas: {} })])],
    ['people.export_damaged', await zipOf([manifestOf({})])],
    ['people.export_damaged', await zipOf([manifestOf({}), ['data.json', Buffer.from('{"areas": {')]])],
    ['people.export_damaged', await zipOf([manifestOf({}), dataOf({ areas: [1] })])],
    ['people.export_damaged', whole.subarray(0, whole.length - 40)],
    ['people.export_refused', locked],
    ['people.export_refused', await zipOf([manifestOf({}), ['data.json', Buffer.alloc(33 * 1024 * 1024, ' ')]])],
  ];
  const who = await accountVisitor(house);
  for (const [code, zip] of cases) {
    const { state, problem } = await bringBack(house, who, zip);
    assert.deepEqual([state, problem?.code], ['failed', code]);
    assert.match(problem!.message, /\.$/);
  }
  assert.deepEqual([await wardrobeOf(who), await uploadsLeft()], [[], 0]);
  assert.deepEqual(await readdir(join(dataDir(house.ctx().config), 'scratch')), []);
});

test('rows that are not as Toile writes them are left out one by one, and the others come', async () => {
  const zip = await withData(await downloadOf(house, (await withShirts(4)).who), (areas) => {
    const items = areas['wardrobe']!['items'] as Record<string, unknown>[];
    items[0]!['category'] = 'spaceship';
    items[1]!['title'] = 'half a sign \u0000 and a nought';
    items.push({ id: 'x' }, null as never, ['list'] as never);
    areas['wardrobe']!['saved'] = [{ kind: 'person', id: 7 }];
    areas['fit'] = { profiles: [{ id: 'nobody' }], feedback: [{}], outcomes: 'many', fittings: null };
    areas['people'] = { person: 5, profiles: [{}] };
    areas['__proto__x'] = { a: 1 };
  });
  const who = await accountVisitor(house);
  const { state, result } = await bringBack(house, who, zip);
  assert.deepEqual([state, result!.added, result!.photos], ['done', { garments: 2 }, 2]);
  const skipped = Object.fromEntries(result!.skipped.map(({ kind, reason, count }) => [`${kind} ${reason}`, count]));
  assert.deepEqual(skipped, {
    'preferences unreadable': 1,
    'profiles unreadable': 1,
    'garments unreadable': 5,
    'saved unreadable': 1,
    'tries unreadable': 1,
  });
});

test('pictures that are none, that are gone, or that claim too many pixels leave a garment that waits for its photo', async () => {
  const { who, ids } = await withShirts(4);
  const files = await unzip(await downloadOf(house, who));
  const [text, gone, huge] = ids.map((id) => `pictures/${id}/original.jpg`);
  files.set(text!, Buffer.from('<svg onload="alert(1)"/>'.repeat(20)));
  files.delete(gone!);
  const claims = await sharp({ create: { width: 80, height: 80, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  claims.writeUInt32BE(60_000, 16);
  claims.writeUInt32BE(60_000, 20);
  files.set(huge!, claims);
  const other = await accountVisitor(house);
  const { state, result } = await bringBack(house, other, await zipOf(files));
  assert.deepEqual([state, result!.added, result!.photos], ['done', { garments: 4 }, 1]);
  assert.deepEqual(
    result!.skipped.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)),
    [
      { kind: 'photos', reason: 'photo_missing', count: 1 },
      { kind: 'photos', reason: 'unreadable', count: 2 },
    ],
  );
  const states = (await wardrobeOf(other)).map(({ photo }) => photo.state);
  assert.deepEqual(states.toSorted(), ['ready', 'waiting', 'waiting', 'waiting']);
});

test('a picture under a name that leads elsewhere is not asked for, and such a zip is refused', async () => {
  const zip = await downloadOf(house, (await withShirts(1)).who);
  const files = await unzip(zip);
  const path = [...files.keys()].find((one) => one.startsWith('pictures/'))!;
  const evil = `../../${'x'.repeat(path.length - 6)}`;
  const forged = Buffer.from(zip.toString('latin1').replaceAll(path, evil), 'latin1');
  assert.equal((await bringBack(house, await accountVisitor(house), forged)).problem!.code, 'people.export_damaged');
});

test('killed at any step, the next run goes on: each thing once, and counted once', async () => {
  const { who } = await withShirts(3);
  const other = await accountVisitor(house);
  await handIn(house, other, await downloadOf(house, who));
  for (let kills = 0; kills < 7; kills += 1) {
    const { storage } = house.platform.ports;
    // The process ends while the second thing of each run is being put away.
    let left = kills % 4;
    const put = storage.put.bind(storage);
    storage.put = async (...args) => {
      if (left-- <= 0) throw new Error('the power went');
      return put(...args);
    };
    await house.runJobs('people.read_import');
    storage.put = put;
    if ((await importOf(other)).state === 'done') break;
  }
  for (let tries = 0; tries < 10 && (await importOf(other)).state !== 'done'; tries += 1) await house.runJobs('people.read_import');
  const { state, result, steps, steps_done } = await importOf(other);
  assert.deepEqual([state, steps_done], ['done', steps]);
  assert.deepEqual([result!.added, result!.photos, result!.known], [{ garments: 3 }, 3, { profiles: 1 }]);
  const items = await wardrobeOf(other);
  assert.equal(items.length, 3);
  for (const { id, photo } of items) {
    assert.equal(photo.state, 'ready');
    assert.equal(await filesUnder(`garments/${id}/`), 2, 'the original and its thumb, and nothing that a killed run left');
  }
});

test('a run that lasts long hands on to the next, which goes on where it stood', async () => {
  const { who } = await withShirts(2);
  const zip = await downloadOf(house, who);
  const other = await accountVisitor(house);
  await handIn(house, other, zip);
  const { storage } = house.platform.ports;
  const put = storage.put.bind(storage);
  storage.put = async (...args) => {
    house.clock.pass(61);
    return put(...args);
  };
  await house.runJobs('people.read_import');
  const midway = await importOf(other);
  storage.put = put;
  assert.equal(midway.state, 'reading');
  assert.ok(midway.steps_done < midway.steps!);
  assert.equal(await house.runJobs('people.read_import'), 1);
  const { state, result } = await importOf(other);
  assert.deepEqual([state, result!.added, result!.photos], ['done', { garments: 2 }, 2]);
});

test('a step that ends its process each time is left out, and the rest comes', async () => {
  const { who } = await withShirts(2);
  const other = await accountVisitor(house);
  await handIn(house, other, await downloadOf(house, who));
  const { storage } = house.platform.ports;
  const put = storage.put.bind(storage);
  let is_first = true;
  let seen = '';
  storage.put = async (key, ...rest) => {
    const garment = key.split('/')[1]!;
    if (is_first) [is_first, seen] = [false, garment];
    if (garment === seen) throw new Error('this one ends every process');
    return put(key, ...rest);
  };
  for (let tries = 0; tries < 12; tries += 1) await house.runJobs('people.read_import');
  storage.put = put;
  const { state, result } = await importOf(other);
  assert.deepEqual([state, result!.added, result!.photos], ['done', { garments: 2 }, 1]);
  assert.deepEqual(result!.skipped, [{ kind: 'photos', reason: 'unreadable', count: 1 }]);
});

test('stopped in the middle: what came stays, the zip goes, and no more comes', async () => {
  const { who } = await withShirts(2);
  const other = await accountVisitor(house);
  const others_left = await uploadsLeft();
  const begun = await handIn(house, other, await downloadOf(house, who));
  assert.equal((await other.call('POST', '/v1/me/import', { size_bytes: 5 })).body.error.code, 'people.import_going_on');
  assert.equal((await other.call('DELETE', `/v1/me/import/${begun.id}`)).status, 200);
  assert.equal(await filesUnder('uploads/'), others_left);
  await house.runJobs('people.read_import');
  assert.deepEqual([await importOf(other), await wardrobeOf(other)], [null, []]);
  assert.equal((await other.call('DELETE', `/v1/me/import/${begun.id}`)).status, 404);
});

test('deleting the account, or its photos, takes the zip along, read or not', async () => {
  const zip = await downloadOf(house, (await withShirts(1)).who);
  for (const url of ['/v1/me/photos', '/v1/me']) {
    const who = await accountVisitor(house);
    const others_left = await uploadsLeft();
    await handIn(house, who, zip);
    const { body } = await who.call<{ rows: Record<string, number>; files: number }>('DELETE', url);
    assert.ok(body.rows['people']! >= 1 && body.files >= 1, JSON.stringify(body));
    assert.equal(await filesUnder('uploads/'), others_left);
    await house.runJobs('people.read_import');
  }
  const gone = await accountVisitor(house);
  await bringBack(house, gone, zip);
  const [item] = await wardrobeOf(gone);
  await gone.call('DELETE', '/v1/me');
  assert.equal(await filesUnder(`garments/${item!.id}/`), 0);
});

test('an anonymous shopper who signs in while the zip is read gets it in the account', async () => {
  const zip = await downloadOf(house, (await withShirts(1)).who);
  const [visitor, account] = [await anonymousVisitor(house), await accountVisitor(house)];
  await handIn(house, visitor, zip);
  const log_in = { email: account.email, password: 'correct horse battery' };
  assert.equal((await visitor.call('POST', '/v1/auth/login', log_in)).status, 200);
  for (let runs = 0; runs < 2; runs += 1) await house.runJobs('people.read_import');
  assert.deepEqual([(await importOf(account)).state, (await wardrobeOf(account)).length], ['done', 1]);
});

test('a zip that broke off goes on where it stood, for whoever asks anew where it goes', async () => {
  const zip = await downloadOf(house, (await withShirts(1)).who);
  const who = await accountVisitor(house);
  const { body } = await who.call<{ upload_url: string }>('POST', '/v1/me/import', { size_bytes: zip.length });
  const headers = (offset: number) => ({
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  });
  const send = (url: string, offset: number, payload: Buffer) =>
    house.server.inject({ method: 'PATCH', url, headers: headers(offset), payload });
  const half = Math.floor(zip.length / 2);
  assert.equal((await send(body.upload_url, 0, zip.subarray(0, half))).statusCode, 204);
  const asked = await who.call<{ import: DataImport; upload_url: string | null }>('GET', '/v1/me/import');
  assert.deepEqual([asked.body.import.state, asked.body.upload_url], ['waiting', body.upload_url]);
  const stands = await house.server.inject({ method: 'HEAD', url: asked.body.upload_url!, headers: { 'tus-resumable': '1.0.0' } });
  assert.equal(stands.headers['upload-offset'], String(half));
  assert.equal((await send(asked.body.upload_url!, half, zip.subarray(half))).statusCode, 204);
  await who.call('POST', `/v1/me/import/${asked.body.import.id}`);
  assert.equal((await who.call<{ upload_url: string | null }>('GET', '/v1/me/import')).body.upload_url, null);
  await house.runJobs('people.read_import');
  const { state, result } = await importOf(who);
  assert.deepEqual([state, result!.added, result!.photos], ['done', { garments: 1 }, 1]);
});

test('too large a file, one that has not all arrived, and one whose address ended are told', async () => {
  const [account, anonymous] = [await accountVisitor(house), await anonymousVisitor(house)];
  const begin = (who: Visitor, size_bytes: number) =>
    who.call<{ import: DataImport; upload_url: string }>('POST', '/v1/me/import', { size_bytes });
  assert.equal((await begin(account, 4_000_000_001)).body.error.code, 'request.too_large');
  assert.equal((await begin(anonymous, 500_000_001)).body.error.code, 'request.too_large');
  assert.equal((await begin(account, 3_999_999_999)).status, 201);
  const { body } = await begin(account, 100);
  const start = () => account.call('POST', `/v1/me/import/${body.import.id}`);
  assert.equal((await start()).body.error.code, 'people.import_unfinished');
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: Buffer.alloc(100) });
  house.clock.pass(86_401);
  const later = house.ctx({ person_id: account.person_id });
  await assert.rejects(startImport(later, body.import.id), { code: 'upload.ended' });
  house.clock.pass(8 * 86_400);
  await house.platform.jobs.find(({ name }) => name === 'people.sweep')!.run(house.ctx(), {} as never);
  assert.deepEqual(await readImport(later), { import: null, upload_url: null });
});

test('what nobody works on any more is ended, and says so', async () => {
  const who = await accountVisitor(house);
  await handIn(house, who, await zipOf([manifestOf({}), dataOf({ areas: {} })]));
  house.clock.pass(3700);
  await house.platform.jobs.find(({ name }) => name === 'people.sweep')!.run(house.ctx(), {} as never);
  const { state, problem } = (await readImport(house.ctx({ person_id: who.person_id }))).import!;
  assert.deepEqual([state, problem?.code], ['failed', 'people.import_gave_up']);
});
