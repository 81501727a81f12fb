import type { Translate } from '#web/messages/translate.ts';

/** An amount of money as the shopper's locale writes it, without cents where there are none. */
export function moneyText({ locale }: Pick<Translate, 'locale'>, minor: number, currency: string): string {
  const options = { style: 'currency', currency } as const;
  // Yen have no minor unit, dinars have three digits: Intl knows.
  const digits = new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: shown, maximumFractionDigits: shown }).format(amount);
}
