import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item } from '#contract/wardrobe.ts';
import { loadMessages } from '#web/messages/languages.ts';
import { createTranslate } from '#web/messages/translate.ts';
import { wearsText } from './wears-text.ts';

const told = async (language: 'en' | 'fr' | 'de', worn_count: number, cost_per_wear_minor: number | null) => {
  const t = createTranslate(language, await loadMessages[language]());
  return wearsText(t, { worn_count, cost_per_wear_minor, currency: 'EUR' } as Item).replaceAll(/\s/g, ' ');
};

test('what was worn once is said as people say it, without a share of the price for each', async () => {
  assert.equal(await told('en', 1, 3000), 'Worn once, for €30');
  assert.equal(await told('fr', 1, 3000), 'porté une fois, pour 30 €');
  assert.equal(await told('de', 1, 3000), 'Einmal getragen, für 30 €');
});

test('worn more often, each wear has its share; without a price there is none', async () => {
  assert.equal(await told('en', 31, 232), '31 wears, €2.32 each');
  assert.equal(await told('de', 2, 1500), '2-mal getragen, je 15 €');
  assert.deepEqual([await told('en', 1, null), await told('en', 0, null)], ['Worn once', 'Not worn yet']);
});
