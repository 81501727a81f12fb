import type { DimensionName } from '#contract/catalog.ts';
import { readSizeLabel } from './reading/words/size-label.ts';
import type { BodyRanges, SizeChart } from './size-chart.ts';

/** What differs between a regular size and a tall, short or petite one of the same letter. */
const lengths: readonly DimensionName[] = ['sleeves', 'length', 'inseam'];

/**
 * Gives the body ranges of a size by its label, however spelled. A tall size has the row of its letter with the
 * lengths that the brand adds; where it does not say how much (and for short, long, petite) the lengths are left out.
 * null when the chart has no such size.
 */
export function chartRow(chart: SizeChart, label: string): BodyRanges | null {
  const { base, length } = readSizeLabel(label);
  const row = chart.sizes.find((size) => readSizeLabel(size.label).base === base);
  if (!row) return null;
  if (length === 'regular') return row.body_cm;
  const ranges = Object.entries(row.body_cm) as [DimensionName, [number, number]][];
  return Object.fromEntries(
    ranges.flatMap(([name, range]) => {
      if (!lengths.includes(name)) return [[name, range]];
      const longer = length === 'tall' ? chart.tall_longer_cm[name] : undefined;
      return longer === undefined ? [] : [[name, [tenth(range[0] + longer), tenth(range[1] + longer)]]];
    }),
  );
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;
