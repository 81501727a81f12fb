import type { DimensionName } from '#contract/catalog.ts';
import { field, listOf, textOf } from '../page/parse-json.ts';
import { shortLabel } from '../words/size-label.ts';
import { dimensionOf, plausible_cm } from './dimension-words.ts';
import type { Range } from './parse-measure.ts';
import type { StatedChart } from './stated-chart.ts';

const cm_per_in = 2.54;
/** UN/CEFACT codes, and words that shops write in their place. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:CMT|cm|centimet(?:er|re)s?)$/i, 1],
  [/^(?:INH|in|inch(?:es)?|["”])$/i, cm_per_in],
  [/^(?:MMT|mm)$/i, 0.1],
  [/^(?:MTR|m)$/i, 100],
];

/**
 * Reads the measures that schema.org sizes carry: `suggestedMeasurement` is the body that a size is for, `hasMeasurement`
 * (of a SizeSpecification or of the variant itself) is the garment.
 */
export function specifiedCharts(product: object, variants: readonly unknown[]): StatedChart[] {
  const rows = [product, ...variants].flatMap((variant) =>
    listOf(field(variant, 'size')).flatMap((size) => {
      const label = textOf(field(size, 'name')) ?? textOf(size);
      return label === null ? [] : [{ label: shortLabel(label), size, variant }];
    }),
  );
  return [
    chartOf('body', rows, ({ size }) => listOf(field(size, 'suggestedMeasurement'))),
    chartOf('garment', rows, ({ size, variant }) => [
      ...listOf(field(size, 'hasMeasurement')),
      ...listOf(field(variant, 'hasMeasurement')),
    ]),
  ].filter(({ sizes }) => sizes.length > 0);
}

interface Row {
  label: string;
  size: unknown;
  variant: unknown;
}

function chartOf(kind: StatedChart['kind'], rows: readonly Row[], measuresOf: (row: Row) => unknown[]): StatedChart {
  const sizes = new Map<string, Partial<Record<DimensionName, Range>>>();
  let unit: StatedChart['unit'] = 'cm';
  for (const row of rows) {
    const read = measuresOf(row).flatMap((one) => readMeasure(one) ?? []);
    if (read.some(({ is_in }) => is_in)) unit = 'in';
    if (read.length > 0 && !sizes.has(row.label))
      sizes.set(row.label, Object.fromEntries(read.map(({ dimension, range }) => [dimension, range])));
  }
  return { kind, unit, title: 'schema.org', sizes: [...sizes].map(([label, cm]) => ({ label, cm })) };
}

/** A QuantitativeValue with a name; without a unit it means nothing. */
function readMeasure(value: unknown): { dimension: DimensionName; range: Range; is_in: boolean } | null {
  const dimension = dimensionOf(
    textOf(field(value, 'name')) ?? textOf(field(value, 'propertyID')) ?? textOf(field(value, 'description')) ?? '',
  );
  const named = textOf(field(value, 'unitCode')) ?? textOf(field(value, 'unitText')) ?? '';
  const factor = units.find(([pattern]) => pattern.test(named.trim()))?.[1];
  const [low, high] = [
    numberOf(field(value, 'minValue') ?? field(value, 'value')),
    numberOf(field(value, 'maxValue') ?? field(value, 'value')),
  ];
  if (dimension === null || factor === undefined || low === null || high === null || low > high) return null;
  const range: Range = [tenth(low * factor), tenth(high * factor)];
  const [least, most] = plausible_cm[dimension];
  return range[0] < least || range[1] > most ? null : { dimension, range, is_in: factor === cm_per_in };
}

function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : NaN;
  return Number.isFinite(number) && number > 0 ? number : null;
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;
