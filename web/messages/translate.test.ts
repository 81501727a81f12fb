import assert from 'node:assert/strict';
import { test } from 'node:test';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import { createTranslate } from './translate.ts';

const t = createTranslate('en', en);

test('plurals, choices and numbers follow the locale', () => {
  assert.equal(t('fitting.evidence_owned_garment', { count: 1 }), '1 garment you own');
  assert.equal(t('fitting.evidence_owned_garment', { count: 3 }), '3 garments you own');
  assert.equal(t('verdict.length', { verdict: 'relaxed', likely: 'yes' }), 'Likely long');
  assert.equal(t('verdict.girth', { verdict: 'just_right', likely: 'no' }), 'Just right');
  assert.equal(t('measure.hint_height_cm', { units: 'in' }), `Without shoes. 5'10" works too.`);
  assert.equal(t('roads.paste_empty'), en['roads.paste_empty']);
  assert.equal(createTranslate('fr', en).number(63.55), '63,6');
  assert.equal(t.list(['a', 'b', 'c']), 'a, b, and c');
});

test('the words that scope fixes are used as written', () => {
  assert.equal(t('ask.title'), 'What do you own that fits?');
  assert.equal(t('home.find'), 'Find my size');
});

test('numbers, shares and lengths are written as each language writes them', () => {
  const [english, french, german, swiss] = [t, createTranslate('fr', fr), createTranslate('de', de), createTranslate('de-CH', de)];
  const length = { value: '', units: 'cm' };
  assert.equal(english('unit.length', { ...length, value: english.number(63.5) }), '63.5 cm');
  assert.equal(french('unit.length', { ...length, value: french.number(63.5) }), '63,5\u00a0cm');
  assert.equal(german('unit.length', { ...length, value: german.number(63.5) }), '63,5\u00a0cm');
  assert.equal(swiss.number(63.5), '63.5');
  assert.equal(french('unit.length', { value: '25', units: 'in' }), '25\u00a0po');
  assert.equal(english.percent(0.82), '82%');
  // Which of the spaces that never break it is, is for the browser to know.
  assert.match(french.percent(0.82), /^82[\u00a0\u202f]%$/);
  assert.match(german.percent(0.82), /^82[\u00a0\u202f]%$/);
  assert.equal(french.list(['a', 'b', 'c']), 'a, b et c');
});

test('within a sentence a name is small, but not in German', () => {
  assert.equal(createTranslate('fr-CA', fr).within('Hanches'), 'hanches');
  assert.equal(createTranslate('de-AT', de).within('Hüfte'), 'Hüfte');
  assert.equal(t.within('T-shirt'), 'T-shirt');
});
