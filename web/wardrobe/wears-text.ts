import type { Item } from '#contract/wardrobe.ts';
import { moneyText } from '#web/messages/money-text.ts';
import type { Translate } from '#web/messages/translate.ts';

/** "31 wears, €2.32 each". */
export function wearsText(t: Translate, { worn_count, cost_per_wear_minor, currency }: Item): string {
  if (worn_count === 0) return t('wardrobe.never_worn');
  if (cost_per_wear_minor === null || currency === undefined) return t('wardrobe.wears', { count: worn_count });
  return t('wardrobe.wears_each', { count: worn_count, cost: moneyText(t, cost_per_wear_minor, currency) });
}
