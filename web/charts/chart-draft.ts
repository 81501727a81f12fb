import type { DimensionName } from '#contract/catalog.ts';
import { fromWire, type Units } from '#web/people/units.ts';
import { type ChartSize, type Range, dimensionsOf } from './chart-figures.ts';
import { readRange } from './read-range.ts';

export interface DraftRow {
  /** Stays with its row while others come and go. */
  key: number;
  label: string;
  cells: Partial<Record<DimensionName, string>>;
}
/** A chart while it is typed, in the units of the screen. */
export interface ChartDraft {
  dimensions: DimensionName[];
  rows: DraftRow[];
}
/** Writes a figure as this shopper does, who may use a decimal comma; both are read. */
type WriteNumber = (value: number) => string;
export type Trouble = 'unreadable' | 'backwards' | 'no_label';

/** Begins with a chart that is known. */
export function draftOf(sizes: readonly ChartSize[], { units, write }: { units: Units; write: WriteNumber }): ChartDraft {
  const dimensions = dimensionsOf(sizes);
  const rows = sizes.map(({ label, body_cm }, key) => ({
    key,
    label,
    cells: Object.fromEntries(dimensions.flatMap((name) => (body_cm[name] ? [[name, cellText(body_cm[name], { units, write })]] : []))),
  }));
  return { dimensions, rows };
}

/** Begins with nothing but the sizes: another's figures would pass for this brand's. */
export const emptyDraft = (labels: readonly string[], dimensions: DimensionName[]): ChartDraft => ({
  dimensions,
  rows: labels.map((label, key) => ({ key, label, cells: {} })),
});

/** Turns the figures into other units; what cannot be read stays as it was typed. */
export function convertDraft(draft: ChartDraft, { from, to, write }: { from: Units; to: Units; write: WriteNumber }): ChartDraft {
  const factor = from === to ? 1 : from === 'in' ? 2.54 : 1 / 2.54;
  const convert = (text: string): string => {
    const read = readRange(text, from);
    return read.kind === 'value' ? written(read.range.map((value) => tenth(value * factor)) as Range, write) : text;
  };
  const rows = draft.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([name, text]) => [name, convert(text)])),
  }));
  return { ...draft, rows };
}

interface SentSize {
  label: string;
  body: Partial<Record<DimensionName, Range>>;
}

/**
 * Reads the draft: what may be sent, which row each sent size is of, and by `key.field` what must be mended first. A row
 * without any figure is left out.
 */
export function readDraft({ dimensions, rows }: ChartDraft, units: Units) {
  const troubles: Record<string, Trouble> = {};
  const sizes: SentSize[] = [];
  const keys: number[] = [];
  for (const { key, label, cells } of rows) {
    const body: SentSize['body'] = {};
    const typed = dimensions.filter((name) => (cells[name] ?? '').trim() !== '');
    for (const name of typed) {
      const read = readRange(cells[name]!, units);
      if (read.kind === 'value') body[name] = read.range;
      else if (read.kind !== 'empty') troubles[`${key}.${name}`] = read.kind;
    }
    if (typed.length === 0) continue;
    if (label.trim() === '') troubles[`${key}.label`] = 'no_label';
    sizes.push({ label: label.trim(), body });
    keys.push(key);
  }
  return { sizes, keys, troubles };
}

/** Brings the server's refusals (`sizes.0.body.chest`) to the rows they are of (`key.chest`); the others keep their names. */
export function placeRefusals(fields: Record<string, string>, keys: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, why]) => {
      const [, index, , name] = /^sizes\.(\d+)(\.(?:body\.)?(\w+))?/.exec(path) ?? [];
      return index === undefined ? [path, why] : [`${keys[Number(index)]}.${name ?? 'label'}`, why];
    }),
  );
}

const cellText = ([low, high]: Range, { units, write }: { units: Units; write: WriteNumber }): string =>
  written([fromWire('chest_cm', low, units), fromWire('chest_cm', high, units)], write);
const written = ([low, high]: Range, write: WriteNumber): string => (low === high ? write(low) : `${write(low)}-${write(high)}`);
const tenth = (value: number): number => Math.round(value * 10) / 10;
