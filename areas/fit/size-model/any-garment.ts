import type { Category } from '#contract/catalog.ts';
import type { GarmentEvidence } from './evidence.ts';
import { kindOf } from './garment-kind.ts';

/** Makes a measured, regular garment of a kind up, for questions about the wearer alone: its own figures drop out. */
export function anyGarment(category: Category): GarmentEvidence {
  // Any figure does: a zone is the garment less its gap, and both move together.
  const garment_cm = Object.fromEntries(Object.keys(kindOf(category).dimensions).map((name) => [name, 100]));
  return { brand: '', category, sizing: null, fit: null, stretch: null, sizes: [{ label: '', garment_cm }], is_chart_estimated: true };
}
