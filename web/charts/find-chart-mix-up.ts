import { findMixUp } from '#web/people/unit-mix-up.ts';
import { toWire, type Units } from '#web/people/units.ts';
import { measure_of } from './chart-figures.ts';
import type { ChartDraft } from './chart-draft.ts';
import { readRange } from './read-range.ts';

/** Fewer figures do not tell a unit. */
const figures_min = 3;

/**
 * Finds the unit that a chart's figures are probably in, when most of them are no body's in the unit of the screen: a chest
 * of 38-40 "cm" is inches. Most and not all, because the largest sizes in inches are a small child's in cm. null when they stand.
 */
export function findChartMixUp({ dimensions, rows }: ChartDraft, units: Units): Units | null {
  const meant = rows.flatMap(({ cells }) =>
    dimensions.flatMap((name) => {
      const [measure, read] = [measure_of[name], readRange(cells[name] ?? '', units)];
      if (measure === null || read.kind !== 'value') return [];
      const value = toWire(measure, (read.range[0] + read.range[1]) / 2, units);
      return [findMixUp(measure, { value, text: '', units, said: {} })?.unit];
    }),
  );
  const other: Units = units === 'cm' ? 'in' : 'cm';
  return meant.length >= figures_min && meant.filter((unit) => unit === other).length * 2 > meant.length ? other : null;
}
