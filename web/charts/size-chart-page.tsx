import { Link } from '@tanstack/react-router';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import { useFittingBehind, useSizeCharts } from '#web/api/chart-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { KnownCharts } from './known-charts.tsx';
import { WhoseSizes, WhoseSizesOf } from './whose-sizes.tsx';

export interface ChartAddress {
  brand: string;
  category: SizedCategory;
  sizing?: 'women' | 'men';
  /** The fitting that led here, to go back to. */
  back?: string;
  /** Opens the correction at once. */
  correct?: boolean;
}

/** The size chart of a brand that counts, what else is known, and how to put it right. */
export function SizeChartPage({ address }: { address: ChartAddress }) {
  const t = useTranslate();
  const { brand, category, back } = address;
  const { fitting, advice } = useFittingBehind(back);
  const sizing = address.sizing ?? fitting.data?.sizing ?? undefined;
  // A fitting that is gone, or somebody else's, still leaves the brand's charts to look at.
  const is_settled = back === undefined || !fitting.isPending;
  const product_id = fitting.data?.product_id;
  const wanted = is_settled && sizing ? { brand, category, sizing, ...(product_id ? { product_id } : {}) } : null;
  const charts = useSizeCharts(wanted);
  return (
    <div className="wrap">
      <PageTitle page={t('charts.page', { brand })} />
      <div className="you-head">
        <h1 className="display hero" tabIndex={-1}>
          {t('charts.title', { brand })}
        </h1>
        <p className="quiet">
          {t('charts.kind', { sizing: sizing ?? 'none', category: t(`category.${category}`) })}
          {fitting.data && (
            <>
              {' '}
              <Link className="link small" to="/fitting/$session_id" params={{ session_id: fitting.data.session_id }}>
                {t('charts.back', { product: fitting.data.product_name })}
              </Link>
            </>
          )}
        </p>
      </div>
      {!sizing && is_settled && (fitting.data ? <WhoseSizesOf profile_id={fitting.data.profile_id} /> : <WhoseSizes />)}
      {(!is_settled || (sizing && charts.isPending)) && <LoadingGarment text={t('app.loading')} />}
      {charts.error && <ErrorNotice error={charts.error} onRetry={() => void charts.refetch()} />}
      {charts.data && wanted && (
        <KnownCharts
          key={`${brand} ${sizing} ${category}`}
          charts={charts.data.size_charts}
          subject={wanted}
          fitting={fitting.data}
          advice={advice.data}
          is_correcting={address.correct ?? false}
        />
      )}
    </div>
  );
}
