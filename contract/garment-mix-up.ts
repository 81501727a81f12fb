import type { DimensionName } from './catalog.ts';

// This file has no schemas, so that a browser may load it.

type Range = readonly [min_cm: number, max_cm: number];

/** Garment cm from a toddler's clothes to the largest made, worn oversized. Outside of it a unit was mixed up, or a digit. */
export const garment_limits_cm: Readonly<Record<DimensionName, Range>> = {
  chest: [48, 260],
  waist: [42, 260],
  hip: [48, 260],
  neck: [20, 80],
  shoulders: [20, 100],
  sleeves: [28, 140],
  length: [24, 200],
  inseam: [18, 130],
};

/**
 * What a grown-up's own garment measures at its girths, from the smallest sold to the largest. Only for asking back: half of
 * it, as it lies flat, is a child's garment, and a child's garment is one that somebody may well own.
 */
const usual_girths_cm: Partial<Record<DimensionName, Range>> = { chest: [70, 200], waist: [54, 190], hip: [72, 210] };

/** What was probably meant by a garment's measure: inches, or centimetres where inches were asked for, or half of what goes all the way round. */
export interface GarmentMixUp {
  meant_cm: number;
  by: 'in' | 'cm' | 'flat';
  about: 'small' | 'large';
}

const factors: { by: GarmentMixUp['by']; factor: number }[] = [
  { by: 'flat', factor: 2 },
  { by: 'in', factor: 2.54 },
  { by: 'cm', factor: 1 / 2.54 },
];

/**
 * Tells what was probably meant by an unusual measure of a garment, in cm; null when it stands. `meant` is empty where nothing
 * makes it usual, else the likeliest first: 44 may be half of 88, or 112 in inches.
 */
export function findGarmentMixUp(name: DimensionName, cm: number): { about: GarmentMixUp['about']; meant: GarmentMixUp[] } | null {
  const usual = usual_girths_cm[name] ?? garment_limits_cm[name];
  if (isWithin(cm, usual)) return null;
  const about = cm < usual[0] ? 'small' : 'large';
  const meant = factors.flatMap(({ by, factor }) => {
    if (by === 'flat' && !usual_girths_cm[name]) return [];
    const meant_cm = Math.round(cm * factor * 10) / 10;
    return isWithin(meant_cm, usual) ? [{ meant_cm, by, about } satisfies GarmentMixUp] : [];
  });
  return { about, meant };
}

const isWithin = (value: number, [min, max]: Range): boolean => value >= min && value <= max;
