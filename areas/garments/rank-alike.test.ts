import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankAlike } from './rank-alike.ts';
import { network_version } from './tagging/read-garment.ts';

/** An embedding at an angle from straight ahead, whose cosine is told. */
function embeddedAt(cosine: number, version = network_version) {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat32(0, cosine, true);
  bytes.setFloat32(4, Math.sqrt(1 - cosine * cosine), true);
  return { embedding: new Uint8Array(bytes.buffer), network_version: version };
}
const ahead = embeddedAt(1);
const candidate = (id: string, cosine: number, is_same_kind = true) => ({ ...embeddedAt(cosine), id, is_same_kind });

test('the likest come first, each once, and no more than are wanted', () => {
  const candidates = [candidate('b', 0.6), candidate('a', 0.9), candidate('b', 0.95), candidate('c', 0.5)];
  assert.deepEqual(rankAlike(ahead, candidates, 9), ['b', 'a', 'c']);
  assert.deepEqual(rankAlike(ahead, candidates, 2), ['b', 'a']);
});

test('what is of another kind must be much more alike: a cap is not like a skirt', () => {
  const candidates = [candidate('skirt', 0.45), candidate('cap', 0.45, false), candidate('culottes', 0.75, false), candidate('sack', 0.3)];
  assert.deepEqual(rankAlike(ahead, candidates, 9), ['culottes', 'skirt']);
});

test('embeddings of another network say nothing, and none at all are nothing alike', () => {
  assert.deepEqual(rankAlike(ahead, [{ ...embeddedAt(1, 'two'), id: 'a', is_same_kind: true }], 9), []);
  assert.deepEqual(rankAlike(ahead, [], 9), []);
});

test('of a model whose scale is not known the same kind is ranked, however far, and no other', () => {
  const asked = embeddedAt(1, 'local');
  const of = (id: string, cosine: number, is_same_kind: boolean) => ({ ...embeddedAt(cosine, 'local'), id, is_same_kind });
  assert.deepEqual(rankAlike(asked, [of('far', 0.1, true), of('cap', 0.99, false), of('near', 0.8, true)], 9), ['near', 'far']);
});
