import type { ModelFigures, ModelVersion } from '#contract/models.ts';
import { ScrollTable } from '#web/design/scroll-table.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { layReliability } from './lay-reliability.ts';
import { shareText } from './figure-text.ts';

/** Whether what was promised was kept: drawn, and beneath it in figures. */
export function Calibration({ version: { version, figures } }: { version: ModelVersion }) {
  const t = useTranslate();
  const reliability = figures.reliability.filter(({ count }) => count > 0);
  return (
    <section className="model-part" aria-label={t('operator.model_calibration')}>
      <h3 className="b">{t('operator.model_calibration')}</h3>
      {reliability.length === 0 && <p className="small">{t('operator.model_calibration_none')}</p>}
      {reliability.length > 0 && (
        <>
          <p className="small quiet">{t('operator.model_calibration_lead')}</p>
          <CalibrationPlot reliability={reliability} />
          <details key={version}>
            <summary className="link small">{t('gauge.table')}</summary>
            <CalibrationTable name={t('operator.model_calibration')} reliability={reliability} />
          </details>
        </>
      )}
    </section>
  );
}

/** px of the drawing's own; it is as wide as its place. */
const side = 260;
const margin = { start: 44, top: 12, end: 14, bottom: 44 };
const marks = [0, 0.25, 0.5, 0.75, 1];

export function CalibrationPlot({ reliability }: Pick<ModelFigures, 'reliability'>) {
  const t = useTranslate();
  const [width, height] = [margin.start + side + margin.end, margin.top + side + margin.bottom];
  return (
    <svg className="model-drawing calibration-plot" aria-hidden="true" viewBox={`${-margin.start} ${-margin.top} ${width} ${height}`}>
      {marks.map((share) => (
        <g key={share}>
          <path className="plot-grid" d={`M0 ${(1 - share) * side}H${side}M${share * side} 0V${side}`} />
          <text x={-8} y={(1 - share) * side + 4} textAnchor="end">
            {t.percent(share)}
          </text>
          <text x={share * side} y={side + 18} textAnchor="middle">
            {t.percent(share)}
          </text>
        </g>
      ))}
      <text className="plot-word" x={side} y={side + 38} textAnchor="end">
        {t('operator.model_promised')} →
      </text>
      <text className="plot-word" x={8} y={16}>
        ↑ {t('operator.model_kept')}
      </text>
      <path className="plot-diagonal" d={`M0 ${side}L${side} 0`} />
      {layReliability(reliability, side).map(({ x, y, radius }) => (
        <circle key={x} className="plot-dot" cx={x} cy={y} r={radius} />
      ))}
    </svg>
  );
}

export function CalibrationTable({ name, reliability }: Pick<ModelFigures, 'reliability'> & { name: string }) {
  const t = useTranslate();
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{t('operator.model_promise')}</th>
          {(['outcomes', 'promised', 'kept'] as const).map((head) => (
            <th key={head} scope="col" className="figure">
              {t(`operator.model_${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reliability.map(({ from, to, count, promised, kept }) => (
          <tr key={from}>
            <th scope="row">{t('operator.model_from_to', { from: t.percent(from), to: t.percent(to) })}</th>
            <td className="figure">{t.number(count)}</td>
            <td className="figure">{shareText(t, promised)}</td>
            <td className="figure">{shareText(t, kept)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
