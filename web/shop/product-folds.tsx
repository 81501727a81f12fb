import type { ReactNode } from 'react';
import type { DimensionName, Product } from '#contract/catalog.ts';
import { Icon } from '#web/design/icon.tsx';
import { bareLength } from '#web/fitting/format-length.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';

type Chart = Product['charts'][number];

/** What one looks up: the garment's own measures, which body each size is for, how it comes and goes back. */
export function ProductFolds({ product, boutique }: { product: Product; boutique: NonNullable<Product['boutique']> }) {
  const t = useTranslate();
  const chartOf = (kind: Chart['kind']) => product.charts.find((chart) => chart.kind === kind);
  const [garment, body] = [chartOf('garment'), chartOf('body')];
  return (
    <div className="folds">
      {garment && (
        <Fold title={t('product.garment_measures')}>
          <ChartTable chart={garment} caption={t('product.garment_measures')} />
          <p className="micro faint">{t('product.garment_measures_hint')}</p>
        </Fold>
      )}
      {body && (
        <Fold title={t('product.size_chart')}>
          <ChartTable chart={body} caption={t('product.size_chart')} />
          <p className="micro faint">{t('product.size_chart_hint')}</p>
        </Fold>
      )}
      <Fold title={t('product.delivery')}>
        <p>{t('product.delivery_words', { boutique: boutique.name, ships: boutique.ships, city: boutique.city })}</p>
        <p>{t('product.returns_words', { days: boutique.returns_days })}</p>
      </Fold>
    </div>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        {title} <Icon name="plus" size_px={18} />
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}

function ChartTable({ chart, caption }: { chart: Chart; caption: string }) {
  const t = useTranslate();
  const { units } = useUnits();
  const names = [...new Set(chart.sizes.flatMap(({ cm }) => Object.keys(cm)))] as DimensionName[];
  const cell = (range: [number, number] | undefined): string => {
    if (!range) return t('gauge.table_missing');
    const [low, high] = range.map((cm) => bareLength(t, cm, units));
    return low === high ? low! : t('product.range', { low: low!, high: high! });
  };
  return (
    // What scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scrolls" tabIndex={0} role="region" aria-label={caption}>
      <table className="plain">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('product.measures_in', { units })}</th>
            {chart.sizes.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`dimension.${name}`)}</th>
              {chart.sizes.map(({ label, cm }) => (
                <td key={label}>{cell(cm[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
