import type { AdviceReason } from '#contract/fit.ts';
import type { Translate } from '#web/messages/translate.ts';
import { fromWire, type Units } from '#web/people/units.ts';
import { roundText } from '#web/zones/zone-words.ts';
import type { Advised } from './read-advice.ts';

/** Words a reason in the shopper's language and in the units of the screen, from its code and figures. */
export function reasonText(t: Translate, reason: AdviceReason, units: Units): string {
  switch (reason.code) {
    case 'worn':
      return t('reason.worn', { brand: reason.brand, size: reason.size, overall: reason.overall });
    case 'build':
    case 'no_chart':
    case 'estimated_body':
      return t(`reason.${reason.code}`);
    case 'kept_by_others':
      return t('reason.kept_by_others', { size: reason.size, count: reason.tried, kept: reason.kept });
    case 'runs':
      return t('reason.runs', { side: reason.side, by: t('unit.length', { value: roundText(t, reason.by_cm, units), units }) });
    case 'contradicts':
      return contradictionText(t, reason, units);
    case 'room':
    case 'reach':
      return measuredText(t, reason, units);
  }
}

function contradictionText(t: Translate, reason: Extract<AdviceReason, { code: 'contradicts' }>, units: Units): string {
  if (reason.what === 'garment') return t('reason.garment_contradicts', { brand: reason.brand, size: reason.size });
  return t('reason.measure_contradicts', {
    dimension: t.within(t(`dimension.${reason.name}`)),
    told: t('unit.length', { value: t.number(fromWire('chest_cm', reason.told_cm, units)), units }),
    garments: t('unit.length', { value: roundText(t, reason.garments_cm, units), units }),
  });
}

type Measured = Extract<AdviceReason, { code: 'room' | 'reach' }>;

/** Whole centimetres or half inches: a finer figure would claim more than is known. */
function measuredText(t: Translate, reason: Measured, units: Units): string {
  const { name, liked_cm, basis, is_known } = reason;
  const long = (cm: number) => t('unit.length', { value: roundText(t, cm, units), units });
  const values = {
    dimension: t(`dimension.${name}`),
    known: is_known ? 'yes' : 'no',
    basis,
    low: roundText(t, liked_cm[0], units),
    high: roundText(t, liked_cm[1], units),
  };
  if (reason.code === 'reach') return t('reason.reach', { ...values, garment: long(reason.garment_cm) });
  return t('reason.room', { ...values, side: reason.room_cm < 0 ? 'under' : 'over', room: long(Math.abs(reason.room_cm)) });
}

/** Says in a sentence why there is no better answer yet: nothing is known of the shopper, or no sizes of the garment. */
export function missingText(t: Translate, advice: Advised): string {
  if (advice.recommended_size !== null) return t('reason.nothing_known', { size: advice.recommended_size });
  const is_known = advice.evidence.some(({ kind, count }) => kind !== 'population' && count > 0);
  return t('reason.no_sizes', { known: is_known ? 'yes' : 'no' });
}
