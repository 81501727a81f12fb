import type { ChartInUse } from '#contract/fit.ts';
import type { Translate } from '#web/messages/translate.ts';

type Told = Pick<ChartInUse, 'origin' | 'brand' | 'source_url' | 'stated_at' | 'credited_to' | 'is_estimated' | 'is_yours'>;

/** Says in one sentence which chart the sizes follow and where it is from. */
export function followsText(t: Translate, chart: Told | null, brand: string): string {
  if (!chart) return t('charts.follows_none', { brand });
  if (chart.brand === null) return t('charts.follows_standard', { brand });
  if (chart.is_estimated) return t('charts.follows_near', { brand });
  if (chart.is_yours) return t('charts.follows_yours', { brand });
  if (chart.origin === 'correction') return t('charts.follows_corrected', { brand, name: chart.credited_to ?? 'none' });
  if (chart.origin === 'built_in') return t('charts.follows_built_in', { brand });
  return t('charts.follows_page', { brand, host: hostOf(chart.source_url), date: dateOf(t, chart.stated_at) });
}

/** Names a chart by where it is from: a heading. */
export function originText(t: Translate, chart: Told): string {
  if (chart.brand === null) return t('charts.origin_standard');
  if (chart.is_yours) return t('charts.origin_yours');
  if (chart.origin === 'correction') return t('charts.origin_corrected', { name: chart.credited_to ?? 'none' });
  return t(chart.origin === 'built_in' ? 'charts.origin_built_in' : 'charts.origin_page', { host: hostOf(chart.source_url) });
}

/** A day as this locale writes it; `none` where nobody wrote it down. */
export const dateOf = (t: Translate, time: string | null): string =>
  time === null ? 'none' : new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(time));

/** The shop's name as people read it: without `www.`; `none` where there is no address. */
export const hostOf = (url: string | null): string =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : 'none';
