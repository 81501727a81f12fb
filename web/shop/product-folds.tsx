import type { DimensionName, Product } from '#contract/catalog.ts';
import { Disclosure } from '#web/design/disclosure.tsx';
import { ScrollTable } from '#web/design/scroll-table.tsx';
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
        <Disclosure title={t('product.garment_measures')}>
          <ChartTable chart={garment} caption={t('product.garment_measures')} />
          <p className="micro faint">{t('product.garment_measures_hint')}</p>
        </Disclosure>
      )}
      {body && (
        <Disclosure title={t('product.size_chart')}>
          <ChartTable chart={body} caption={t('product.size_chart')} />
          <p className="micro faint">{t('product.size_chart_hint')}</p>
        </Disclosure>
      )}
      <Disclosure title={t('product.delivery')}>
        {boutique.ships_in_days !== null && (
          <p>{t('product.delivery_words', { boutique: boutique.name, city: boutique.city, days: boutique.ships_in_days })}</p>
        )}
        <p>{t('product.returns_words', { days: boutique.returns_days })}</p>
      </Disclosure>
    </div>
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
    <ScrollTable name={caption} has_fixed_column className="figures">
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
    </ScrollTable>
  );
}
