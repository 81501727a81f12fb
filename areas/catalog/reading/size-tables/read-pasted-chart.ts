import type { TextTable } from '../page/collect-tables.ts';
import { readPageFacts } from '../page/page-facts.ts';
import { isSizeLabel } from '../words/order-sizes.ts';
import { dimensionOf } from './dimension-words.ts';
import { readSizeTable } from './read-size-table.ts';
import type { StatedChart } from './stated-chart.ts';

/** A chart fills a screen; more was not copied from one. In characters and lines. */
const bounds = { text: 200_000, lines: 200, line: 2000 };

/**
 * Reads the size charts in what somebody pasted: a page's source, a table copied from a page or a spreadsheet, or lines such
 * as `M: chest 38-40 in, waist 32-34 in`. Empty where there is none.
 */
export function readPastedCharts(text: string): StatedChart[] {
  const given = text.slice(0, bounds.text);
  if (/<t(?:able|r|d)\b/i.test(given)) return chartsIn(readPageFacts(given).tables);
  const lines = given
    .split(/\r?\n/)
    .slice(0, bounds.lines * 2)
    .map((line) => squeeze(line.slice(0, bounds.line)).trim())
    .filter(Boolean)
    .slice(0, bounds.lines);
  return chartsIn([tableOfCells(lines), tableOfWords(lines), tableOfSingles(lines)].filter((table) => table !== null).slice(0, 3)).slice(
    0,
    1,
  );
}

/** Two blanks part cells as well as a thousand; runs of them would make every search behind quadratic. */
const squeeze = (line: string): string => line.replaceAll(/[^\S\t]{3,}/g, '  ').replaceAll(/\t{8,}/g, '\t\t\t\t\t\t\t');

/** Charts of a page's tables; of two that say the same of the same sizes (inches and cm) the first. */
export function chartsIn(tables: readonly TextTable[]): StatedChart[] {
  const charts = tables.flatMap((table) => readSizeTable(table) ?? []);
  const signature = ({ kind, sizes }: StatedChart): string =>
    `${kind} ${sizes.map(({ label, cm }) => `${label}:${Object.keys(cm).join()}`).join(' ')}`;
  return charts.filter((chart, i) => charts.findIndex((one) => signature(one) === signature(chart)) === i);
}

/** Cells parted by tabs, bars, semicolons or wide blanks; by commas where every line has as many. */
function tableOfCells(lines: readonly string[]): TextTable | null {
  const parts = [/\t/, /\s*\|\s*/, /\s*;\s*/, /\s{2,}/, /\s*,\s*/];
  for (const part of parts) {
    const rows = lines
      .map((line) =>
        line
          .replaceAll(/^\||\|$/g, '')
          .split(part)
          .map((cell) => cell.trim()),
      )
      .filter((row) => row.length > 1);
    if (rows.length > 2)
      return {
        title: lines.find((line) => line.split(part).length === 1) ?? '',
        rows: rows.filter((row) => !row.every((cell) => /^:?-+:?$/.test(cell))),
      };
  }
  return null;
}

/** `M: chest 38-40 in, waist 32-34 in`, a line a size. */
function tableOfWords(lines: readonly string[]): TextTable | null {
  const sizes = lines.flatMap((line) => {
    const [, label, rest] = /^(?:size\s+)?([^:–—,]{1,20}?)\s*[:–—-]\s+(.+)$/i.exec(line) ?? [];
    if (label === undefined || rest === undefined || !isSizeLabel(label)) return [];
    const measures = rest.split(/[,;]\s+|\s+\/\s+/).flatMap((part): [string, string][] => {
      const [, name, value] = /^([^\d]+?)\s*[:=]?\s*(\d.*)$/.exec(part.trim()) ?? [];
      return name !== undefined && value !== undefined && dimensionOf(name) !== null ? [[name.trim().toLowerCase(), value]] : [];
    });
    return [{ label, measures: new Map(measures) }];
  });
  const names = [...new Set(sizes.flatMap(({ measures }) => [...measures.keys()]))];
  if (names.length === 0) return null;
  return {
    title: lines[0] ?? '',
    rows: [['Size', ...names], ...sizes.map(({ label, measures }) => [label, ...names.map((name) => measures.get(name) ?? '')])],
  };
}

/** Words parted by one blank: `Size Chest Waist`, `M 38-40 32-34`. */
function tableOfSingles(lines: readonly string[]): TextTable | null {
  const tidy = (line: string): string =>
    line
      .replaceAll(/(\d)\s*([-–])\s*(\d)/g, '$1$2$3')
      .replaceAll(/(\d) (in|cm|")/g, '$1$2')
      .replaceAll(/ \((?:in|cm|inches)\)/gi, (unit) => unit.trim());
  const rows = lines.map((line) => tidy(line).split(/\s+/)).filter((row) => row.length > 1);
  return rows.length > 2 ? { title: lines.join(' ').slice(0, 200), rows } : null;
}
