import type { DimensionName } from '#contract/catalog.ts';
import { shortSize } from '#web/fitting/short-size.ts';
import type { Translate } from '#web/messages/translate.ts';
import { fromWire, type Measure, type Units } from '#web/people/units.ts';

export type Range = [number, number];
/** What a chart says of one size, in cm. */
export interface ChartSize {
  label: string;
  also?: string[] | undefined;
  body_cm: Partial<Record<DimensionName, Range>>;
}

/** Where a body's dimension is kept when somebody measures it; `length` is the garment's alone. A record, so that a new one is not forgotten. */
export const measure_of: Record<DimensionName, Measure | null> = {
  chest: 'chest_cm',
  waist: 'waist_cm',
  hip: 'hip_cm',
  neck: 'neck_cm',
  shoulders: 'shoulder_cm',
  sleeves: 'arm_length_cm',
  length: null,
  inseam: 'inside_leg_cm',
};
const all_dimensions = Object.keys(measure_of) as DimensionName[];

/** The dimensions that at least one size states, girths first. */
export const dimensionsOf = (sizes: readonly ChartSize[]): DimensionName[] =>
  all_dimensions.filter((name) => sizes.some(({ body_cm }) => body_cm[name] !== undefined));

/** The row of a chart for a size, however it is spelled. */
export function rowOf(sizes: readonly ChartSize[], label: string): ChartSize | undefined {
  const wanted = nameOf(label);
  return sizes.find(({ label: own, also = [] }) => [own, ...also].some((name) => nameOf(name) === wanted));
}

const nameOf = (label: string): string => shortSize(label).trim().toUpperCase();

/** A range in the shopper's units, without the unit: `89–94`, or one figure where both ends are the same. */
export function rangeText(t: Translate, [low, high]: Range, units: Units): string {
  const [from, to] = [low, high].map((cm) => t.number(fromWire('chest_cm', cm, units))) as [string, string];
  return from === to ? from : `${from}–${to}`;
}
