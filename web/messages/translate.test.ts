import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import en from './en.json' with { type: 'json' };
import { createTranslate, type MessageKey } from './translate.ts';

const t = createTranslate('en', en);
const keys = Object.keys(en) as MessageKey[];

test('every message is well-formed ICU', () => {
  for (const key of keys) assert.doesNotThrow(() => new IntlMessageFormat(en[key], 'en'), `${key}: ${en[key]}`);
});

test('messages keep the voice: no exclamation marks, no straight apostrophes that ICU would swallow', () => {
  for (const key of keys) {
    assert.ok(!en[key].includes('!'), key);
    assert.ok(!/[a-z]'[a-z]/i.test(en[key]), key);
  }
});

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
