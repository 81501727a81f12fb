import { useSyncExternalStore } from 'react';

const key = 'toile.known';

/** Tells whether this browser is somebody here already, so that nothing asks on behalf of a stranger only to be refused. The cookie itself is not ours to read. */
export function isKnown(): boolean {
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    // Storage may be shut: then everybody is a stranger until they ask for something.
    return false;
  }
}

export function rememberKnown(is_known: boolean): void {
  try {
    if (is_known) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

/** The same for pages that are rendered on the server too, where everybody is a stranger. */
export const useIsKnown = (): boolean => useSyncExternalStore(follow, isKnown, () => false);

function follow(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
