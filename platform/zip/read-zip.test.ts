import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { ZipFile } from 'yazl';
import { newId } from '#platform/ids/new-id.ts';
import { readZip, UnreadableZip, type ZipFault } from './read-zip.ts';
import { ScratchFile } from './scratch-file.ts';

const folder = join(tmpdir(), `toile-scratch-${newId()}`);
const open_files: ScratchFile[] = [];
after(async () => {
  for (const file of open_files) await file.close();
  await rm(folder, { recursive: true, force: true });
});

const limits = { entries_max: 100, bytes_max: 50 * 1024 * 1024 };
async function zipOf(files: Record<string, Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(content, path, { compress });
  zip.end();
  return buffer(zip.outputStream);
}
// oxlint-disable-next-line require-await -- what is read piece by piece comes in pieces
async function* inPieces(content: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 1000) yield content.subarray(at, at + 1000);
}
async function scratchOf(content: Buffer): Promise<ScratchFile> {
  const file = await ScratchFile.fill(folder, inPieces(content));
  open_files.push(file);
  return file;
}
const read = async (content: Buffer, some = limits) => readZip(await scratchOf(content), some);
const faults = (work: Promise<unknown>, fault: ZipFault) =>
  assert.rejects(work, (error) => error instanceof UnreadableZip && error.fault === fault);
/** Writes another text of the same length wherever one stands, as whoever forges a zip does. */
function forge(zip: Buffer, from: string, to: string): Buffer {
  assert.equal(from.length, to.length);
  const text = zip.toString('latin1').replaceAll(from, to);
  return Buffer.from(text, 'latin1');
}
const central = (zip: Buffer): number => zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));

test('what was packed is read again, at whatever place it lies', async () => {
  const files = { 'a.json': Buffer.from('{"a": 1}'.repeat(9000)), 'pictures/b.jpg': randomBytes(300_001), 'c.txt': Buffer.from('c') };
  const zip = await read(await zipOf(files));
  assert.deepEqual([...zip.paths], Object.keys(files));
  for (const [path, content] of Object.entries(files).toReversed()) assert.ok((await zip.read(path, 1_000_000)).equals(content), path);
});

test('a scratch file gives any range, has no name, and shows nothing of what lies in it', async () => {
  const content = Buffer.from('a bedroom, '.repeat(5000));
  const file = await scratchOf(content);
  for (const [position, length] of [
    [0, 5],
    [15, 1],
    [17, 4000],
    [content.length - 3, 3],
  ] as const)
    assert.ok((await file.read(position, length)).equals(content.subarray(position, position + length)), `${position}`);
  await assert.rejects(file.read(content.length - 1, 2), RangeError);
  assert.deepEqual(await readdir(folder), []);
});

test('what is no zip, ends in the middle, or has another content than it says is told apart', async () => {
  await faults(read(Buffer.from('a letter to whom it may concern')), 'not_a_zip');
  await faults(read(Buffer.alloc(0)), 'not_a_zip');
  const whole = await zipOf({ 'a.bin': randomBytes(4000), 'b.bin': randomBytes(4000) }, false);
  await faults(read(whole.subarray(0, 5000)), 'damaged');
  const spoilt = Buffer.from(whole);
  spoilt[200]! ^= 1;
  const zip = await read(spoilt);
  await faults(zip.read('a.bin', 10_000), 'damaged');
  assert.equal((await zip.read('b.bin', 10_000)).length, 4000);
});

test('names that lead out of the zip, or stand twice, are refused', async () => {
  const zip = await zipOf({ 'aaaaaaaa/x': Buffer.from('x'), b: Buffer.from('y') });
  for (const name of ['../../../x', '/etcetra/x', 'C:/aaaaa/x', 'aa\\aaaaa/x'])
    await faults(read(forge(zip, 'aaaaaaaa/x', name.slice(0, 10))), 'damaged');
  const twice = await zipOf({ 'one.txt': Buffer.from('1'), 'two.txt': Buffer.from('2') });
  await faults(read(forge(twice, 'two.txt', 'one.txt')), 'damaged');
});

test('what is locked, has too many entries, or unpacks to too much is refused before anything is unpacked', async () => {
  const locked = await zipOf({ 'a.txt': Buffer.from('a') });
  locked[central(locked) + 8]! |= 1;
  await faults(read(locked), 'encrypted');
  const many = await zipOf(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}`, Buffer.alloc(1)])));
  await faults(read(many), 'too_much');
  const bomb = await zipOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}`, Buffer.alloc(9 * 1024 * 1024)])));
  assert.ok(bomb.length < 100_000);
  await faults(read(bomb), 'too_much');
});

test('a file that is larger than it says, or than it may be, is not unpacked to its end', async () => {
  const zip = await zipOf({ 'a.txt': Buffer.alloc(1_000_000) });
  await faults((await read(zip)).read('a.txt', 999_999), 'too_much');
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(10, central(zip) + 24);
  await faults((await read(lying)).read('a.txt', 999_999), 'damaged');
});

test('entries that lie over one another are refused', async () => {
  const zip = await zipOf({ 'a.bin': randomBytes(5000), 'b.bin': randomBytes(5000) }, false);
  const first = central(zip);
  const second = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
  // Both say that they are nearly all of the file.
  for (const at of [first, second]) for (const field of [20, 24]) zip.writeUInt32LE(9000, at + field);
  await faults(read(zip), 'too_much');
});
