import type { Picture } from '#science/imaging/picture.ts';
import type { CoarseMask } from '../network/look-both-ways.ts';
import type { ClassChances } from './garment-classes.ts';

/** What is read off a photo by looking at all of it. */
export interface GarmentReading {
  chances: ClassChances;
  /** Unit, of any length; near means alike, within one `version` of the reader. */
  embedding: Float32Array;
  /** Where the garment probably is; left out by readers that do not tell. */
  mask?: CoarseMask;
}

/** Tells what kind of garment a photo shows, and where it lies among those that look alike. The same photo gives the same answer. */
export interface GarmentReader {
  /** Changes with what an embedding means. */
  version: string;
  read: (picture: Picture) => Promise<GarmentReading>;
}
