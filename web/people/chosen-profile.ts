const key = 'toile.profile';

export interface ChosenProfile {
  id: string;
  name: string;
}

/** Reads for whom this browser buys; null is the shopper themself. */
export function readChosenProfile(): ChosenProfile | null {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as ChosenProfile | null;
    return typeof found?.id === 'string' && typeof found.name === 'string' ? found : null;
  } catch {
    // Storage may be shut (private windows) or hold somebody else's words: then nobody is chosen.
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
