import { useMemo, useSyncExternalStore } from 'react';

const key = 'toile.profile';

export interface ChosenProfile {
  id: string;
  name: string;
}

/** Reads for whom this browser buys; null is the shopper themself. */
export const readChosenProfile = (): ChosenProfile | null => parseChosen(readKept());

/** The same for a page that is rendered on the server too, where nobody is chosen; follows what another tab chooses. */
export function useChosenProfile(): ChosenProfile | null {
  const kept = useSyncExternalStore(followStorage, readKept, () => null);
  return useMemo(() => parseChosen(kept), [kept]);
}

function followStorage(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

function readKept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be shut (private windows): then nobody is chosen.
    return null;
  }
}

function parseChosen(kept: string | null): ChosenProfile | null {
  try {
    const found = JSON.parse(kept ?? 'null') as ChosenProfile | null;
    return typeof found?.id === 'string' && typeof found.name === 'string' ? found : null;
  } catch {
    // Somebody else's words.
    return null;
  }
}

export function chooseProfile(profile: ChosenProfile | null): void {
  try {
    if (profile) localStorage.setItem(key, JSON.stringify({ id: profile.id, name: profile.name }));
    else localStorage.removeItem(key);
  } catch {
    // Without storage the choice lasts as long as the page; nothing is lost that the account does not keep.
  }
}
