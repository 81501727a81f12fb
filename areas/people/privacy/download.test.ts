import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { fromBufferPromise } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import type { Item } from '#contract/wardrobe.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const download = ({ headers }: Visitor) => house.server.inject({ method: 'GET', url: '/v1/me/export.zip', headers });
async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const file = await fromBufferPromise(zip, { autoClose: false });
  for await (const entry of file.eachEntry()) found.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  return found;
}
async function photographed(who: Visitor): Promise<string> {
  const { body } = await who.call<{ item: Item; upload_url: string }>('POST', '/v1/items', { title: 'Blue shirt' });
  const picture = { width: 300, height: 200, channels: 3, background: 'navy' } as const;
  await house.server.inject({ method: 'PUT', url: body.upload_url, payload: await sharp({ create: picture }).jpeg().toBuffer() });
  await who.call('PUT', `/v1/items/${body.item.id}/image-uploaded`, {});
  await house.runJobs('garments.take_in');
  return body.item.id;
}

test('the download holds what the export says, every picture as it can be seen, and a manifest of both', async () => {
  const who = await anonymousVisitor(house);
  const id = await photographed(who);
  const answer = await download(who);
  assert.deepEqual(
    [answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']],
    [200, 'application/zip', 'no-store'],
  );
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="toile-my-data\.zip"$/);
  const found = await unzip(answer.rawPayload);
  const data = JSON.parse(String(found.get('data.json'))) as { areas: object };
  assert.deepEqual(data.areas, (await who.call<{ areas: object }>('GET', '/v1/me/export')).body.areas);
  const path = `pictures/${id}/original.jpg`;
  assert.equal((await sharp(found.get(path)).metadata()).width, 300);
  const manifest = JSON.parse(String(found.get('manifest.json'))) as object;
  assert.deepEqual(
    { ...manifest, exported_at: '' },
    {
      format: 'toile.export',
      version: 1,
      exported_at: '',
      data: 'data.json',
      files: [path],
      missing: [],
    },
  );
  assert.deepEqual([...found.keys()].toSorted(), ['data.json', 'manifest.json', path]);
});

test('a picture that cannot be read any more is named, and does not keep the rest back', async () => {
  const who = await anonymousVisitor(house);
  const [broken, whole, gone] = [await photographed(who), await photographed(who), await photographed(who)];
  const { storage } = house.ctx();
  for (const [id, is_gone] of [
    [broken, false],
    [gone, true],
  ] as const) {
    const key = (await storage.list(`garments/${id}/`)).objects.find((one) => one.key.endsWith('/original'))!.key;
    if (is_gone) await storage.delete(key);
    else
      await storage.put(
        key,
        (async function* () {
          yield Buffer.from('not what was sealed');
        })(),
      );
  }
  const found = await unzip((await download(who)).rawPayload);
  const { files, missing } = JSON.parse(String(found.get('manifest.json'))) as { files: string[]; missing: string[] };
  assert.deepEqual(files, [`pictures/${whole}/original.jpg`]);
  assert.deepEqual(missing.toSorted(), [broken, gone].map((id) => `pictures/${id}/original.jpg`).toSorted());
  assert.ok(!found.has(missing[0]!));
});

test('nobody else’s pictures are in it', async () => {
  const [who, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  await photographed(other);
  const found = await unzip((await download(who)).rawPayload);
  assert.deepEqual([...found.keys()].toSorted(), ['data.json', 'manifest.json']);
});
