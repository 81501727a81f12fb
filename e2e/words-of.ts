import { readFileSync } from 'node:fs';

/** Reads what the app says in a language: the catalogue as a file, for a journey knows the app by its screens and not by its code. */
export function wordsOf(language: 'en' | 'fr' | 'de') {
  const words = new Map(
    Object.entries(
      JSON.parse(readFileSync(new URL(`../web/messages/${language}.json`, import.meta.url), 'utf8')) as Record<string, string>,
    ),
  );
  const say = (key: string): string => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`no ${key} in ${language}.json`);
    return text;
  };
  return { words, say };
}
