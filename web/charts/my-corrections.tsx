import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { sizedKind } from '#contract/garment-kinds.ts';
import type { ChartCorrection } from '#contract/size-charts.ts';
import { useMyCorrections } from '#web/api/chart-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { dateOf } from './chart-words.ts';
import { TakeBack } from './take-back.tsx';

/** The size charts this person put right, what became of each, and the way to take it back. */
export function MyCorrections() {
  const t = useTranslate();
  const title = useRef<HTMLHeadingElement>(null);
  const corrections = useMyCorrections();
  const list = corrections.data?.corrections;
  return (
    <section aria-labelledby="corrections">
      <h2 ref={title} className="display title" id="corrections" tabIndex={-1}>
        {t('charts.mine')}
      </h2>
      {list?.length === 0 && (
        <p className="small quiet" style={{ marginTop: 8 }}>
          {t('charts.mine_none')}
        </p>
      )}
      {corrections.error && <ErrorNotice error={corrections.error} onRetry={() => void corrections.refetch()} />}
      <ul className="lines-list" style={{ marginTop: 8 }}>
        {list?.map((one) => (
          <Line key={one.id} correction={one} onTakenBack={() => title.current?.focus()} />
        ))}
      </ul>
    </section>
  );
}

function Line({ correction, onTakenBack }: { correction: ChartCorrection; onTakenBack: () => void }) {
  const t = useTranslate();
  const { id, sizing, categories, status, created_at } = correction;
  const brand = correction.brand ?? '';
  const category = sizedKind(categories[0] ?? 'other');
  return (
    <li>
      <p className="small">
        <Link className="link small" to="/size-chart" search={{ brand, sizing, category }}>
          {brand}
        </Link>{' '}
        {t('charts.mine_kind', { sizing, categories: t.list(categories.map((one) => t(`category.${one}`))) })}
        <br />
        <span className={status === 'accepted' ? 'quiet known' : 'quiet guess'}>
          {t('charts.mine_state', { status, date: dateOf(t, created_at) })}
        </span>
      </p>
      <TakeBack id={id} brand={brand} onTakenBack={onTakenBack} />
    </li>
  );
}
