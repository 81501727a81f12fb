import type { DimensionName } from '#contract/catalog.ts';
import { ScrollTable } from '#web/design/scroll-table.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { useUnits } from '#web/people/units-context.ts';
import { type ChartSize, dimensionsOf, rangeText } from './chart-figures.ts';
import { cellKey, compareCharts, type Differences } from './compare-charts.ts';

interface Props {
  name: string;
  sizes: readonly ChartSize[];
  /** Marks what differs from these, and says what they have there. */
  against?: readonly ChartSize[] | undefined;
  /** Says of a figure that only this chart states that it is new. */
  marks_new?: boolean;
}

/** A chart as a table: sizes down, dimensions across, in the shopper's units. Scrolls by itself where it is wider than the screen. */
export function ChartTable({ name, sizes, against, marks_new = false }: Props) {
  const t = useTranslate();
  const { units } = useUnits();
  const dimensions = dimensionsOf(sizes);
  const differences = against && compareCharts(sizes, against);
  const missing = differences
    ? [...differences.missing_sizes, ...differences.missing_dimensions.map((dimension) => t(`dimension.${dimension}`))]
    : [];
  return (
    <>
      <ScrollTable name={name} className="chart" has_fixed_column>
        <caption className="micro faint">{t('charts.table_unit', { units })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('charts.size')}</th>
            {dimensions.map((dimension) => (
              <th key={dimension} scope="col">
                {t(`dimension.${dimension}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.label}>
              <th scope="row">{size.label}</th>
              {dimensions.map((dimension) => (
                <Cell key={dimension} {...{ size, dimension, differences, marks_new }} />
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {missing.length > 0 && <p className="small quiet">{t('charts.missing', { list: t.list(missing) })}</p>}
    </>
  );
}

interface CellProps {
  size: ChartSize;
  dimension: DimensionName;
  differences: Differences | undefined;
  marks_new: boolean;
}

function Cell({ size: { label, body_cm }, dimension, differences, marks_new }: CellProps) {
  const t = useTranslate();
  const { units } = useUnits();
  const range = body_cm[dimension];
  const key = cellKey(label, dimension);
  if (!range) return <td className="faint">{t('charts.not_stated')}</td>;
  if (!differences?.cells.has(key)) return <td>{rangeText(t, range, units)}</td>;
  const there = differences.cells.get(key);
  if (!there)
    return (
      <td>
        {rangeText(t, range, units)}
        {marks_new && <small className="micro">{t('charts.now_none')}</small>}
      </td>
    );
  return (
    <td className="differs">
      <span className="b">{rangeText(t, range, units)}</span>
      <small className="micro">{t('charts.now', { range: rangeText(t, there, units) })}</small>
    </td>
  );
}
