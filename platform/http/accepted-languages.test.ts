import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedLanguages } from './accepted-languages.ts';

const read = (accept: string | undefined, cookies: Record<string, string> = {}) =>
  acceptedLanguages({ cookies, headers: accept === undefined ? {} : { 'accept-language': accept } });

test('languages come in the order that the browser weighs them', () => {
  assert.deepEqual(read('fr-CH, fr;q=0.9, en;q=0.8, de;q=0.95, *;q=0.5'), ['fr-CH', 'de', 'fr', 'en']);
});

test('a language chosen here comes before what the browser says', () => {
  assert.deepEqual(read('en-GB,en;q=0.9', { toile_language: 'de' }), ['de', 'en-GB', 'en']);
});

test('nothing, nonsense, refused and endless lists are no languages', () => {
  assert.deepEqual(read(undefined), []);
  assert.deepEqual(read('"><script>, en;q=0, fr;q=x, ../../etc', { toile_language: '<b>' }), []);
  assert.equal(read(Array.from({ length: 5000 }, () => 'en').join(',')).length, 10);
});
