import type { BodyMeasurements } from '#contract/fit.ts';
import { readCompound } from './compound-measure.ts';

export type Units = 'cm' | 'in';
export type Measure = keyof BodyMeasurements;

const cm_per_inch = 2.54;
const kg_per_pound = 0.45359237;
/** One decimal: a tape is not read finer, and 0.1 in shifts no size. */
const round = (value: number) => Math.round(value * 10) / 10;

const kindOf = (name: Measure) => (name === 'age' ? 'age' : name === 'weight_kg' ? 'weight' : 'length');

/** What the wire keeps (cm, kg) in the units the shopper reads, to one decimal. */
export function fromWire(name: Measure, value: number, units: Units): number {
  if (units === 'cm' || kindOf(name) === 'age') return round(value);
  return round(kindOf(name) === 'weight' ? value / kg_per_pound : value / cm_per_inch);
}

export function toWire(name: Measure, value: number, units: Units): number {
  if (kindOf(name) === 'age') return Math.round(value);
  if (units === 'cm') return round(value);
  return round(kindOf(name) === 'weight' ? value * kg_per_pound : value * cm_per_inch);
}

export type Parsed = { kind: 'empty' } | { kind: 'unreadable' } | { kind: 'value'; value: number };

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const with_unit = new RegExp(`^${number}\\s*(cm|mm|m|in|inch|inches|po|pouces?|zoll|"|″|kg|lbs?|pounds?)?$`, 'i');
const read = (text: string) => Number(text.replace(',', '.'));

/** Factors to cm or kg of a unit that the shopper wrote out: what is written wins over the toggle. */
const written: Record<string, { kind: 'length' | 'weight'; factor: number }> = {
  cm: { kind: 'length', factor: 1 },
  mm: { kind: 'length', factor: 0.1 },
  m: { kind: 'length', factor: 100 },
  in: { kind: 'length', factor: cm_per_inch },
  inch: { kind: 'length', factor: cm_per_inch },
  inches: { kind: 'length', factor: cm_per_inch },
  po: { kind: 'length', factor: cm_per_inch },
  pouce: { kind: 'length', factor: cm_per_inch },
  pouces: { kind: 'length', factor: cm_per_inch },
  zoll: { kind: 'length', factor: cm_per_inch },
  '"': { kind: 'length', factor: cm_per_inch },
  '″': { kind: 'length', factor: cm_per_inch },
  kg: { kind: 'weight', factor: 1 },
  lb: { kind: 'weight', factor: kg_per_pound },
  lbs: { kind: 'weight', factor: kg_per_pound },
  pound: { kind: 'weight', factor: kg_per_pound },
  pounds: { kind: 'weight', factor: kg_per_pound },
};

/** Reads what somebody typed, as cm or kg: `96`, `96,5`, `5'10"`, `12 st 6`, `38 in`. */
export function parseMeasure(name: Measure, text: string, units: Units): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const compound = readCompound(name, trimmed);
  if (compound !== null) return { kind: 'value', value: round(compound) };
  const match = with_unit.exec(trimmed);
  if (!match) return { kind: 'unreadable' };
  const unit = match[2]?.toLowerCase();
  if (!unit) return { kind: 'value', value: toWire(name, read(match[1]!), units) };
  const known = written[unit]!;
  if (known.kind !== kindOf(name)) return { kind: 'unreadable' };
  return { kind: 'value', value: round(read(match[1]!) * known.factor) };
}
