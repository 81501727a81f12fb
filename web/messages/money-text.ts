import type { Translate } from './translate.ts';

/** An amount of money as the shopper's locale writes it, without cents where there are none. */
export function moneyText({ locale }: Pick<Translate, 'locale'>, minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  const write = (currencyDisplay: 'symbol' | 'narrowSymbol'): string =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay,
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    }).format(amount);
  const text = write('symbol');
  if (!text.includes(currency)) return text;
  // Three letters where there is a sign: ₦ says more than NGN. A bare $ would say less, there are twenty of them.
  const narrow = write('narrowSymbol');
  return narrow.includes('$') ? text : narrow;
}

/** How many digits of a currency's amounts are minor units: yen have none, dinars three. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount of money without its currency, as a field holds it. */
export function amountText({ locale }: Pick<Translate, 'locale'>, minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: shown, maximumFractionDigits: shown }).format(amount);
}
