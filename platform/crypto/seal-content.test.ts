import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import type { DataKey } from './data-keys.ts';
import { header_bytes, openContent, piece_bytes, SealBroken, sealContent, tag_bytes } from './seal-content.ts';

const key: DataKey = { id: '01900000-0000-7000-8000-000000000001', secret: randomBytes(32) };
const finding = (known: DataKey) => (id: string) => Promise.resolve(id === known.id ? known : undefined);
const seal = (content: Uint8Array, place = 'a/b') => buffer(sealContent(key, place, content));
const inBits = async function* (content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
};
const open = (sealed: Uint8Array, place = 'a/b', known = key, bits = 10_000) =>
  buffer(openContent(finding(known), place, inBits(sealed, bits)));

test('what was sealed opens to the same bytes, at every length and however it is cut on the way', async () => {
  const lengths = fc.constantFrom(0, 1, piece_bytes - 1, piece_bytes, piece_bytes + 1, 2 * piece_bytes, 3 * piece_bytes + 17);
  await fc.assert(
    fc.asyncProperty(lengths, fc.integer({ min: 900, max: 200_000 }), async (length, bits) => {
      const content = randomBytes(length);
      const sealed = await buffer(sealContent(key, 'a/b', inBits(content, bits)));
      assert.equal(sealed.length, header_bytes + length + tag_bytes * Math.max(1, Math.ceil(length / piece_bytes)));
      assert.deepEqual(await open(sealed, 'a/b', key, bits), content);
    }),
    { numRuns: 40 },
  );
});

test('nothing of the content can be read in what was sealed, and the same content is never sealed alike', async () => {
  const content = Buffer.from('a linen shirt, photographed at home '.repeat(4000));
  const [one, other] = [await seal(content), await seal(content)];
  assert.ok(!one.includes(content.subarray(0, 16)));
  assert.ok(!one.subarray(header_bytes).equals(other.subarray(header_bytes)));
});

test('a file that was changed, cut, lengthened or whose pieces were swapped does not open', async () => {
  const sealed = await seal(randomBytes(3 * piece_bytes));
  const [first, whole_piece] = [header_bytes, piece_bytes + tag_bytes];
  const changed = (at: number) => Buffer.from(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)));
  const piece = (number: number) => sealed.subarray(first + number * whole_piece, first + (number + 1) * whole_piece);
  const header = sealed.subarray(0, first);
  for (const [what, broken] of [
    ['mark', changed(0)],
    ['key id', changed(10)],
    ['salt', changed(30)],
    ['first byte', changed(first)],
    ['last byte', changed(sealed.length - 1)],
    ['cut inside a piece', sealed.subarray(0, -5)],
    ['cut after a piece', sealed.subarray(0, -whole_piece)],
    ['cut after the header', header],
    ['nothing', Buffer.alloc(0)],
    ['lengthened', Buffer.concat([sealed, Buffer.from([0])])],
    ['swapped', Buffer.concat([header, piece(1), piece(0), piece(2)])],
    ['left out', Buffer.concat([header, piece(0), piece(2)])],
  ] as const)
    await assert.rejects(open(broken), SealBroken, what);
});

test('a file opens at its own place only, with its own key only, and not when that was destroyed', async () => {
  const sealed = await seal(Buffer.from('mine'));
  await assert.rejects(open(sealed, 'a/c'), SealBroken);
  await assert.rejects(open(sealed, 'a/b', { ...key, secret: randomBytes(32) }), SealBroken);
  await assert.rejects(open(sealed, 'a/b', { ...key, id: '01900000-0000-7000-8000-000000000002' }), /key was destroyed/);
});
