import type { AdviceDimension } from '#contract/fit.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Explains the stitches that this gauge uses, and no others. */
export function GaugeLegend({ dimensions }: { dimensions: AdviceDimension[] }) {
  const t = useTranslate();
  const bodies = dimensions.filter(({ body_cm }) => body_cm !== undefined);
  const has = (basis: AdviceDimension['zone_basis']) => dimensions.some(({ zone_basis }) => zone_basis === basis);
  const is_average = has('population') && !has('learned') && !has('set') && !has('guessed');
  return (
    <p className="legend">
      {bodies.some(({ body_basis }) => body_basis === 'measured') && (
        <span>
          <BodyBar />
          {t('gauge.legend_body')}
        </span>
      )}
      {bodies.some(({ body_basis }) => body_basis === 'estimated') && (
        <span>
          <BodyBar is_basted />
          {t(is_average ? 'gauge.legend_body_average' : 'gauge.legend_body_guessed')}
        </span>
      )}
      {has('learned') && (
        <span className="you">
          <i className="seam" />
          {t('gauge.legend_learned')}
        </span>
      )}
      {has('set') && (
        <span className="you">
          <i className="seam" />
          {t('gauge.legend_set')}
        </span>
      )}
      {has('guessed') && (
        <span className="you">
          <i className="baste" />
          {t('gauge.legend_guessed')}
        </span>
      )}
      {has('population') && (
        <span>
          <i className="baste" />
          {t('gauge.legend_population')}
        </span>
      )}
      {dimensions.some(({ garment_basis }) => garment_basis === 'chart') && (
        <span>
          <i className="baste" />
          {t('gauge.legend_chart')}
        </span>
      )}
    </p>
  );
}

function BodyBar({ is_basted = false }: { is_basted?: boolean }) {
  const look = is_basted ? { fill: 'none', stroke: 'currentColor', strokeDasharray: '5 3' } : { fill: 'currentColor' };
  return (
    <svg width="28" height="10" aria-hidden="true">
      <rect x=".5" y="1" width="22" height="8" {...look} />
    </svg>
  );
}
