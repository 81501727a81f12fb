import type { BodyMeasurements } from '#contract/fit.ts';

const cm_per_inch = 2.54;
const kg_per_pound = 0.45359237;
const pounds_per_stone = 14;

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const feet_marks = String.raw`(?:'|′|’|‘|\bft\b\.?|ft(?=\d)|foot|feet|pieds?|fu(?:ß|ss)|pi\b)`;
const inch_marks = String.raw`(?:"|″|”|“|''|’’|′′|in\.?|inch|inches|pouces?|po|zoll)`;
const feet_and_inches = new RegExp(`^${number}\\s*${feet_marks}\\s*(?:${number}\\s*(½|1/2)?\\s*${inch_marks}?)?$`, 'i');
/** Without any mark only a height is read so, and only of feet that bodies have: `1 78` is no such thing. */
const bare_feet = /^([3-7])\s*[\s/-]\s*(\d{1,2})$/;
const metres_and_cm = /^([12])\s*m\s*(\d{2})(?:\s*cm)?$/i;
const stones_and_pounds = new RegExp(`^${number}\\s*st(?:ones?)?\\.?\\s*(?:${number}\\s*(?:lbs?|pounds?)?\\.?)?$`, 'i');

const read = (text: string | undefined) => Number((text ?? '0').replace(',', '.'));

/** Reads measures that are told in two units, as cm or kg: `5'10"`, `5 ft 10`, `5-10`, `1m78`, `12 st 6`. null when it is none. */
export function readCompound(name: keyof BodyMeasurements, text: string): number | null {
  if (name === 'age') return null;
  if (name === 'weight_kg') return readStones(text);
  const feet = feet_and_inches.exec(text) ?? (name === 'height_cm' ? bare_feet.exec(text) : null);
  if (feet) return feetToCm(read(feet[1]), read(feet[2]) + (feet[3] ? 0.5 : 0));
  const metres = metres_and_cm.exec(text);
  return metres ? read(metres[1]) * 100 + read(metres[2]) : null;
}

function readStones(text: string): number | null {
  const stones = stones_and_pounds.exec(text);
  if (!stones || read(stones[2]) >= pounds_per_stone) return null;
  return (read(stones[1]) * pounds_per_stone + read(stones[2])) * kg_per_pound;
}

/** A foot has twelve inches: `5'14"` is a slip, not a height. */
function feetToCm(feet: number, inches: number): number | null {
  return inches < 12 ? (feet * 12 + inches) * cm_per_inch : null;
}

export interface Feet {
  feet: number;
  inches: number;
  value_cm: number;
}

/** Reads a bare number as feet and inches run together: `5.10`, `5,10` and `510` are 5 ft 10; `5.75` is five and three quarters. */
export function readRunTogether(text: string): Feet | null {
  const parts = /^(\d)(?:[.,](\d{1,2})|(\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const feet = Number(parts[1]);
  const told = parts[2] ?? parts[3] ?? '0';
  const inches = Number(told) < 12 ? Number(told) : Math.min(11, Math.round(Number(`0.${told}`) * 12));
  if (parts[3] && Number(told) > 11) return null;
  return { feet, inches, value_cm: Math.round((feet * 12 + inches) * cm_per_inch * 10) / 10 };
}
