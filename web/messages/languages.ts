import en from './en.json' with { type: 'json' };
import type { Messages } from './translate.ts';

/** Languages that are complete, English first: it is what everybody gets whose own is not here. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** Loads the words of one language; a browser fetches only its own. */
export const loadMessages: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
};

export const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);

/** Regions whose way of writing numbers and dates we follow; others get the language's own. A short list, so that pages can be kept for everybody. */
const regions: Record<Language, readonly string[]> = {
  en: ['US', 'GB', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'NG', 'IN'],
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
