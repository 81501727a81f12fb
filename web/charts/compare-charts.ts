import type { DimensionName } from '#contract/catalog.ts';
import { type ChartSize, type Range, dimensionsOf, rowOf } from './chart-figures.ts';

/** Inches and centimetres are rounded to a tenth; what differs by less is the same figure. In cm. */
const same_within_cm = 0.15;

export interface Differences {
  /** By `cellKey`: what the other chart says there; null where it says nothing. */
  cells: Map<string, Range | null>;
  /** Of these, the figures that both charts state. */
  changed: number;
  /** Sizes and dimensions that only the other chart has. */
  missing_sizes: string[];
  missing_dimensions: DimensionName[];
}

export const cellKey = (label: string, name: DimensionName): string => `${label} ${name}`;

/** Finds what a chart says otherwise than another one does, cell by cell. */
export function compareCharts(chart: readonly ChartSize[], other: readonly ChartSize[]): Differences {
  const cells = new Map<string, Range | null>();
  for (const { label, body_cm } of chart) {
    const there = rowOf(other, label)?.body_cm ?? {};
    for (const name of dimensionsOf([{ label, body_cm }])) {
      if (!isSame(body_cm[name]!, there[name])) cells.set(cellKey(label, name), there[name] ?? null);
    }
  }
  return {
    cells,
    changed: [...cells.values()].filter((range) => range !== null).length,
    missing_sizes: other.filter(({ label }) => !rowOf(chart, label)).map(({ label }) => label),
    missing_dimensions: dimensionsOf(other).filter((name) => !dimensionsOf(chart).includes(name)),
  };
}

const isSame = (one: Range, two: Range | undefined): boolean =>
  two !== undefined && one.every((cm, end) => Math.abs(cm - two[end]!) <= same_within_cm);
