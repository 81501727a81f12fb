import type { CallOutput } from '#contract/client.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import type { ChartSize } from './chart-figures.ts';
import { ChartTable } from './chart-table.tsx';

type Stated = CallOutput<'POST /v1/size-charts/read'>['charts'][number];

interface Props {
  charts: Stated[];
  onTake: (sizes: ChartSize[]) => void;
}

/** What was read in a pasted text. Measures of the garment are shown and not taken: they say nothing of bodies. */
export function PastedPreview({ charts, onTake }: Props) {
  const t = useTranslate();
  const bodies = charts.filter(({ kind }) => kind === 'body');
  if (bodies.length === 0)
    return (
      <div className="notice">
        <p className="b">{t('charts.garment')}</p>
        <p className="small quiet">{t('charts.garment_next')}</p>
      </div>
    );
  return (
    <div className="stack">
      {bodies.map((chart, index) => {
        const sizes = sizesOf(chart);
        const title = chart.title === '' ? t('charts.preview') : chart.title;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- one reading never changes
          <div key={index} className="stack preview">
            <h3 className="b">{title}</h3>
            <p className="small quiet">{t('charts.preview_lead', { count: sizes.length, unit: chart.unit })}</p>
            <ChartTable name={title} sizes={sizes} />
            <div>
              <Button look="ink" onClick={() => onTake(sizes)}>
                {t('charts.take')}
              </Button>
            </div>
          </div>
        );
      })}
      {bodies.length < charts.length && <p className="small quiet">{t('charts.garment_too')}</p>}
    </div>
  );
}

const sizesOf = ({ sizes }: Stated): ChartSize[] => sizes.map(({ label, also, cm }) => ({ label, ...(also ? { also } : {}), body_cm: cm }));
