import type { Translate } from '#web/messages/translate.ts';
import { fromWire, type Units } from '#web/people/units.ts';

/** A length in the shopper's units without its unit: for rows where the unit is said once. */
export function bareLength(t: Translate, cm: number, units: Units): string {
  return t.number(fromWire('chest_cm', cm, units));
}

/** A length in the shopper's units, with the unit. */
export function lengthText(t: Translate, cm: number, units: Units): string {
  return t('unit.length', { value: bareLength(t, cm, units), units });
}

/** A range of lengths in the shopper's units, with the unit: "96 to 102 cm". */
export function rangeText(t: Translate, [low = 0, high = low]: readonly number[], units: Units): string {
  return t('product.range', { low: bareLength(t, low, units), high: lengthText(t, high, units) });
}
