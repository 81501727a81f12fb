import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { loadConfig } from '#platform/config/load-config.ts';
import { readEnvironment } from '#platform/testing/environment.ts';
import { s3Server, type S3Server } from '#platform/testing/s3-server.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './storage.ts';

/** What every place for files must do. S3 is our own small one, or what TEST_S3_URL names. */
const drivers = [
  { name: 'folder', address: () => '' },
  { name: 'S3', address: () => readEnvironment()['TEST_S3_URL'] ?? s3.url() },
];

let s3: S3Server;
before(async () => {
  s3 = await s3Server();
});
after(() => s3.close());

async function* inPieces(bytes: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const bytesOf = async (storage: Storage, key: string): Promise<Buffer | undefined> => {
  const found = await storage.get(key);
  return found && buffer(found.content);
};

for (const { name, address } of drivers) {
  /** Each test has a place of its own, and leaves nothing in it. */
  const inPlace = (what: string, act: (storage: Storage) => Promise<void>): void =>
    void test(`${name}: ${what}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'toile-storage-'));
      const url = address() && new URL(address());
      if (url) url.pathname = `${url.pathname.replace(/\/$/, '')}/test-${randomUUID()}`;
      const storage = openStorage(loadConfig({ DATA_DIR: folder, STORAGE_URL: url ? url.href : '' }));
      try {
        await act(storage);
        for (const { key } of (await storage.list('')).objects) await storage.delete(key);
      } finally {
        await storage.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });

  inPlace('what is put comes back, from bytes and from a stream, empty ones too', async (storage) => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('a'), randomBytes(300_001)]) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      for (const content of [bytes, inPieces(bytes)]) {
        assert.deepEqual(await storage.put('photos/1/front.jpg', content), { size_bytes: bytes.length, sha256 });
        assert.deepEqual(await storage.head('photos/1/front.jpg'), { size_bytes: bytes.length, sha256 });
        assert.ok((await bytesOf(storage, 'photos/1/front.jpg'))?.equals(bytes));
      }
    }
  });

  inPlace('what is not there is undefined, and deleting it is no failure', async (storage) => {
    assert.equal(await storage.get('nothing'), undefined);
    assert.equal(await storage.head('nothing/here'), undefined);
    await storage.delete('nothing/here');
    assert.deepEqual(await storage.list('nothing/'), { objects: [], next: null });
  });

  inPlace('a key and keys under it live side by side, and each goes alone', async (storage) => {
    await storage.put('a', Buffer.from('1'));
    await storage.put('a/b', Buffer.from('2'));
    await storage.delete('a/b');
    assert.equal((await bytesOf(storage, 'a'))?.toString(), '1');
    assert.equal(await storage.get('a/b'), undefined);
  });

  inPlace('lists come page by page in the order of keys, with sizes', async (storage) => {
    const keys = ['a', 'a-b/c', 'a.b', 'a/b', 'a/b/c', 'a0', 'b/1', 'b/10', 'b/2'];
    for (const key of keys) await storage.put(key, Buffer.alloc(key.length));
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await storage.list('', { after: next ?? undefined, limit: 2 });
      for (const { key, size_bytes } of page.objects) assert.equal(size_bytes, key.length);
      seen.push(...page.objects.map(({ key }) => key));
      next = page.next;
    } while (next);
    assert.deepEqual(seen, keys);
    assert.deepEqual(
      (await storage.list('b/')).objects.map(({ key }) => key),
      ['b/1', 'b/10', 'b/2'],
    );
  });

  inPlace('deleting a prefix takes all under it, and no neighbour', async (storage) => {
    for (const key of ['p/1/a', 'p/1/b/c', 'p/12/a', 'p/1']) await storage.put(key, Buffer.from(key));
    assert.equal(await storage.deleteAll('p/1/'), 2);
    assert.deepEqual(
      (await storage.list('')).objects.map(({ key }) => key),
      ['p/1', 'p/12/a'],
    );
    await assert.rejects(storage.deleteAll(''), /prefix/);
  });

  inPlace('a source that fails half-way, or is aborted, leaves what was there', async (storage) => {
    await storage.put('k', Buffer.from('old'));
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100_000);
      throw new Error('the phone is gone');
    }
    await assert.rejects(storage.put('k', failing()));
    const stop = new AbortController();
    async function* aborted(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100_000);
      stop.abort(new Error('the client went away'));
      yield randomBytes(100_000);
    }
    await assert.rejects(storage.put('k', aborted(), stop.signal), /the client went away/);
    assert.equal((await bytesOf(storage, 'k'))?.toString(), 'old');
    assert.equal((await storage.list('')).objects.length, 1);
  });

  inPlace('writers of one key at the same time leave one of theirs, whole', async (storage) => {
    const contents = Array.from({ length: 8 }, () => randomBytes(50_000));
    await Promise.all(contents.map((content, n) => storage.put(n % 2 ? 'k' : 'k/deep/er', inPieces(content))));
    const found = await bytesOf(storage, 'k');
    assert.ok(contents.some((content) => found?.equals(content)));
  });

  inPlace('putting and deleting neighbours at the same time disturbs neither', async (storage) => {
    for (let n = 0; n < 20; n += 1) {
      await storage.put('d/a', Buffer.from('a'));
      await Promise.all([storage.delete('d/a'), storage.put('d/b', Buffer.from('b'))]);
      assert.equal((await bytesOf(storage, 'd/b'))?.toString(), 'b');
      await storage.delete('d/b');
    }
  });

  inPlace('a reader that stops early leaves the place usable', async (storage) => {
    await storage.put('big', randomBytes(2_000_000));
    for (let n = 0; n < 40; n += 1) {
      const found = await storage.get('big');
      for await (const piece of found?.content ?? []) if (piece) break;
    }
    assert.equal((await bytesOf(storage, 'big'))?.length, 2_000_000);
  });

  inPlace('40 MB go through without being held in memory', async (storage) => {
    const piece = randomBytes(1_000_000);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < 40; n += 1) yield piece;
    }
    const { size_bytes } = await storage.put('model', pieces());
    assert.equal(size_bytes, 40_000_000);
    let [seen_bytes, largest_bytes] = [0, 0];
    for await (const part of (await storage.get('model'))?.content ?? []) {
      seen_bytes += (part as Buffer).length;
      largest_bytes = Math.max(largest_bytes, (part as Buffer).length);
    }
    assert.equal(seen_bytes, 40_000_000);
    assert.ok(largest_bytes < 4_000_000);
  });

  inPlace('its check passes before anything was put', async (storage) => {
    assert.equal(await storage.check(AbortSignal.timeout(5000)), 'healthy');
  });

  for (const key of [
    '',
    '/a',
    'a/',
    'a//b',
    '../a',
    'a/../b',
    '.a',
    'a/.b',
    'A',
    'a b',
    'a\0b',
    'a\\b',
    'ä',
    'a,1',
    'x'.repeat(129),
    'a/'.repeat(256) + 'a',
  ]) {
    inPlace(`the key ${JSON.stringify(key.slice(0, 20))} is refused`, async (storage) => {
      await assert.rejects(storage.put(key, Buffer.from('x')), /not a storage key/);
      await assert.rejects(storage.get(key), /not a storage key/);
      await assert.rejects(storage.delete(key), /not a storage key/);
    });
  }

  inPlace('a prefix without a slash is refused', async (storage) => {
    await assert.rejects(storage.list('photos/1'), /not a storage prefix/);
    await assert.rejects(storage.deleteAll('photos/1'), /not a storage prefix/);
  });
}
