import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTranslate } from '#web/messages/translate.ts';
import de from '#web/messages/de.json' with { type: 'json' };
import en from '#web/messages/en.json' with { type: 'json' };
import fr from '#web/messages/fr.json' with { type: 'json' };
import { codesSought } from './codes-sought.ts';

test('kinds, colours and patterns are sought by what each language calls them', () => {
  const french = createTranslate('fr', fr);
  assert.equal(codesSought(french, 'Pull  BLEU marine'), 'knitwear navy');
  assert.equal(codesSought(french, 'chemise à carreaux de lin'), 'shirt checked de lin');
  assert.equal(codesSought(french, 'bleu'), 'blue');
  assert.equal(codesSought(createTranslate('de', de), 'Marineblau'), 'navy');
});

test('what is called so anyway, or not known, is sought once', () => {
  const t = createTranslate('en', en);
  for (const q of ['navy', 'Light grey', 'linen', '', '  ']) assert.equal(codesSought(t, q), undefined, q);
});
