import type { Contradiction } from '#contract/fit.ts';

const key = 'toile.kept_both';
/** More than this nobody has; the oldest are forgotten, and asked about again. */
const kept_max = 40;

/** Names a contradiction by what it says: told otherwise, it is another. */
export const nameOf = (profile_id: string, one: Contradiction): string =>
  one.what === 'measurement'
    ? `${profile_id} ${one.name} ${one.told_cm}`
    : `${profile_id} ${one.owned_id ?? one.session_id ?? one.brand} ${one.size}`;

/** Reads which contradictions somebody said are none, on this device. */
export function readKeptBoth(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  } catch {
    // Storage may be shut, or hold somebody else's words: then it is asked again.
    return [];
  }
}

export function keepBoth(name: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...readKeptBoth().filter((one) => one !== name), name].slice(-kept_max)));
  } catch {
    // Without storage the answer lasts as long as the page.
  }
}
