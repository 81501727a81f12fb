import type { Fitting } from '#contract/fit.ts';
import type { Translate } from '#web/messages/translate.ts';

/** The price as the shopper's locale writes it; nothing when the shop did not say. */
export function priceText(t: Translate, { price_minor, currency }: Fitting): string | null {
  if (price_minor === undefined || currency === undefined) return null;
  const format = new Intl.NumberFormat(t.locale, { style: 'currency', currency });
  // Yen have no minor unit, dinars have three digits: Intl knows.
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const amount = price_minor / 10 ** digits;
  return Number.isInteger(amount)
    ? new Intl.NumberFormat(t.locale, { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(amount)
    : format.format(amount);
}
