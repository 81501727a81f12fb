import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Upload } from 'tus-js-client';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { deleteDoomedFiles } from '#platform/storage/doomed-files.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { forgetUploads, forgetUploadsOf, makeUpload, readUpload } from './make-upload.ts';

let house: TestHouse;
let origin: string;
before(async () => {
  house = await testHouse();
  origin = await house.server.listen({ port: 0, host: '127.0.0.1' });
});
after(() => house.close());

const mb = 1024 * 1024;
const owner_id = newId();
async function begin(length_bytes: number | null, bytes_max = 5 * mb) {
  const made = await inTransaction(house.ctx(), (tx) => makeUpload(tx, { owner_id, bytes_max, length_bytes }));
  return { ...made, url: origin + made.upload_url };
}
const tus = { 'tus-resumable': '1.0.0' };
const part = (offset: number) => ({ ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) });
const send = (url: string, offset: number, body: Uint8Array) => fetch(url, { method: 'PATCH', headers: part(offset), body });
const offsetOf = async (url: string) => Number((await fetch(url, { method: 'HEAD', headers: tus })).headers.get('upload-offset'));
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
const filesOf = async (id: string) => (await house.ctx().storage.list(`uploads/${id}/`)).objects;
async function contentOf(id: string): Promise<Buffer> {
  const uploaded = await readUpload(house.ctx(), id);
  assert.equal(uploaded.state, 'complete');
  return buffer((uploaded as { content: AsyncIterable<Uint8Array> }).content);
}

/** Sends so much of a piece and then cuts the line, as a lift does. */
async function breakOff(url: string, { offset, announced, body }: { offset: number; announced: number; body: Uint8Array }): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const headers = Object.entries({ ...part(offset), host: 'x', 'content-length': announced }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`PATCH ${pathname} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
  await new Promise((done) => socket.write(body, done));
  await pause(50);
  socket.destroy();
}

test('the client that everybody uses uploads in pieces, and what comes out is what went in', async () => {
  const content = randomBytes(3 * mb + 7);
  const { upload_id, url } = await begin(content.length);
  const seen: number[] = [];
  await new Promise<void>((resolve, reject) => {
    new Upload(content, {
      uploadUrl: url,
      chunkSize: mb,
      retryDelays: [0, 0],
      onChunkComplete: (size) => void seen.push(size),
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
  assert.deepEqual(seen, [mb, mb, mb, 7]);
  assert.ok((await contentOf(upload_id)).equals(content));
});

test('when the line breaks what came is kept, and the upload goes on from there', async () => {
  const content = randomBytes(2 * mb);
  const { upload_id, url } = await begin(content.length);
  await breakOff(url, { offset: 0, announced: content.length, body: content.subarray(0, 700_000) });
  let at = 0;
  for (let tries = 0; at === 0 && tries < 100; tries += 1) {
    await pause(20);
    at = await offsetOf(url);
  }
  assert.ok(at > 0 && at <= 700_000, `stands at ${at}`);
  assert.equal((await readUpload(house.ctx(), upload_id)).state, 'unfinished');
  assert.equal((await send(url, at, content.subarray(at))).status, 204);
  assert.ok((await contentOf(upload_id)).equals(content));
});

test('of two who send the same piece one counts, and the other leaves no file', async () => {
  const content = randomBytes(mb);
  const { upload_id, url } = await begin(content.length);
  const statuses = (await Promise.all([1, 2, 3].map(() => send(url, 0, content)))).map(({ status }) => status);
  assert.deepEqual(
    statuses.toSorted((a, b) => a - b),
    [204, 409, 409],
  );
  assert.equal((await filesOf(upload_id)).length, 1);
  assert.ok((await contentOf(upload_id)).equals(content));
});

test('what lies in storage shows nothing of what was sent', async () => {
  const content = Buffer.from('JFIF and then a bedroom '.repeat(2000));
  const { upload_id, url } = await begin(content.length);
  await send(url, 0, content);
  for (const { key } of await filesOf(upload_id)) {
    const stored = await house.ctx().storage.get(key);
    assert.ok(stored && !(await buffer(stored.content)).includes('bedroom'));
  }
});

test('a piece in the wrong place, of another protocol, of another type or too long is refused, with what to do', async () => {
  const { upload_id, url } = await begin(1000);
  const body = new Uint8Array(100);
  const wrong = await send(url, 50, body);
  assert.deepEqual([wrong.status, await codeOf(wrong), wrong.headers.get('tus-resumable')], [409, 'upload.wrong_offset', '1.0.0']);
  const other = await fetch(url, { method: 'PATCH', headers: { ...part(0), 'tus-resumable': '0.2.2' }, body });
  assert.deepEqual([other.status, other.headers.get('tus-version')], [412, '1.0.0']);
  const typed = await fetch(url, { method: 'PATCH', headers: { ...part(0), 'content-type': 'image/jpeg' }, body });
  assert.equal(typed.status, 415);
  const unplaced = await fetch(url, { method: 'PATCH', headers: { ...part(0), 'upload-offset': '-1' }, body });
  assert.equal(unplaced.status, 400);
  const long = await send(url, 0, new Uint8Array(1001));
  assert.deepEqual([long.status, await codeOf(long)], [413, 'request.too_large']);
  assert.deepEqual([await offsetOf(url), (await filesOf(upload_id)).length], [0, 0]);
});

test('more than was announced is refused even when nobody said how much would come', async () => {
  const { upload_id, url } = await begin(null, mb);
  const endless = async function* (): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < 40; sent += 1) yield randomBytes(65_536);
  };
  const answer = await fetch(url, { method: 'PUT', body: endless(), duplex: 'half' }).catch(() => undefined);
  assert.ok(answer === undefined || answer.status === 413, `got ${answer?.status}`);
  assert.deepEqual([await offsetOf(url), (await filesOf(upload_id)).length], [0, 0]);
});

test('a plain PUT hands in the whole file, and again replaces it', async () => {
  const [first, second] = [randomBytes(5000), randomBytes(7000)];
  const { upload_id, url } = await begin(null);
  assert.equal((await fetch(url, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: first })).status, 204);
  assert.ok((await contentOf(upload_id)).equals(first));
  assert.equal((await fetch(url, { method: 'PUT', body: second })).status, 204);
  assert.ok((await contentOf(upload_id)).equals(second));
});

test('what a PUT replaces leaves storage at once, or one address would fill the disk', async () => {
  const { upload_id, url } = await begin(null);
  assert.equal((await send(url, 0, randomBytes(3000))).status, 204);
  assert.equal((await send(url, 3000, randomBytes(3000))).status, 204);
  const whole = Array.from({ length: 6 }, () => randomBytes(9000));
  const statuses = await Promise.all(whole.map(async (body) => (await fetch(url, { method: 'PUT', body })).status));
  assert.deepEqual(new Set(statuses), new Set([204]));
  assert.equal((await filesOf(upload_id)).length, 1);
  const content = await contentOf(upload_id);
  assert.ok(
    whole.some((body) => content.equals(body)),
    'one of them, whole',
  );
});

test('a length may be told later, and then holds', async () => {
  const { upload_id, url } = await begin(null);
  assert.equal((await fetch(url, { method: 'HEAD', headers: tus })).headers.get('upload-defer-length'), '1');
  const answer = await fetch(url, { method: 'PATCH', headers: { ...part(0), 'upload-length': '300' }, body: new Uint8Array(100) });
  assert.equal(answer.status, 204);
  assert.deepEqual(await readUpload(house.ctx(), upload_id), { state: 'unfinished', offset_bytes: 100, length_bytes: 300 });
  assert.equal((await send(url, 100, new Uint8Array(201))).status, 413);
});

test('an upload that is given up is gone at once, and its files with it', async () => {
  const { upload_id, url } = await begin(1000);
  await send(url, 0, new Uint8Array(400));
  assert.equal((await fetch(url, { method: 'DELETE', headers: tus })).status, 204);
  assert.equal(await codeOf(await send(url, 400, new Uint8Array(1))), 'upload.ended');
  await house.runJobs('platform.delete-doomed-files');
  assert.deepEqual(await filesOf(upload_id), []);
});

test('an address ends after a day, and the sweep takes what lies there, orphans too', async () => {
  const { upload_id, url } = await begin(1000);
  await send(url, 0, new Uint8Array(400));
  const orphan = newId();
  await house.ctx().storage.put(`uploads/${orphan}/${newId()}`, new Uint8Array(10));
  const kept = await begin(10);
  house.clock.pass(86_401);
  assert.equal(await codeOf(await send(url, 400, new Uint8Array(1))), 'upload.ended');
  const fresh = await begin(10);
  await send(fresh.url, 0, new Uint8Array(10));
  await house.platform.jobs.find(({ name }) => name === 'platform.sweep-uploads')!.run(house.ctx(), {} as never);
  await deleteDoomedFiles(house.ctx());
  assert.deepEqual([await filesOf(upload_id), await filesOf(orphan)], [[], []]);
  assert.equal((await readUpload(house.ctx(), kept.upload_id)).state, 'gone');
  assert.equal((await filesOf(fresh.upload_id)).length, 1, 'what is in use stays');
});

test('a forged address is answered like one that has ended', async () => {
  const { url } = await begin(1000);
  const forged = url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A');
  assert.equal(await codeOf(await send(forged, 0, new Uint8Array(1))), 'upload.ended');
});

test('files whose storage is away are noted, and go when it is back', async () => {
  const owner = newId();
  const { upload_id } = await inTransaction(house.ctx(), (tx) => makeUpload(tx, { owner_id: owner, bytes_max: mb, length_bytes: null }));
  await house.ctx().storage.put(`uploads/${upload_id}/${newId()}`, new Uint8Array(10));
  await inTransaction(house.ctx(), (tx) => forgetUploadsOf(tx, owner));
  const away = { ...house.ctx().storage, deleteAll: () => Promise.reject(new Error('the disk is being swapped')) };
  assert.deepEqual(await deleteDoomedFiles({ ...house.ctx(), storage: away }, { owner_id: owner }), { files: 0, left: 1 });
  assert.deepEqual(await deleteDoomedFiles(house.ctx(), { owner_id: owner }), { files: 1, left: 0 });
  assert.equal(await inTransaction(house.ctx(), (tx) => forgetUploads(tx, [upload_id])), 0);
});
