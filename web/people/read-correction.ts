import type { DimensionName } from '#contract/catalog.ts';
import type { Measure } from './units.ts';

/** What somebody came to put right, and whose it is; stands behind the # of the address, so that no server is told. */
export interface Correction {
  profile_id: string;
  measure?: Measure | undefined;
  owned_id?: string | undefined;
}

/** The measure that the tape takes at each place. */
export const measure_at: Partial<Record<DimensionName, Measure>> = {
  chest: 'chest_cm',
  waist: 'waist_cm',
  hip: 'hip_cm',
  neck: 'neck_cm',
  shoulders: 'shoulder_cm',
  sleeves: 'arm_length_cm',
  inseam: 'inside_leg_cm',
};

/** Writes a correction as the hash of the profile's page; `readCorrection` reads it there. */
export function writeCorrection({ profile_id, measure, owned_id }: Correction): string {
  return new URLSearchParams({ of: profile_id, ...(measure ? { measure } : {}), ...(owned_id ? { owned: owned_id } : {}) }).toString();
}

/** Reads what somebody came to correct; null when the hash says nothing of the kind. */
export function readCorrection(hash: string): Correction | null {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const profile_id = told.get('of');
  const measure = Object.values(measure_at).find((name) => name === told.get('measure'));
  const owned_id = told.get('owned') ?? undefined;
  return profile_id && (measure || owned_id) ? { profile_id, measure, owned_id } : null;
}
