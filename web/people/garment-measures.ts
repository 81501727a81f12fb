import type { DimensionName } from '#contract/catalog.ts';
import type { SizedCategory } from '#contract/garment-kinds.ts';
import { findGarmentMixUp, type GarmentMixUp } from '#contract/garment-mix-up.ts';
import { fromWire, parseMeasure, type Units } from './units.ts';

export type GarmentDrafts = Partial<Record<DimensionName, string>>;
export type GarmentCm = Partial<Record<DimensionName, number>>;
export type GarmentTrouble = { kind: 'unreadable' } | { kind: 'odd'; about: GarmentMixUp['about']; meant_cm: number[] };

const top: DimensionName[] = ['chest', 'shoulders', 'length'];
const bottom: DimensionName[] = ['waist', 'hip', 'inseam'];

/** The places of a garment that somebody measures lying flat and that say most of its size; sleeves are measured in too many ways. */
export const places_of: Record<SizedCategory, DimensionName[]> = {
  't-shirt': top,
  shirt: top,
  knitwear: top,
  jacket: top,
  coat: top,
  other: top,
  trousers: bottom,
  jeans: bottom,
  shorts: bottom,
  dress: ['chest', 'waist', 'hip', 'length'],
  skirt: ['waist', 'hip', 'length'],
};

interface Reading {
  units: Units;
  /** What is kept of this garment. */
  kept: GarmentCm;
  sure_of: readonly DimensionName[];
}

/** Reads what was typed over what is kept: an emptied place is forgotten, and what is odd for a garment is asked back first. */
export function readGarmentDrafts(drafts: GarmentDrafts, { units, kept, sure_of }: Reading) {
  const garment_cm: GarmentCm = { ...kept };
  const troubles: Partial<Record<DimensionName, GarmentTrouble>> = {};
  for (const [name, text] of Object.entries(drafts) as [DimensionName, string][]) {
    // Any length is read alike.
    const parsed = parseMeasure('chest_cm', text, units);
    if (parsed.kind === 'unreadable') troubles[name] = parsed;
    else if (parsed.kind === 'empty') delete garment_cm[name];
    else {
      const odd = sure_of.includes(name) ? null : findOdd(name, parsed.value, units);
      if (odd) troubles[name] = odd;
      else garment_cm[name] = parsed.value;
    }
  }
  return { garment_cm, troubles };
}

function findOdd(name: DimensionName, cm: number, units: Units): GarmentTrouble | null {
  const found = findGarmentMixUp(name, cm);
  if (!found) return null;
  // What the shopper has chosen already is no other unit.
  const meant_cm = found.meant.filter(({ by }) => by !== units).map((one) => one.meant_cm);
  return { kind: 'odd', about: found.about, meant_cm };
}

/** Turns what was typed into other units; what cannot be read stays as it is. */
export function convertGarmentDrafts(drafts: GarmentDrafts, from: Units, { to, write }: { to: Units; write: (value: number) => string }) {
  return Object.fromEntries(
    Object.entries(drafts).map(([name, text]) => {
      const parsed = parseMeasure('chest_cm', text, from);
      return [name, parsed.kind === 'value' ? write(fromWire('chest_cm', parsed.value, to)) : text];
    }),
  ) as GarmentDrafts;
}
