import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCorrection, writeCorrection } from './read-correction.ts';

test('what is to be corrected is read as it was written', () => {
  for (const correction of [
    { profile_id: 'p', measure: 'chest_cm' as const, owned_id: undefined },
    { profile_id: 'p', measure: undefined, owned_id: 'o' },
  ])
    assert.deepEqual(readCorrection(`#${writeCorrection(correction)}`), correction);
});

test('any other hash asks for nothing', () => {
  for (const hash of ['', '#body', '#of=p', '#of=p&measure=height', '#measure=chest_cm', '#%'])
    assert.equal(readCorrection(hash), null, hash);
});
