import type { BodyMeasurements } from './fit.ts';

/** What was probably meant by a number, and why we ask. */
export interface MixUp {
  /** What was meant, as it is kept: in cm or kg. */
  value: number;
  /** The unit that was probably meant; `ft` is feet and inches. */
  unit: 'cm' | 'in' | 'm' | 'ft' | 'kg' | 'lb' | 'st';
  feet?: { feet: number; inches: number };
  /** What made us ask: a number too small or too large for its measure, or a unit that does not go with the height. */
  about: 'small' | 'large' | 'unit';
}

/** A number as it was told. */
export interface Told {
  /** In cm or kg, as the chosen units read it. */
  value: number;
  /** The number itself, before any unit. */
  number: number;
  units: 'cm' | 'in';
  /** What is known of the body beside it. */
  said: BodyMeasurements;
}
