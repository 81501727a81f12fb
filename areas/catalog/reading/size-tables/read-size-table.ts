import { size_systems, type DimensionName } from '#contract/catalog.ts';
import type { TextTable } from '../page/collect-tables.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { readSizeLabel } from '../words/size-label.ts';

import { dimensionOf } from './dimension-words.ts';
import { isGarment } from './is-garment.ts';
import type { Range } from './parse-measure.ts';
import { readColumns, type ChartWords, type Column, type RawColumn } from './read-columns.ts';
import type { StatedChart, StatedSize } from './stated-chart.ts';

/** Two rows make a chart; one row could be a sentence. */
const sizes_min = 2;

/**
 * Reads a table as a size chart, sizes down or across. Body and garment are told apart by the words around and by what is
 * likely (see `is-garment.ts`); a girth of half a body is doubled: garments lie flat when they are measured. null for any
 * other table.
 */
export function readSizeTable(table: TextTable): StatedChart | null {
  return readUpright(table) ?? readUpright({ ...table, rows: transpose(table.rows) });
}

function readUpright({ title, rows }: TextTable): StatedChart | null {
  const header_at = rows.findIndex((row) => row.some((cell) => dimensionOf(cell) !== null));
  const first = rows[header_at];
  if (!first || header_at > 4) return null;
  const header = withUnits(first, rows[header_at + 1]);
  const body_at = header_at + (header === first ? 1 : 2);
  const measured_at = new Set(header.flatMap((cell, at) => (dimensionOf(cell) === null ? [] : [at])));
  const label_at = labelColumn(header, rows.slice(body_at), measured_at);
  if (label_at === null) return null;
  const body = rows.slice(body_at).filter((row) => (row[label_at] ?? '') !== '' && row.length > 1);
  const columns = columnsOf(header, { title, body, is_for_children: body.some((row) => readSizeLabel(row[label_at]!).kind === 'age') });
  if (columns.length === 0) return null;
  const systems = systemColumns(header, label_at);
  const sizes = body.map((row, i) => sizeOf(row, i, { label: labelOf(row[label_at]!, header[label_at]!), columns, systems }));
  const told = sizes.filter(({ cm }) => Object.keys(cm).length > 0);
  if (told.length < sizes_min) return null;
  const kind = isGarment({ words: `${title} ${header.join(' ')}`, columns, sizes: told }) ? 'garment' : 'body';
  return { kind, unit: columns[0]!.unit, title, sizes: told };
}

/** A second row of the header that only names units (`in | cm | in | cm`) says what the first means. */
function withUnits(first: string[], second: readonly string[] = []): string[] {
  const is_units = second.some((cell) => cell !== '') && second.every((cell) => unit_cell.test(cell));
  return is_units ? first.map((cell, at) => `${cell} ${second[at] ?? ''}`.trim()) : first;
}

const unit_cell = /^(?:|size|(?:in(?:ch(?:es)?)?|cm|["”″])\.?)$/i;

/** Of a dimension told twice (in inches and in cm) the first column counts. */
function columnsOf(header: readonly string[], { body, ...words }: ChartWords & { body: readonly string[][] }): Column[] {
  const columns = new Map<DimensionName, RawColumn>();
  for (const [at, heading] of header.entries()) {
    const dimension = dimensionOf(heading);
    if (dimension !== null && !columns.has(dimension))
      columns.set(dimension, { dimension, heading, cells: body.map((row) => row[at] ?? '') });
  }
  return readColumns([...columns.values()], words);
}

/** The column named size, else the first whose cells are mostly sizes. */
function labelColumn(header: readonly string[], rows: readonly string[][], taken: ReadonlySet<number>): number | null {
  const width = Math.max(header.length, ...rows.slice(0, 5).map((row) => row.length));
  const free = Array.from({ length: width }, (_nothing, at) => at).filter((at) => !taken.has(at));
  const isSizes = (at: number): boolean => rows.length > 1 && rows.filter((row) => isSizeLabel(row[at] ?? '')).length * 2 > rows.length;
  const named = free.find(
    (at) =>
      /\b(?:size|taille|gr(?:ö|oe)(?:ss|ß)e|talla|taglia|maat)\b|サイズ/i.test(header[at] ?? '') &&
      rows.some((row) => (row[at] ?? '') !== ''),
  );
  return named ?? free.find(isSizes) ?? null;
}

const system_pattern = new RegExp(`\\b(${[...size_systems, 'EUR', 'AUS'].join('|')})\\b`);

/** A column headed `US` holds sizes of the US. */
const labelOf = (cell: string, heading: string): string => {
  const system = system_pattern.exec(heading.toUpperCase())?.[1];
  return system === undefined || /[a-z]/i.test(cell) ? cell : `${system} ${cell}`;
};

/** The other columns that name sizes in a system of their own. */
const systemColumns = (header: readonly string[], label_at: number): { at: number; heading: string }[] =>
  header.flatMap((heading, at) =>
    at !== label_at && dimensionOf(heading) === null && (system_pattern.test(heading.toUpperCase()) || /\bsize\b/i.test(heading))
      ? [{ at, heading }]
      : [],
  );

function sizeOf(
  row: readonly string[],
  index: number,
  { label, columns, systems }: { label: string; columns: readonly Column[]; systems: readonly { at: number; heading: string }[] },
): StatedSize {
  const also = systems.flatMap(({ at, heading }) => (isSizeLabel(row[at] ?? '') ? [labelOf(row[at]!, heading)] : []));
  const cm = Object.fromEntries(
    columns.flatMap(({ dimension, ranges }): [DimensionName, Range][] => (ranges[index] ? [[dimension, ranges[index]]] : [])),
  );
  return { label, ...(also.length > 0 ? { also } : {}), cm };
}

const transpose = (rows: readonly string[][]): string[][] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_nothing, at) => rows.map((row) => row[at] ?? ''));
