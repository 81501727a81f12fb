import type { GarmentColor } from '#contract/garment-colors.ts';
import type { Category } from '#contract/garment-kinds.ts';
import type { Cielab } from '#science/imaging/cielab.ts';
import type { PatternKind } from '#science/imaging/pattern/tell-pattern.ts';

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

/** A guess and the chance, 0..1, that it is right. */
export interface Guess<T> {
  value: T;
  confidence: number;
}

/** One colour of a garment: CIELAB (D65), the word for it, its share of the cloth 0..1, and how sure the word is. */
export interface ColorTag {
  lab: Cielab;
  name: GarmentColor;
  share: number;
  confidence: number;
}

/** What a photo tells of a garment. All of it is a guess, basted on until its owner confirms or changes it. */
export interface GarmentTags {
  /** `second` is there when the first is doubtful: offer both. */
  category: Guess<Category> & { second?: Guess<Category> };
  /** One to three, the largest first; none when no cloth was found. */
  colors: ColorTag[];
  pattern: Guess<PatternKind>;
  seasons: Guess<Season[]>;
  /** From 0, sports and home, to 1, a feast. */
  formality: Guess<number>;
  /** A unit vector: garments that look alike lie near. Comparable only between tags of one `network_version`. */
  embedding: Float32Array;
}
