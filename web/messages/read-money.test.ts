import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountText } from './money-text.ts';
import { readMoney } from './read-money.ts';

const read = (text: string, locale = 'en-GB', currency = 'EUR') => {
  const found = readMoney({ locale }, text, currency);
  return found.kind === 'value' ? found.minor : found.kind;
};

test('an amount is read as the locale writes it', () => {
  for (const [text, locale, minor] of [
    ['100.50', 'en-GB', 10_050],
    ['1,000', 'en-GB', 100_000],
    ['1,234.5', 'en-GB', 123_450],
    ['100,50', 'de-DE', 10_050],
    ['1.000', 'de-DE', 100_000],
    ['1.234,50', 'de-DE', 123_450],
    ['100,50', 'fr-FR', 10_050],
    ['1 000', 'fr-FR', 100_000],
    ['1\u202f234,50', 'fr-FR', 123_450],
    ['1’234.50', 'de-CH', 123_450],
    ['0', 'en-GB', 0],
  ] as const)
    assert.equal(read(text, locale), minor, `${text} in ${locale}`);
});

test('what can mean only one thing is read however it is written', () => {
  for (const locale of ['en-GB', 'fr-FR', 'de-DE']) {
    for (const text of ['100.50', '100,50', '100,5', ' 100.5 ', '€100.50', '100,50 €', 'EUR 100.50', '100,50 eur'])
      assert.equal(read(text, locale), 10_050, `${text} in ${locale}`);
    for (const text of ['1000', '1 000', '1\u00a0000', '1 000,00', '1.000,00', '1,000.00'])
      assert.equal(read(text, locale), 100_000, `${text} in ${locale}`);
  }
});

test('what could mean two amounts is asked back rather than guessed', () => {
  assert.deepEqual([read('1.000', 'en-GB'), read('1,000', 'de-DE'), read('1,000', 'fr-FR')], ['unreadable', 'unreadable', 'unreadable']);
});

test('what is no amount is unreadable, and less than nothing is said to be so', () => {
  for (const text of ['abc', '12x', '1.2.3', '10,0000', '1 00', '1 0000', '12 34', '€', '--5', '5-', '.', '1,', '1e3', '$5'])
    assert.equal(read(text), 'unreadable', text);
  for (const text of ['-5', '−5', '- 5', '-1,000.50', '€-5']) assert.equal(read(text), 'negative', text);
  assert.deepEqual([read(''), read('  '), read('-0')], ['empty', 'empty', 0]);
});

test('each currency has its own minor unit', () => {
  assert.deepEqual([read('1,500', 'en-GB', 'JPY'), read('15.5', 'en-GB', 'JPY')], [1500, 'unreadable']);
  assert.deepEqual([read('1.234', 'en-GB', 'KWD'), read('1.234', 'de-DE', 'KWD')], [1234, 1_234_000]);
});

test('an amount beyond any price is the greatest there is', () => {
  assert.equal(read('999999999999999999999999'), 2 ** 31 - 1);
});

test('what a field holds is read back as it was', () => {
  for (const locale of ['en-GB', 'fr-FR', 'de-DE', 'de-CH'])
    for (const [minor, currency] of [
      [10_050, 'EUR'],
      [123_456_700, 'EUR'],
      [99, 'EUR'],
      [12_500, 'JPY'],
      [1_234_567, 'KWD'],
    ] as const)
      assert.equal(read(amountText({ locale }, minor, currency), locale, currency), minor, `${minor} ${currency} in ${locale}`);
});
