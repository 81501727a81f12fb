import type { DimensionName } from '#contract/catalog.ts';
import { girths, plausible_cm } from './dimension-words.ts';
import { parseMeasure, unitOf, type Range, type Unit } from './parse-measure.ts';

/** One dimension of a chart in cm, a range or null for each size. */
export interface Column {
  dimension: DimensionName;
  unit: Unit;
  /** Given as half of the girth, flat on the table; `ranges` go all round. */
  is_half: boolean;
  ranges: (Range | null)[];
}

const cm_per_in = 2.54;
/** Half of no garment is wider; beyond, the words were about something else. */
const half_max_cm = 85;
const says_half = /\b(?:half|flat|laid|pit to pit|p2p|armpit|width)\b|½|1\/2|身幅/i;

export interface RawColumn {
  dimension: DimensionName;
  heading: string;
  cells: readonly string[];
}

/** Reads the dimensions of one chart: they share a title, and a unit where they name none. Those that no person could have are left out. */
export function readColumns(columns: readonly RawColumn[], { title, is_for_children }: ChartWords): Column[] {
  const stated = columns.flatMap(({ heading, cells }) => statedUnit(heading, cells) ?? [])[0] ?? unitOf(title);
  const shared = stated ?? likelyUnit(columns, is_for_children);
  return columns.flatMap((column) => readColumn(column, { title, shared, is_for_children }) ?? []);
}

export interface ChartWords {
  title: string;
  /** Sized by age: a girth of 52 cm is then a whole one. */
  is_for_children: boolean;
}

const statedUnit = (heading: string, cells: readonly string[]): Unit | null =>
  cells.map((cell) => parseMeasure(cell)?.unit).find((unit) => unit != null) ?? unitOf(heading);

function readColumn(
  { dimension, heading, cells }: RawColumn,
  { title, shared, is_for_children }: ChartWords & { shared: Unit },
): Column | null {
  const middle = middleOf(cells);
  if (middle === null) return null;
  const measures = cells.map(parseMeasure);
  const unit = statedUnit(heading, cells) ?? shared;
  const factor = unit === 'in' ? cm_per_in : 1;
  const isPlausible = (scale: number): boolean => isWithin(middle * factor * scale, plausible_cm[dimension]);
  const isUsual = (cm: number): boolean => isWithin(cm, usual_cm[dimension]);
  const is_said = says_half.test(`${heading} ${title}`) && middle * factor < half_max_cm;
  const is_likely = !is_for_children && isUsual(middle * factor * 2) && !isUsual(middle * factor);
  const is_half = girths.has(dimension) && isPlausible(2) && (is_said || is_likely || !isPlausible(1));
  if (!is_half && !isPlausible(1)) return null;
  const scale = factor * (is_half ? 2 : 1);
  return { dimension, unit, is_half, ranges: measures.map((measure) => measure && toCm(measure.range, scale)) };
}

const isWithin = (value: number, [low, high]: Range): boolean => value >= low && value <= high;

const toCm = ([low, high]: Range, scale: number): Range => [tenth(low * scale), tenth(high * scale)];

/** Where adults are, most of the time: inches and cm do not overlap here. */
const usual_cm: Readonly<Record<DimensionName, Range>> = {
  chest: [75, 150],
  waist: [58, 140],
  hip: [80, 150],
  neck: [32, 55],
  shoulders: [34, 62],
  sleeves: [15, 95],
  length: [45, 150],
  inseam: [60, 96],
};

/** Children of one to twelve against adults. */
const child_share: Range = [0.55, 0.65];

/** Without a word on it: the unit in which most columns are a likely adult's; of two as likely, the one that needs fewer half widths. */
function likelyUnit(columns: readonly RawColumn[], is_for_children: boolean): Unit {
  const usual = (dimension: DimensionName): Range => {
    const [low, high] = usual_cm[dimension];
    return is_for_children ? [low * child_share[0], high * child_share[1]] : [low, high];
  };
  const score = (factor: number): number =>
    columns.reduce((sum, { dimension, cells }) => {
      const cm = (middleOf(cells) ?? 0) * factor;
      if (isWithin(cm, usual(dimension))) return sum + 1;
      return sum + (girths.has(dimension) && isWithin(2 * cm, usual(dimension)) ? 0.9 : 0);
    }, 0);
  return score(cm_per_in) > score(1) ? 'in' : 'cm';
}

function middleOf(cells: readonly string[]): number | null {
  const lows = cells.flatMap((cell) => parseMeasure(cell)?.range[0] ?? []).toSorted((a, b) => a - b);
  return lows[Math.floor(lows.length / 2)] ?? null;
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;
