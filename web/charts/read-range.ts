import type { Units } from '#web/people/units.ts';
import type { Range } from './chart-figures.ts';

const cm_per_inch = 2.54;
const fractions: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };
const figure = String.raw`(\d+(?:[.,]\d+)?)\s*([½¼¾]|\d\/\d)?\s*(cm|inches|inch|in|pouces?|po|zoll|"|″|”)?`;
const written = new RegExp(`^${figure}(?:\\s*(?:-|–|—|to|à|bis)\\s*${figure})?$`, 'i');

export type RangeRead = { kind: 'empty' } | { kind: 'unreadable' } | { kind: 'backwards' } | { kind: 'value'; range: Range };

/** Reads a cell of a chart in the units of the screen: `96-102`, `96 to 102` (`à`, `bis`), `38 1/2`, `38½–40`, `15.5`. A unit that is written out wins. */
export function readRange(text: string, units: Units): RangeRead {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const match = written.exec(trimmed);
  if (!match) return { kind: 'unreadable' };
  const [, low, low_part, low_unit, high, high_part, high_unit] = match;
  const unit = high_unit ?? low_unit;
  const from = convert(toNumber(low!, low_part), unit, units);
  const range: Range = [from, high === undefined ? from : convert(toNumber(high, high_part), unit, units)];
  return range[0] > range[1] ? { kind: 'backwards' } : { kind: 'value', range };
}

function toNumber(whole: string, part: string | undefined): number {
  const [over, under] = part?.includes('/') ? part.split('/').map(Number) : [0, 1];
  return Number(whole.replace(',', '.')) + (part ? (fractions[part] ?? over! / under!) : 0);
}

function convert(value: number, unit: string | undefined, units: Units): number {
  if (unit === undefined) return value;
  const cm = unit.toLowerCase() === 'cm' ? value : value * cm_per_inch;
  return Math.round((units === 'cm' ? cm : cm / cm_per_inch) * 10) / 10;
}
