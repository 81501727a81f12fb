import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langOf } from './lang-of.ts';

test('words in another language than the page are marked with theirs; in the page’s own, whatever its region, with none', () => {
  assert.equal(langOf({ locale: 'fr-CH' }, 'en'), 'en');
  assert.equal(langOf({ locale: 'en' }, 'pt-BR'), 'pt-BR');
  assert.equal(langOf({ locale: 'en-GB' }, 'en'), undefined);
  assert.equal(langOf({ locale: 'fr' }, 'fr-CA'), undefined);
  assert.equal(langOf({ locale: 'de' }, 'den'), 'den');
});
