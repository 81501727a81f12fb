import type { ModelVersion } from '#contract/models.ts';
import type { WatchedFigure } from './read-model.ts';

export interface TrendPoint {
  version: number;
  x: number;
  y: number;
  state: ModelVersion['state'];
}
export interface Trend {
  points: TrendPoint[];
  /** Through all versions that have the figure, oldest first. */
  line: string;
  /** The same figure of what was in use before each; empty where it is not known. */
  line_before: string;
}

interface Place {
  width: number;
  height: number;
  /** Kept free at every side, so that a mark is whole. */
  margin: number;
}

/** Lays a figure of all versions out over time: equal steps from the oldest to the newest, the lowest value at the foot. */
export function layTrend(versions: readonly ModelVersion[], figure: WatchedFigure, { width, height, margin }: Place): Trend {
  const oldest_first = versions.toSorted((a, b) => a.version - b.version);
  const known = oldest_first.flatMap(({ version, state, figures }) => {
    const value = figures[figure];
    return value === null ? [] : [{ version, state, value, before: figure === 'log_loss' ? figures.baseline_log_loss : null }];
  });
  const values = known.flatMap(({ value, before }) => (before === null ? [value] : [value, before]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const xOf = (index: number) => (known.length === 1 ? width / 2 : margin + (index / (known.length - 1)) * (width - 2 * margin));
  // All alike lie in the middle, not at the foot.
  const yOf = (value: number) => (high === low ? height / 2 : margin + ((high - value) / (high - low)) * (height - 2 * margin));
  const lineOf = (ys: (number | null)[]) =>
    ys
      .flatMap((y, index) => (y === null ? [] : [`${round(xOf(index))} ${round(yOf(y))}`]))
      .reduce((path, at) => `${path}${path ? 'L' : 'M'}${at}`, '');
  return {
    points: known.map(({ version, state, value }, index) => ({ version, state, x: round(xOf(index)), y: round(yOf(value)) })),
    line: lineOf(known.map(({ value }) => value)),
    line_before: lineOf(known.map(({ before }) => before)),
  };
}

const round = (px: number): number => Math.round(px * 10) / 10;
