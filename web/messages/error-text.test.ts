import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError } from '#contract/client.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import en from './en.json' with { type: 'json' };
import { errorText, fieldTexts } from './error-text.ts';
import fr from './fr.json' with { type: 'json' };
import { createTranslate } from './translate.ts';

const [english, french] = [createTranslate('en', en), createTranslate('fr', fr)];
const failure = (code: ErrorCode, fields?: Record<string, string>) =>
  new ApiError(422, { code, message: 'shop.example cannot be read.', request_id: 'r1', timestamp: '', ...(fields ? { fields } : {}) });

test('English is what the server says, which knows the shop by name; another language says what the code means', () => {
  assert.equal(errorText(english, failure('catalog.unknown_shop')), 'shop.example cannot be read.');
  assert.equal(errorText(french, failure('catalog.unknown_shop')), fr['error_code.catalog.unknown_shop']);
});

test('a code that this language does not know is said in the server’s words', () => {
  assert.equal(errorText(french, failure('catalog.bad_feed')), 'shop.example cannot be read.');
});

test('without an answer of ours it is the connection', () => {
  const between = new ApiError(502, { code: 'platform.internal', message: 'x', request_id: '', timestamp: '' });
  for (const error of [new TypeError('fetch failed'), between]) assert.equal(errorText(french, error), fr['error.offline']);
});

test('what is wrong with a field is said beside it', () => {
  const refused = failure('fit.unlikely_measurement', { chest_cm: 'A chest of 38 cm is very small.' });
  assert.deepEqual(fieldTexts(english, refused), { chest_cm: 'A chest of 38 cm is very small.' });
  assert.deepEqual(fieldTexts(french, refused), { chest_cm: fr['error_code.fit.unlikely_measurement'] });
  assert.deepEqual(fieldTexts(french, new TypeError('fetch failed')), {});
});
