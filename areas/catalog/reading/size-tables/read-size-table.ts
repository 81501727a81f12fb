import type { DimensionName } from '#contract/catalog.ts';
import { readSizeLabel } from '../words/size-label.ts';
import type { TextTable } from '../page/collect-tables.ts';
import { dimensionOf, girths, plausible_cm } from './dimension-words.ts';
import { parseMeasure, unitOf, type Range } from './parse-measure.ts';
import type { StatedChart } from './stated-chart.ts';

const cm_per_in = 2.54;

/** Half of no garment is wider; beyond, the words were about something else. */
const half_max_cm = 85;

/**
 * Reads a table as a size chart, sizes down or across. Body and garment are told apart by the words around, and a girth
 * of half a body by its half: garments lie flat when they are measured. null for any other table.
 */
export function readSizeTable(table: TextTable): StatedChart | null {
  return readUpright(table) ?? readUpright({ ...table, rows: transpose(table.rows) });
}

function readUpright({ title, rows }: TextTable): StatedChart | null {
  const header_at = rows.findIndex((row) => row.filter((cell) => dimensionOf(cell)).length >= 1);
  const header = rows[header_at];
  if (!header) return null;
  const columns = header.flatMap((cell, at) => {
    const dimension = dimensionOf(cell);
    return dimension ? [{ at, dimension, cell }] : [];
  });
  const first_by_name = columns.filter(({ dimension }, i) => columns.findIndex((one) => one.dimension === dimension) === i);
  const label_at = labelColumn(header, rows.slice(header_at + 1), new Set(columns.map(({ at }) => at)));
  if (label_at === null) return null;
  const body = rows.slice(header_at + 1).filter((row) => (row[label_at] ?? '') !== '');
  const measured = first_by_name.flatMap((column) => columnOf(column, { title, body }) ?? []);
  if (measured.length === 0) return null;
  const words = `${title} ${header.join(' ')}`;
  const is_half = measured.some(({ is_half: half }) => half);
  const kind = /\b(?:garment|product measurements?|flat|pit to pit|actual|finished)\b/i.test(words) || is_half ? 'garment' : 'body';
  const sizes = body.map((row, i) => ({
    label: row[label_at]!,
    cm: Object.fromEntries(
      measured.flatMap(({ dimension, ranges }) => (ranges[i] ? [[dimension, ranges[i]]] : [])),
    ) as StatedChart['sizes'][number]['cm'],
  }));
  const told = sizes.filter(({ cm }) => Object.keys(cm).length > 0);
  return told.length < 2 ? null : { kind, unit: measured[0]!.unit, title, sizes: told };
}

/** The column named size, else the first whose cells are mostly sizes. */
function labelColumn(header: readonly string[], rows: readonly string[][], taken: ReadonlySet<number>): number | null {
  const free = header.map((_cell, at) => at).filter((at) => !taken.has(at));
  const named = free.find((at) => /\b(?:size|taille|größe|talla|taglia)\b/i.test(header[at]!));
  if (named !== undefined) return named;
  const isSizes = (at: number): boolean =>
    rows.length > 1 && rows.filter((row) => readSizeLabel(row[at] ?? '').is_understood).length * 2 > rows.length;
  return free.find(isSizes) ?? null;
}

interface Column {
  dimension: DimensionName;
  unit: 'in' | 'cm';
  is_half: boolean;
  ranges: (Range | null)[];
}

function columnOf(
  { at, dimension, cell }: { at: number; dimension: DimensionName; cell: string },
  { title, body }: { title: string; body: readonly string[][] },
): Column | null {
  const measures = body.map((row) => parseMeasure(row[at] ?? ''));
  const lows = measures.flatMap((measure) => measure?.range[0] ?? []).toSorted((a, b) => a - b);
  const middle = lows[Math.floor(lows.length / 2)];
  if (middle === undefined) return null;
  const unit = measures.find((measure) => measure?.unit)?.unit ?? unitOf(cell) ?? unitOf(title) ?? likelyUnit(dimension, middle);
  const factor = unit === 'in' ? cm_per_in : 1;
  const [low, high] = plausible_cm[dimension];
  const isPlausible = (scale: number): boolean => middle * factor * scale >= low && middle * factor * scale <= high;
  const says_half = /\b(?:half|flat|pit to pit|armpit|width)\b|½|1\/2/i.test(`${cell} ${title}`) && middle * factor < half_max_cm;
  const is_half = girths.has(dimension) && isPlausible(2) && (says_half || !isPlausible(1));
  if (!is_half && !isPlausible(1)) return null;
  const scale = factor * (is_half ? 2 : 1);
  return {
    dimension,
    unit,
    is_half,
    ranges: measures.map((measure) => measure && [tenth(measure.range[0] * scale), tenth(measure.range[1] * scale)]),
  };
}

/** Without a word on it: the unit in which the middle size is a likely adult. */
function likelyUnit(dimension: DimensionName, middle: number): 'in' | 'cm' {
  const [low, high] = plausible_cm[dimension];
  const fits_in = middle * cm_per_in >= low && middle * cm_per_in <= high;
  return fits_in && (middle < low || middle < 46) ? 'in' : 'cm';
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;

const transpose = (rows: readonly string[][]): string[][] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_nothing, at) => rows.map((row) => row[at] ?? ''));
