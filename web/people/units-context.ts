import { createContext, use } from 'react';
import type { Units } from './units.ts';

const key = 'toile.units';
/** Regions that measure bodies in inches and pounds. */
const inch_regions = ['US', 'LR', 'MM'];

/** Reads the units this browser chose, else those of its region. */
export function readUnits(languages: readonly string[]): Units {
  try {
    const chosen = localStorage.getItem(key);
    if (chosen === 'cm' || chosen === 'in') return chosen;
  } catch {
    // Storage may be shut: the region decides.
  }
  const region = languages.map((language) => new Intl.Locale(language).region).find(Boolean);
  return region && inch_regions.includes(region) ? 'in' : 'cm';
}

export function saveUnits(units: Units): void {
  try {
    localStorage.setItem(key, units);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export const UnitsContext = createContext<{ units: Units; setUnits: (units: Units) => void } | null>(null);

/** Gives the units of the screen and a way to change them; the wire stays in cm and kg. */
export function useUnits(): { units: Units; setUnits: (units: Units) => void } {
  const found = use(UnitsContext);
  if (!found) throw new Error('no UnitsContext above this component');
  return found;
}
