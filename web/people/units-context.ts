import { createContext, use, useState, useSyncExternalStore } from 'react';
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

function saveUnits(units: Units): void {
  try {
    localStorage.setItem(key, units);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Lets go of what was chosen here; a page that is open shows it until it is loaded again. */
export function forgetUnits(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

interface ChosenUnits {
  units: Units;
  setUnits: (units: Units) => void;
}

/** Holds what never changes, so that a change of units draws only those anew who show one. */
export const UnitsContext = createContext<UnitsStore | null>(null);

/** Keeps the units of this device, for the provider. */
export function useUnitsStore(): UnitsStore {
  const [store] = useState(makeStore);
  return store;
}

type UnitsStore = ReturnType<typeof makeStore>;

function makeStore() {
  const listeners = new Set<() => void>();
  let kept: Units | null = null;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: () => (kept ??= readUnits(navigator.languages)),
    write: (units: Units) => {
      kept = units;
      saveUnits(units);
      for (const listener of listeners) listener();
    },
  };
}

/**
 * Gives the units of the screen and a way to change them; the wire stays in cm and kg. The server does not know them and writes
 * cm; the browser puts its own in their place as soon as it takes over.
 */
export function useUnits(): ChosenUnits {
  const store = use(UnitsContext);
  if (!store) throw new Error('no UnitsContext above this component');
  const units = useSyncExternalStore(store.subscribe, store.read, () => 'cm' as const);
  return { units, setUnits: store.write };
}
