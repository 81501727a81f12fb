import type { Fitting } from '#contract/fit.ts';
import type { Translate } from '#web/messages/translate.ts';
import { moneyText } from '#web/messages/money-text.ts';

/** The price as the shopper's locale writes it; nothing when the shop did not say. */
export function priceText(t: Translate, { price_minor, currency }: Fitting): string | null {
  return price_minor === undefined || currency === undefined ? null : moneyText(t, price_minor, currency);
}
