import type { KnownChart } from '#contract/size-charts.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ChartFacts } from './chart-facts.tsx';
import { ChartTable } from './chart-table.tsx';
import { originText } from './chart-words.ts';
import { compareCharts } from './compare-charts.ts';

/** What else is known of the brand, folded away; each with what it says otherwise than the chart that counts. */
export function OtherCharts({ charts, in_use }: { charts: KnownChart[]; in_use: KnownChart | undefined }) {
  const t = useTranslate();
  if (charts.length === 0) return null;
  return (
    <section className="sect">
      <h2 className="display title">{t('charts.others')}</h2>
      <p className="small quiet">{t('charts.others_lead')}</p>
      <ul className="lines-list folded">
        {charts.map((chart) => (
          <li key={`${chart.id} ${chart.origin} ${chart.source}`}>
            <OtherChart chart={chart} in_use={in_use} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherChart({ chart, in_use }: { chart: KnownChart; in_use: KnownChart | undefined }) {
  const t = useTranslate();
  const name = originText(t, chart);
  const count = in_use ? compareCharts(chart.sizes, in_use.sizes).changed : 0;
  return (
    <details>
      <summary className="small">
        <i className={chart.is_estimated ? 'baste' : 'seam'} />
        <span className="link">{name}</span>
        {in_use && <span className="quiet">{t('charts.differs', { count })}</span>}
      </summary>
      <div className="stack">
        <ChartTable name={name} sizes={chart.sizes} against={in_use?.sizes} />
        <ChartFacts chart={chart} />
      </div>
    </details>
  );
}
