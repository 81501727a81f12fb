import type { DimensionName } from '#contract/catalog.ts';
import type { GarmentEvidence, Sizing } from './evidence.ts';
import { kindOf } from './garment-kind.ts';
import { type NumberSystem, readSizeWord } from './read-size-word.ts';

/**
 * Letters by chest, from XXS to 5XL. Halfway between EN 13402-3 (men M 94-102, women M 90-98) and US makers (men M 97-104, women's M = 8-10).
 */
const letter_chest: Readonly<Record<Sizing, readonly number[]>> = {
  men: [75, 83, 91, 99, 107, 115, 123.5, 132, 140, 148],
  women: [74, 80, 86, 93, 100.5, 108.5, 117, 125.5, 134, 142],
};
/** Where M stands in these. */
const letter_m = 3;

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
  const chests = chestsOf(garment, sizing);
  const known = chests.flatMap((chest, at) => (chest === null ? [] : [at]));
  const middle = (garment.sizes.length - 1) / 2;
  return chests.map((chest, i) => {
    if (chest !== null) return bodyAt(chest, sizing);
    if (known.length === 0) return bodyAt(middle_chest[sizing] + (i - middle) * step_cm, sizing);
    const near = known.reduce((best, at) => (Math.abs(at - i) < Math.abs(best - i) ? at : best));
    return bodyAt(chests[near]! + (i - near) * step_cm, sizing);
  });
}

/** Estimates one girth of the body of a size from another. */
export function bodyFrom(known: { name: 'chest' | 'waist' | 'hip'; cm: number }, sizing: Sizing): Partial<Record<DimensionName, number>> {
  if (known.name === 'chest') return bodyAt(known.cm, sizing);
  const { at, per_chest } = proportions[sizing][known.name];
  return { ...bodyAt(middle_chest[sizing] + (known.cm - at) / per_chest, sizing), [known.name]: known.cm };
}

/** The chest that each label stands for; null where it says nothing. */
function chestsOf(garment: GarmentEvidence, sizing: Sizing): (number | null)[] {
  const words = garment.sizes.map(({ label }) => readSizeWord(label));
  const numbers = words.flatMap((word) => (word && 'number' in word ? [word] : []));
  const scale = scaleOf(numbers, { sizing, is_bottom: kindOf(garment.category).main === 'waist' });
  return words.map((word) => {
    if (!word) return null;
    if ('letter' in word) return chestOfLetter(word.letter, sizing);
    return scale?.(word.number) ?? null;
  });
}

function chestOfLetter(letter: number, sizing: Sizing): number | null {
  const chests = letter_chest[sizing];
  const at = letter + letter_m;
  const [low, high] = [chests[Math.floor(at)], chests[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (at - Math.floor(at)) * (high - low);
}

type Scale = (number: number) => number;

/** Tells by all numbers of a list together what they count: 36 alone may be inches or of the EU. null: nobody could say. */
function scaleOf(
  numbers: readonly { number: number; system: NumberSystem | null }[],
  kind: { sizing: Sizing; is_bottom: boolean },
): Scale | null {
  if (numbers.length === 0) return null;
  const values = numbers.map(({ number }) => number);
  const range = { least: Math.min(...values), most: Math.max(...values) };
  const systems = new Set(numbers.map(({ system }) => system));
  if (systems.size > 1) return null;
  const [system] = systems;
  return kind.sizing === 'women' ? womensScale(system!, range, kind.is_bottom) : mensScale(system!, range, kind.is_bottom);
}

type Range = { least: number; most: number };

/** Beside US numbers: the UK counts four more, the EU its bust by 4 cm (EN 13402: 38 is 88 cm), France two and Italy six more than that. */
function womensScale(system: NumberSystem | null, { least, most }: Range, is_bottom: boolean): Scale | null {
  if (system === 'uk') return (number) => usNumericBust(number - 4);
  if (system !== null && system !== 'us') return (number) => 2 * (number - beyond_eu[system]) + 12;
  if (system === 'us' || most <= 20 || (!is_bottom && most <= 26)) return usNumericBust;
  // From 32 on jeans may be of the EU as well as by the inch, so then nobody could say.
  return is_bottom && least >= 22 && least < eu_women_from ? (number) => chestOfWaist(number * cm_per_in + vanity_cm, 'women') : null;
}

const beyond_eu = { eu: 0, fr: 2, it: 6 } as const;
const eu_women_from = 32;
/** Men's numbers of the EU are half the chest, in cm, and begin here; by the inch they begin below. */
const eu_men_from = 44;

function mensScale(system: NumberSystem | null, { least, most }: Range, is_bottom: boolean): Scale | null {
  const is_of_europe = system === 'eu' || system === 'it' || system === 'fr' || (system === null && least >= eu_men_from);
  if (is_bottom) return !is_of_europe && least >= 22 && most <= 60 ? (number) => chestOfWaist(number * cm_per_in + vanity_cm, 'men') : null;
  if (is_of_europe) return least >= 38 && most <= 70 && system !== 'fr' ? (number) => 2 * number : null;
  return least >= 32 && most <= 60 ? (number) => number * cm_per_in : null;
}

const chestOfWaist = (waist: number, sizing: Sizing): number => middle_chest[sizing] + (waist - proportions[sizing].waist.at);

/** US misses' numeric sizes (00 is one size, so two numbers, below 0): half an inch of bust a number up to 10, then about 0.7 inch (ASTM D5585-11, rounded). */
function usNumericBust(number: number): number {
  return number <= 10 ? 82.5 + 1.275 * number : 95.25 + 1.75 * (number - 10);
}

function bodyAt(chest: number, sizing: Sizing): Partial<Record<DimensionName, number>> {
  const off = chest - middle_chest[sizing];
  const rest = Object.entries(proportions[sizing]).map(([name, { at, per_chest }]) => [name, at + per_chest * off]);
  return { chest, ...Object.fromEntries(rest) };
}
