import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { refuse, s3Server, type S3Server, type Trouble } from '#platform/testing/s3-server.ts';
import { makeStorage } from '../make-storage.ts';
import { readStorageUrl, type S3Place } from '../read-storage-url.ts';
import type { Storage } from '../storage.ts';
import { s3Storage } from './s3-storage.ts';

/** Short, so that a stall ends while the test watches. */
const times = { connect_ms: 500, answer_ms: 250, silence_ms: 300, first_pause_ms: 1 };
const unavailable = { code: 'platform.storage_unavailable', status: 503 };
const content = randomBytes(40_000);

let s3: S3Server;
let storage: Storage;
const spool_folder = mkdtempSync(join(tmpdir(), 'toile-spool-'));
before(async () => {
  s3 = await s3Server();
});
beforeEach(async () => {
  storage = open(s3.url('house'));
  await storage.put('kept', content);
  s3.asked.length = 0;
});
afterEach(() => storage.stop());
after(async () => {
  await s3.close();
  assert.deepEqual(readdirSync(spool_folder), []);
  rmSync(spool_folder, { recursive: true });
});

function open(url: string): Storage {
  const place = readStorageUrl(url) as S3Place & { keys: { id: string; secret: string } };
  return makeStorage(s3Storage(place, { spool_folder, times }));
}
const read = async (): Promise<Buffer | undefined> => {
  const found = await storage.get('kept');
  return found && buffer(found.content);
};
async function* streamed(): AsyncGenerator<Uint8Array> {
  yield content.subarray(0, 15_000);
  yield content.subarray(15_000);
}

const saying =
  (status: number, code: string): Trouble =>
  (response) =>
    refuse(response, status, code);
const stall: Trouble = () => undefined;
const hangUp: Trouble = (response) => response.destroy();
const half =
  (then: (response: Parameters<Trouble>[0]) => void): Trouble =>
  (response, bytes, headers) => {
    response.writeHead(200, headers);
    response.write(bytes.subarray(0, bytes.length / 2), () => then(response));
  };

for (const [name, trouble] of [
  ['503 SlowDown', saying(503, 'SlowDown')],
  ['500', saying(500, 'InternalError')],
  ['429', saying(429, 'TooManyRequests')],
  ['a connection that breaks', hangUp],
  ['no answer', stall],
] as const) {
  test(`${name}: a short one is not noticed, whether reading, writing a stream or deleting`, async () => {
    s3.trouble(trouble, 2);
    assert.ok((await read())?.equals(content));
    s3.trouble(trouble, 2);
    await storage.put('new', streamed());
    assert.ok(s3.objects.get('house/new')?.bytes.equals(content));
    s3.trouble(trouble, 2);
    await storage.delete('new');
    assert.equal(s3.objects.has('house/new'), false);
  });

  test(`${name}: a long one is told after four tries, nothing is stored, and later it works`, async () => {
    s3.trouble(trouble, 4);
    await assert.rejects(storage.put('new', streamed()), unavailable);
    assert.deepEqual(s3.asked, ['PUT', 'PUT', 'PUT', 'PUT']);
    assert.equal(s3.objects.has('house/new'), false);
    s3.trouble(trouble, 4);
    await assert.rejects(storage.get('kept'), unavailable);
    s3.trouble(trouble, 4);
    await assert.rejects(storage.check(), unavailable);
    await storage.put('new', streamed());
    assert.ok((await read())?.equals(content));
    await storage.delete('new');
  });
}

test('403 is told at once: asking again would not help', async () => {
  s3.trouble(saying(403, 'AccessDenied'));
  await assert.rejects(storage.get('kept'), { ...unavailable, detail: /403 AccessDenied; check the keys/ });
  assert.deepEqual(s3.asked, ['GET']);
});

test('wrong keys, a bucket that is not there, a server that is not there: each a sentence for the log', async () => {
  const url = new URL(s3.url());
  const at = (change: (other: URL) => void): Storage => {
    const other = new URL(url);
    change(other);
    return open(other.href);
  };
  for (const [other, detail] of [
    [at((there) => (there.password = 'wrong')), /403 SignatureDoesNotMatch/],
    [at((there) => (there.username = 'nobody')), /403 InvalidAccessKeyId/],
    [at((there) => (there.hostname = 'elsewhere')), /no bucket elsewhere/],
    [at((there) => there.searchParams.set('endpoint', 'http://127.0.0.1:1')), /ECONNREFUSED/],
  ] as const) {
    await assert.rejects(other.put('new', content), { ...unavailable, detail });
    await assert.rejects(other.check(), { ...unavailable, detail });
    await other.stop();
  }
});

test('where the bucket is gone nothing is "not there" and nothing "deleted": the storage is unavailable', async () => {
  const elsewhere = new URL(s3.url());
  elsewhere.hostname = 'elsewhere';
  const lost = open(elsewhere.href);
  const detail = /no bucket elsewhere/;
  for (const act of [() => lost.get('kept'), () => lost.head('kept'), () => lost.delete('kept')])
    await assert.rejects(act, { ...unavailable, detail });
  await lost.stop();
});

test('a 404 in other words than S3’s is believed when the bucket is there', async () => {
  s3.trouble((response) => void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>'));
  assert.equal(await storage.get('nothing'), undefined);
  assert.equal(await storage.head('nothing'), undefined);
  assert.deepEqual(s3.asked, ['GET', 'GET', 'HEAD', 'GET']);
});

test('a body that is cut, or stalls half-way, ends as a failure and never as a shorter file', async () => {
  for (const then of [(response: Parameters<Trouble>[0]) => response.destroy(), () => undefined]) {
    s3.trouble(half(then));
    await assert.rejects(read(), unavailable);
    assert.ok((await read())?.equals(content));
  }
});

test('an answer that says it is whole and is not: a length that is too small, other bytes, no checksum', async () => {
  const damaged = { code: 'platform.storage_damaged', status: 500 };
  const shorter: Trouble = (response, bytes, headers) =>
    void response.writeHead(200, { ...headers, 'content-length': '1000' }).end(bytes.subarray(0, 1000));
  const other: Trouble = (response, bytes, headers) => {
    const changed = Buffer.from(bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    response.writeHead(200, headers).end(changed);
  };
  const bare: Trouble = (response, bytes) => void response.writeHead(200, { 'content-length': String(bytes.length) }).end(bytes);
  for (const lie of [shorter, other, bare]) {
    s3.trouble(lie);
    await assert.rejects(read(), damaged);
  }
  assert.ok((await read())?.equals(content));
});

test('a list that is cut is not taken for a short one', async () => {
  s3.trouble((response) => void response.end('<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated><Contents>'));
  await assert.rejects(storage.list(''), unavailable);
  assert.deepEqual((await storage.list('')).objects, [{ key: 'kept', size_bytes: content.length }]);
});

test('whoever goes away while S3 is silent waits no longer, and hears their own reason', async () => {
  s3.trouble(stall);
  const leaving = new AbortController();
  const asked = storage.get('kept', leaving.signal);
  while (s3.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
  leaving.abort(new Error('the client went away'));
  await assert.rejects(asked, /the client went away/);
});

test('two Toiles in one bucket see their own prefix only', async () => {
  const neighbour = open(s3.url('house-2/deep'));
  await neighbour.put('theirs', content);
  assert.deepEqual(
    (await storage.list('')).objects.map(({ key }) => key),
    ['kept'],
  );
  assert.deepEqual(
    (await neighbour.list('')).objects.map(({ key }) => key),
    ['theirs'],
  );
  await neighbour.delete('theirs');
  await neighbour.stop();
});
