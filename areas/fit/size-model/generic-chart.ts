import type { DimensionName } from '#contract/catalog.ts';
import type { GarmentEvidence, Sizing } from './evidence.ts';
import { kindOf } from './garment-kind.ts';

/** The body that a size is usually made for: chest in cm drives the rest. */
type Anchor = { chest: number } | { waist: number };

/**
 * Letters by chest. Halfway between EN 13402-3 (men M 94-102, women M 90-98) and US makers (men M 97-104, women's M = 8-10).
 */
const letter_chest: Readonly<Record<Sizing, Readonly<Record<string, number>>>> = {
  men: { XXS: 75, XS: 83, S: 91, M: 99, L: 107, XL: 115, XXL: 123.5, XXXL: 132, XXXXL: 140, XXXXXL: 148 },
  women: { XXS: 74, XS: 80, S: 86, M: 93, L: 100.5, XL: 108.5, XXL: 117, XXXL: 125.5, XXXXL: 134, XXXXXL: 142 },
};

/** Waist and hip of the body of a size from its chest: EN 13402-3 men waist = chest - 12; women by ASTM D5585. */
const proportions: Readonly<
  Record<Sizing, Readonly<Record<Exclude<DimensionName, 'chest' | 'length'>, { at: number; per_chest: number }>>>
> = {
  men: {
    waist: { at: 86.5, per_chest: 1 },
    hip: { at: 101, per_chest: 0.75 },
    neck: { at: 39, per_chest: 0.25 },
    shoulders: { at: 44.5, per_chest: 0.17 },
    sleeves: { at: 86.5, per_chest: 0.15 },
    inseam: { at: 82, per_chest: 0.05 },
  },
  women: {
    waist: { at: 76.5, per_chest: 1 },
    hip: { at: 100.5, per_chest: 0.95 },
    neck: { at: 34, per_chest: 0.2 },
    shoulders: { at: 39.5, per_chest: 0.15 },
    sleeves: { at: 79, per_chest: 0.1 },
    inseam: { at: 77, per_chest: 0.03 },
  },
};
const middle_chest: Readonly<Record<Sizing, number>> = { men: 99, women: 93 };

/** Trousers marked 32 in inches are made for a little more than 32 inches. */
const vanity_cm = 2;
const cm_per_in = 2.54;
const step_cm = 6;

/** Estimates the body each size is made for from its label alone; where a label says nothing, from its place among the others. */
export function genericBodies(garment: GarmentEvidence, sizing: Sizing): Partial<Record<DimensionName, number>>[] {
  const anchors = garment.sizes.map(({ label }) => readLabel(label, garment, sizing));
  const middle = (garment.sizes.length - 1) / 2;
  return anchors.map((anchor, i) => bodyAt(anchor ?? { chest: middle_chest[sizing] + (i - middle) * step_cm }, sizing));
}

/** Estimates one girth of the body of a size from another. */
export function bodyFrom(known: { name: 'chest' | 'waist' | 'hip'; cm: number }, sizing: Sizing): Partial<Record<DimensionName, number>> {
  if (known.name === 'chest') return bodyAt({ chest: known.cm }, sizing);
  const { at, per_chest } = proportions[sizing][known.name];
  return { ...bodyAt({ chest: middle_chest[sizing] + (known.cm - at) / per_chest }, sizing), [known.name]: known.cm };
}

function readLabel(label: string, garment: GarmentEvidence, sizing: Sizing): Anchor | null {
  const letter = /^(\d)?(X*)([SML])\b/.exec(label.trim().toUpperCase());
  if (letter) return anchorOfLetter(letter, sizing);
  const number = Number(/\d+(\.\d+)?/.exec(label)?.[0] ?? NaN);
  if (!Number.isFinite(number)) return null;
  const is_bottom = kindOf(garment.category).main === 'waist';
  if (is_bottom && number >= 22 && number <= 60) return { waist: number * cm_per_in + vanity_cm };
  if (number <= 26 && sizing === 'women') return { chest: usNumericBust(/^0+$/.test(label.trim()) ? 2 - 2 * label.trim().length : number) };
  if (!is_bottom && sizing === 'men' && number >= 34 && number <= 43) return { chest: number * cm_per_in };
  return null;
}

function anchorOfLetter([, times, marks, base]: RegExpExecArray, sizing: Sizing): Anchor | null {
  const key = base === 'M' ? 'M' : 'X'.repeat(times ? Number(times) : (marks?.length ?? 0)) + base!;
  const chest = letter_chest[sizing][key];
  return chest === undefined ? null : { chest };
}

/** US misses' numeric sizes (00 is one size, so two numbers, below 0): half an inch of bust a number up to 10, then about 0.7 inch (ASTM D5585-11, rounded). */
function usNumericBust(number: number): number {
  return number <= 10 ? 82.5 + 1.275 * number : 95.25 + 1.75 * (number - 10);
}

function bodyAt(anchor: Anchor, sizing: Sizing): Partial<Record<DimensionName, number>> {
  const chest = 'chest' in anchor ? anchor.chest : middle_chest[sizing] + (anchor.waist - proportions[sizing].waist.at);
  const off = chest - middle_chest[sizing];
  const rest = Object.entries(proportions[sizing]).map(([name, { at, per_chest }]) => [name, at + per_chest * off]);
  return { chest, ...Object.fromEntries(rest) };
}
