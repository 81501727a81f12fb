import type { Stretch } from './evidence.ts';

/** Too tight is worse than as much too loose: it cannot be worn at all. */
const tight_cost = 1.25;
/** Stretch forgives tightness. */
const forgiveness = { none: 1, some: 0.85, high: 0.65 };

/** Prices a gap of z tolerances: nothing at what is liked, growing with the square. */
export function discomfort(z: number, stretch: Stretch | null): number {
  return z < 0 ? tight_cost * forgiveness[stretch ?? 'none'] * z * z : z * z;
}
