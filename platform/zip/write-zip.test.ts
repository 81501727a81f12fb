import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fromBufferPromise } from 'yauzl';
import { writeZip, type ZipPart } from './write-zip.ts';

const now = new Date('2026-05-01T12:00:00Z');
const mb = 1024 * 1024;

/** Parts of a megabyte that cannot be packed smaller, and how many were asked for. */
function pictures(count: number) {
  const asked = { count: 0, is_let_go: false };
  async function* parts(): AsyncGenerator<ZipPart> {
    try {
      for (let i = 0; i < count; i += 1) {
        asked.count += 1;
        yield await Promise.resolve({ path: `${i}.jpg`, content: randomBytes(mb), is_packed_already: true });
      }
    } finally {
      asked.is_let_go = true;
    }
  }
  return { asked, parts: parts() };
}

test('what was put in comes out, packed or not', async () => {
  const [text, picture] = [Buffer.from('{"a": 1}'.repeat(5000)), randomBytes(3000)];
  async function* parts(): AsyncGenerator<ZipPart> {
    yield await Promise.resolve({ path: 'data.json', content: text });
    yield { path: 'pictures/Ü/original.jpg', content: picture, is_packed_already: true };
  }
  const zip = await buffer(writeZip(parts(), now));
  assert.ok(zip.length < text.length);
  const file = await fromBufferPromise(zip, { autoClose: false });
  const found: [string, Buffer][] = [];
  for await (const entry of file.eachEntry()) found.push([entry.fileName, await buffer(await file.openReadStreamPromise(entry))]);
  assert.deepEqual(found, [
    ['data.json', text],
    ['pictures/Ü/original.jpg', picture],
  ]);
});

test('of what nobody takes yet no more than two parts are asked for, and none once the reader has left', async () => {
  const { asked, parts } = pictures(50);
  const zip = writeZip(parts, now);
  zip.read();
  for (let turns = 0; turns < 200; turns += 1) await new Promise(setImmediate);
  assert.ok(asked.count >= 1 && asked.count <= 2, `asked for ${asked.count}`);
  const before = asked.count;
  zip.destroy();
  await once(zip, 'close');
  for (let turns = 0; turns < 200; turns += 1) await new Promise(setImmediate);
  assert.ok(asked.is_let_go);
  assert.ok(asked.count <= before + 1, `asked for ${asked.count}`);
});

test('what has gone out is let go of: the memory does not grow with the zip', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const given: WeakRef<Buffer>[] = [];
  let held_max = 0;
  async function* parts(): AsyncGenerator<ZipPart> {
    for (let i = 0; i < 20; i += 1) {
      await new Promise(setImmediate);
      collect();
      held_max = Math.max(held_max, given.filter((one) => one.deref() !== undefined).length);
      const content = randomBytes(mb);
      given.push(new WeakRef(content));
      yield { path: `${i}.jpg`, content, is_packed_already: true };
    }
  }
  for await (const piece of writeZip(parts(), now)) assert.ok(piece);
  assert.ok(held_max < 6, `${held_max} parts were held at once`);
});

test('a part that fails breaks the whole off, so that nobody takes half of it for all', async () => {
  async function* parts(): AsyncGenerator<ZipPart> {
    yield await Promise.resolve({ path: 'a.jpg', content: randomBytes(mb) });
    throw new Error('storage is away');
  }
  await assert.rejects(buffer(writeZip(parts(), now)), /storage is away/);
});
