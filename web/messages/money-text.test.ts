import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyText } from './money-text.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

test('money is written as the locale writes it, in the minor unit that the currency has', () => {
  assert.equal(moneyText({ locale: 'en' }, 12_800, 'EUR'), '€128');
  assert.equal(moneyText({ locale: 'en' }, 12_850, 'EUR'), '€128.50');
  assert.equal(plain(moneyText({ locale: 'fr' }, 12_850, 'EUR')), '128,50 €');
  assert.equal(plain(moneyText({ locale: 'de' }, 1_250_000, 'EUR')), '12.500 €');
  assert.equal(moneyText({ locale: 'en' }, 12_500, 'JPY'), '¥12,500');
  assert.equal(plain(moneyText({ locale: 'en-NG' }, 1_250_000, 'NGN')), '₦12,500');
  assert.equal(plain(moneyText({ locale: 'en' }, 1_250_000, 'NGN')), '₦12,500');
  assert.equal(plain(moneyText({ locale: 'fr' }, 12_500, 'JPY')), '12 500 ¥');
  assert.equal(plain(moneyText({ locale: 'en' }, 12_500, 'CAD')), 'CA$125');
  assert.equal(plain(moneyText({ locale: 'en' }, 12_500, 'KWD')), 'KWD 12.500');
});
