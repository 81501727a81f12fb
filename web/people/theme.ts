import type { Prefs } from '#contract/people.ts';

export type Theme = Prefs['theme'];

const key = 'toile.theme';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The theme this browser was told last; the device's own when none, or when storage is shut. */
export function readTheme(): Theme {
  try {
    const found = localStorage.getItem(key);
    return themes.find((theme) => theme === found) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Shows a theme, and remembers it for the next page that opens before the server has answered. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the theme lasts as long as the page.
  }
}
