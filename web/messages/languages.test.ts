import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLocale, directionOf } from './languages.ts';

test('the first language that Toile speaks is taken, with its region where we know how it writes', () => {
  assert.deepEqual(chooseLocale(['nl-NL', 'fr-CH', 'en']), { language: 'fr', locale: 'fr-CH' });
  assert.deepEqual(chooseLocale(['de-LI']), { language: 'de', locale: 'de' });
  assert.deepEqual(chooseLocale(['DE-at']), { language: 'de', locale: 'de-AT' });
});

test('who reads none of them gets English', () => {
  assert.deepEqual(chooseLocale(['nl', 'pt-BR']), { language: 'en', locale: 'en' });
  assert.deepEqual(chooseLocale([]), { language: 'en', locale: 'en' });
});

test('a page is laid out in the direction of its language', () => {
  assert.equal(directionOf('de-CH'), 'ltr');
  assert.equal(directionOf('ar-EG'), 'rtl');
});
