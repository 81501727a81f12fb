import * as z from 'zod';
import { category, dimensionName, type Category, type DimensionName } from '#contract/catalog.ts';
import { sizing } from '#contract/people.ts';

const cm_per_in = 2.54;

const range = z.tuple([z.number().positive(), z.number().positive()]).refine(([lo, hi]) => lo <= hi, 'a range runs from low to high');

/** A chart as its file states it: which body each size is for. */
const chartFile = z.strictObject({
  /** null: no brand's own, used where a brand's is not known. */
  brand: z.string().min(1).nullable(),
  sizing,
  categories: z.array(category).min(1),
  /** Where it comes from, in words that can be checked. */
  source: z.string().min(1),
  is_estimated: z.boolean(),
  unit: z.enum(['in', 'cm']),
  /** By how much tall sizes (`M-T`) are longer than the regular row, as the brand says. */
  tall: z.strictObject({ source: z.string().min(1), longer: z.partialRecord(dimensionName, z.number().positive()) }).optional(),
  sizes: z.array(z.strictObject({ label: z.string().min(1), body: z.partialRecord(dimensionName, range) })).min(1),
});

export type BodyRanges = Partial<Record<DimensionName, [number, number]>>;

/** Body ranges by size, all in cm, smallest size first. */
export interface SizeChart {
  /** null for the charts that come with the program, and for what only one product's page states. */
  id: string | null;
  brand: string | null;
  /** The only shop whose garments it is for; null: all of the brand. */
  retailer: string | null;
  sizing: 'women' | 'men';
  categories: readonly Category[];
  origin: 'built_in' | 'page' | 'correction';
  source: string;
  source_url: string | null;
  /** When the source said so; null where nobody wrote it down. */
  stated_at: string | null;
  credited_to: string | null;
  is_estimated: boolean;
  tall_longer_cm: Partial<Record<DimensionName, number>>;
  /** `also`: the same size in other systems. */
  sizes: readonly { label: string; also?: string[]; body_cm: BodyRanges }[];
}

/** Checks a chart file and brings it to cm. Throws when the file is not as described. */
export function parseSizeChart(file: unknown): SizeChart {
  const { unit, tall, sizes, ...rest } = chartFile.parse(file);
  const toCm = (value: number): number => (unit === 'cm' ? value : Math.round(value * cm_per_in * 10) / 10);
  return {
    ...rest,
    id: null,
    retailer: null,
    origin: 'built_in',
    source_url: null,
    stated_at: null,
    credited_to: null,
    tall_longer_cm: mapValues(tall?.longer ?? {}, toCm),
    sizes: sizes.map(({ label, body }) => ({ label, body_cm: mapValues(body, ([lo, hi]): [number, number] => [toCm(lo), toCm(hi)]) })),
  };
}

function mapValues<K extends string, V, W>(values: Partial<Record<K, V>>, change: (value: V) => W): Partial<Record<K, W>> {
  return Object.fromEntries(Object.entries<V | undefined>(values).map(([key, value]) => [key, change(value!)])) as Partial<Record<K, W>>;
}
