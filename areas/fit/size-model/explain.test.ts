import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeReasoning, writeReasons } from './explain.ts';
import type { Fact } from './facts.ts';

const room: Fact = { code: 'room', name: 'chest', room_cm: 9.2, liked_cm: [5.8, 10.1], basis: 'learned', is_known: true };

test('room is told in words with units, and in centimetres for who words it otherwise', () => {
  assert.deepEqual(writeReasons([room], 'cm'), [{ ...room, text: 'Chest: 9 cm of room, you like 6 to 10.' }]);
  assert.equal(writeReasons([room], 'in')[0]!.text, 'Chest: 3.5 in of room, you like 2.5 to 4.');
});

test('a guess says about, and whose liking it is', () => {
  assert.equal(
    writeReasons([{ ...room, is_known: false, basis: 'guessed' }], 'cm')[0]!.text,
    'Chest: about 9 cm of room, you likely like 6 to 10.',
  );
  assert.equal(
    writeReasons([{ ...room, is_known: false, basis: 'population' }], 'cm')[0]!.text,
    'Chest: about 9 cm of room, most people like 6 to 10.',
  );
});

test('a size is said first, then how sure, then why', () => {
  const answer = (confidence: number) => writeReasoning({ recommended_size: 'M', confidence, is_anything_known: true }, [room], 'cm');
  assert.equal(answer(0.92), 'M, very sure. Chest: 9 cm of room, you like 6 to 10.');
  assert.match(answer(0.8), /^M, quite sure\./);
  assert.match(answer(0.6), /^M, fairly sure\./);
  assert.match(answer(0.4), /^M, a guess\./);
});

test('a garment worn before is named with what was said of it', () => {
  assert.equal(
    writeReasons([{ code: 'worn', brand: 'Estuary', size: 'L', overall: 'slightly_large', is_known: true }], 'cm')[0]!.text,
    'Estuary L was a little large.',
  );
});

test('no sizes is said plainly', () => {
  assert.match(
    writeReasoning({ recommended_size: null, confidence: 0, is_anything_known: true }, [], 'cm'),
    /^This garment lists no sizes/,
  );
});
