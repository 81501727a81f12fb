import { Link } from '@tanstack/react-router';
import { sizedKind } from '#contract/garment-kinds.ts';
import type { Fitting } from '#contract/fit.ts';
import { followsText } from '#web/charts/chart-words.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Which size chart the sizes follow: solid where it is known, basted where another stands in; and the ways to it. */
export function ChartLine({ fitting: { session_id, brand, category, sizing, size_chart = null } }: { fitting: Fitting }) {
  const t = useTranslate();
  const is_known = size_chart !== null && !size_chart.is_estimated;
  const is_theirs = size_chart !== null && size_chart.brand !== null;
  const address = { brand, category: sizedKind(category), ...(sizing ? { sizing } : {}), back: session_id };
  return (
    <div className="chart-line">
      <p className="small quiet">
        <i className={is_known ? 'seam' : 'baste'} /> {followsText(t, size_chart, brand)}
      </p>
      <div className="row wraps wide-gap">
        {size_chart && (
          <Link className="link small" to="/size-chart" search={address}>
            {t('charts.see')}
          </Link>
        )}
        <Link className="link small" to="/size-chart" search={{ ...address, correct: true }}>
          {t(is_theirs ? 'charts.not_right' : 'charts.add_theirs')}
        </Link>
      </div>
    </div>
  );
}
