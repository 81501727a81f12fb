import type { DimensionName } from '#contract/catalog.ts';
import type { Range } from './parse-measure.ts';

/** A size chart as a page states it, in cm, sizes in the page's order. */
export interface StatedChart {
  /** Body: which body the size is for. Garment: the garment's own size, girths all round. Never mixed. */
  kind: 'body' | 'garment';
  /** As the page gives it. */
  unit: 'in' | 'cm';
  title: string;
  sizes: StatedSize[];
}

export interface StatedSize {
  label: string;
  /** The same size in other systems: `UK 10`, `EU 38`. */
  also?: string[];
  cm: Partial<Record<DimensionName, Range>>;
}
