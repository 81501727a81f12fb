import type { ReactNode } from 'react';
import type { KnownChart } from '#contract/size-charts.ts';
import { safeLink } from '#web/catalog/read-link.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { dateOf, hostOf } from './chart-words.ts';

type Told = Pick<KnownChart, 'origin' | 'source' | 'source_url' | 'stated_at' | 'credited_to'>;

/** Where a chart stands, when it was said, and whom to thank. */
export function ChartFacts({ chart, note }: { chart: Told; note?: string | null }) {
  const t = useTranslate();
  const { origin, source, source_url, stated_at, credited_to } = chart;
  const link = source_url === null ? undefined : safeLink(source_url);
  return (
    <dl className="facts small">
      <Fact name={t('charts.fact_source')}>
        {source}
        {link && (
          <>
            {' '}
            <a className="link small" href={link} target="_blank" rel="noopener noreferrer">
              {t('charts.fact_open', { host: hostOf(link) })}
            </a>
          </>
        )}
      </Fact>
      {stated_at !== null && (
        <Fact name={t(origin === 'correction' ? 'charts.fact_corrected' : 'charts.fact_read')}>{dateOf(t, stated_at)}</Fact>
      )}
      {credited_to !== null && <Fact name={t('charts.fact_credit')}>{credited_to}</Fact>}
      {note && <Fact name={t('charts.fact_note')}>{note}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
