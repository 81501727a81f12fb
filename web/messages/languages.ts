import type { Messages } from './translate.ts';

/** Languages that are complete, English first: it is what everybody gets whose own is not here. */
export const languages = ['en', 'fr', 'de'] as const;
export type Language = (typeof languages)[number];

/** What those who speak a language call it: on a page in another one it is all that they can read. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français', de: 'Deutsch' };

/** Loads the words of one language; each is a file of its own, so that a browser fetches only the one it reads. */
export const loadMessages: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('./en.json', { with: { type: 'json' } })).default,
  fr: async () => (await import('./fr.json', { with: { type: 'json' } })).default,
  de: async () => (await import('./de.json', { with: { type: 'json' } })).default,
};

/** The file of a language's words, as the build names its sources: the page's head asks for it beside the scripts. */
export const messagesFile = (language: Language): string => `messages/${language}.json`;

export const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);

/** Regions whose way of writing numbers and dates we follow; others get the language's own. A short list, so that pages can be kept for everybody. */
const regions: Record<Language, readonly string[]> = {
  en: ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'NG', 'IN'],
  fr: ['FR', 'BE', 'CH', 'CA', 'LU'],
  de: ['DE', 'AT', 'CH'],
};

/** Finds the first of somebody's languages (best first, such as `fr-CH`) that Toile speaks, with their region. */
export function chooseLocale(wanted: readonly string[]): { language: Language; locale: string } {
  for (const tag of wanted) {
    const [name = '', ...rest] = tag.split('-');
    const language = name.toLowerCase();
    if (!isLanguage(language)) continue;
    const region = rest.at(-1)?.toUpperCase();
    return { language, locale: region && regions[language].includes(region) ? `${language}-${region}` : language };
  }
  return { language: 'en', locale: 'en' };
}

/** Languages that are read from right to left, whether or not their words are here yet. */
const right_to_left: readonly string[] = ['ar', 'fa', 'he', 'ps', 'ur', 'yi'];

/** Tells in which direction a locale is read; pages are laid out by it. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (right_to_left.includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr');
