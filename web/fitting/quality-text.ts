import type { QualityNote } from '#contract/catalog.ts';
import type { Translate } from '#web/messages/translate.ts';
import type { Units } from '#web/people/units.ts';
import { rangeText } from './format-length.ts';

/** Words a note on a page in the shopper's language; one that was kept before it had its values stays as it was written. */
export function qualityText(t: Translate, { code, message, values: given = {} }: QualityNote, units: Units): string {
  switch (code) {
    case 'sizes_without_chart':
      return given.sizes ? t('quality.sizes_without_chart', { sizes: t.list(given.sizes) }) : message;
    case 'several_fits':
      return given.fits ? t('quality.several_fits', { fits: given.fits.join(', ') }) : message;
    case 'price_spans': {
      const { low, high, currency } = given;
      if (low === undefined || high === undefined || currency === undefined) return message;
      const money = new Intl.NumberFormat(t.locale, { style: 'currency', currency });
      return t('quality.price_spans', { low: money.format(low), high: money.format(high) });
    }
    case 'prices_disagree': {
      const { first, other, is_shown } = given;
      if (first === undefined || other === undefined) return message;
      // The page does not say in which currency, where it says it twice.
      const amounts = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 2 });
      return t('quality.prices_disagree', {
        first: amounts.format(first),
        other: amounts.format(other),
        is_shown: is_shown ? 'yes' : 'no',
      });
    }
    case 'chart_disagrees': {
      const { size, name, source, other_source, here_cm, there_cm } = given;
      if (!size || !name || !source || !other_source || !here_cm || !there_cm) return message;
      return t('quality.chart_disagrees', {
        size,
        source,
        other_source,
        dimension: t.within(t(`dimension.${name}`)),
        here: rangeText(t, here_cm, units),
        there: rangeText(t, there_cm, units),
      });
    }
    default:
      return t(`quality.${code}`);
  }
}
