import type { ChartCorrection } from '#contract/size-charts.ts';
import { useSizeCharts } from '#web/api/chart-queries.ts';
import { ChartFacts } from '#web/charts/chart-facts.tsx';
import { ChartTable } from '#web/charts/chart-table.tsx';
import { originText } from '#web/charts/chart-words.ts';
import { compareCharts } from '#web/charts/compare-charts.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

interface Props {
  correction: ChartCorrection;
  is_busy: boolean;
  onDecide: (correction: ChartCorrection, accept: boolean) => void;
}

/** One correction: whose, from where, which figures, and what they are now. */
export function CorrectionToDecide({ correction, is_busy, onDecide }: Props) {
  const t = useTranslate();
  const { sizing, categories, sizes, status, note } = correction;
  const brand = correction.brand ?? '';
  const charts = useSizeCharts({ brand, sizing, category: categories[0] ?? 'other' });
  // What the operator corrected themselves counts for nobody else; nor is a correction held against itself.
  const others = charts.data?.size_charts.filter(({ id, is_yours, brand: of }) => id !== correction.id && !is_yours && of !== null);
  // A page's chart may reach no further than its shop, so it stands in only where it is said to count.
  const now = others?.find(({ is_in_use }) => is_in_use) ?? others?.find(({ origin }) => origin !== 'page');
  const name = t('operator.chart_named', { brand, sizing, categories: t.list(categories.map((one) => t(`category.${one}`))) });
  return (
    <article className="stack" aria-label={name}>
      <h3 className="b">{name}</h3>
      <ChartFacts chart={correction} note={note} />
      {correction.credited_to === null && <p className="small quiet">{t('operator.chart_nobody')}</p>}
      {charts.data && (
        <p className="small quiet">
          {now
            ? t('operator.chart_against', { count: compareCharts(sizes, now.sizes).changed, origin: originText(t, now) })
            : t('operator.chart_against_none')}
        </p>
      )}
      <ChartTable name={name} sizes={sizes} against={now?.sizes} marks_new />
      <div className="row wraps">
        {status !== 'accepted' && (
          <Button is_busy={is_busy} aria-label={t('operator.chart_accept_named', { name })} onClick={() => onDecide(correction, true)}>
            {t('operator.chart_accept')}
          </Button>
        )}
        {status !== 'rejected' && (
          <Button
            look="quiet"
            is_busy={is_busy}
            aria-label={t('operator.chart_reject_named', { name })}
            onClick={() => onDecide(correction, false)}
          >
            {t('operator.chart_reject')}
          </Button>
        )}
      </div>
    </article>
  );
}
