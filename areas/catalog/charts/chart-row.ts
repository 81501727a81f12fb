import type { DimensionName } from '#contract/catalog.ts';
import { readSizeLabel, type SizeLabel } from '../reading/words/size-label.ts';
import type { BodyRanges, SizeChart } from './size-chart.ts';

/** What differs between a regular size and a tall, short or petite one of the same letter. */
const lengths: readonly DimensionName[] = ['sleeves', 'length', 'inseam'];

/**
 * Gives the body ranges of a size by its label, however spelled. A tall size has the row of its letter with the
 * lengths that the brand adds; where it does not say how much (and for short, long, petite) the lengths are left out.
 * Sizes of different systems are never the same; a label that names none is taken as of `system`. null when the chart has
 * no such size.
 */
export function chartRow(
  chart: Pick<SizeChart, 'sizes' | 'tall_longer_cm'>,
  label: string,
  system: SizeLabel['system'] = null,
): BodyRanges | null {
  const row = findSize(chart.sizes, label, system);
  if (!row) return null;
  const { length } = readSizeLabel(label);
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

/** Finds the size of a list that a label means, by its own name or by its name in another system. */
export function findSize<T extends { label: string; also?: string[] | undefined }>(
  sizes: readonly T[],
  label: string,
  system: SizeLabel['system'] = null,
): T | undefined {
  const asked = readSizeLabel(label);
  const wanted = asked.system ?? system;
  const namesOf = ({ label: own, also = [] }: T): SizeLabel[] => [own, ...also].map(readSizeLabel);
  const isSame = (name: SizeLabel): boolean => name.base === asked.base;
  return (
    sizes.find((size) => namesOf(size).some((name) => isSame(name) && name.system === wanted)) ??
    sizes.find((size) => namesOf(size).some((name) => isSame(name) && (name.system === null || wanted === null)))
  );
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;
